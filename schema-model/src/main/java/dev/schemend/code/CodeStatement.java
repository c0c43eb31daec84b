package dev.schemend.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import java.util.List;
import java.util.Optional;

/** A statement of procedural code. Labels are {@link Identifier#NONE} where none is written. */
public sealed interface CodeStatement {

  /** Where it stands in the text that was read. */
  CodeSpan span();

  /** A block. */
  record Block(
      CodeSpan span,
      Identifier label,
      List<Declaration> declarations,
      List<CodeStatement> body,
      List<Handler> handlers)
      implements CodeStatement {
    /** Copies the lists. */
    public Block {
      declarations = List.copyOf(declarations);
      body = List.copyOf(body);
      handlers = List.copyOf(handlers);
    }
  }

  /** {@code target := value}. */
  record Assign(CodeSpan span, Target target, Scalar value) implements CodeStatement {}

  /** {@code IF}; the branches in order. */
  record If(CodeSpan span, List<Branch> branches, List<CodeStatement> otherwise)
      implements CodeStatement {
    /** A condition and what it leads to. */
    public record Branch(Scalar condition, List<CodeStatement> body) {
      /** Copies the body. */
      public Branch {
        body = List.copyOf(body);
      }
    }

    /** Copies the lists. */
    public If {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code LOOP}. */
  record Loop(CodeSpan span, Identifier label, List<CodeStatement> body) implements CodeStatement {
    /** Copies the body. */
    public Loop {
      body = List.copyOf(body);
    }
  }

  /** {@code WHILE condition}, or MySQL's {@code REPEAT}, which asks behind the body. */
  record While(
      CodeSpan span,
      Identifier label,
      Scalar condition,
      boolean bodyFirst,
      List<CodeStatement> body)
      implements CodeStatement {
    /** Copies the body. */
    public While {
      body = List.copyOf(body);
    }
  }

  /** {@code FOR i IN [REVERSE] low..high [BY step]}. */
  record ForRange(
      CodeSpan span,
      Identifier label,
      Identifier variable,
      boolean reverse,
      Scalar from,
      Scalar to,
      Optional<Scalar> step,
      List<CodeStatement> body)
      implements CodeStatement {
    /** Copies the body. */
    public ForRange {
      body = List.copyOf(body);
    }
  }

  /** {@code FOR targets IN rows}. */
  record ForRows(
      CodeSpan span,
      Identifier label,
      List<Target> targets,
      RowSource rows,
      List<CodeStatement> body)
      implements CodeStatement {
    /** Copies the lists. */
    public ForRows {
      targets = List.copyOf(targets);
      body = List.copyOf(body);
    }
  }

  /** {@code FOREACH targets IN ARRAY array}; {@code slice} where slices are taken. */
  record ForEach(
      CodeSpan span,
      Identifier label,
      List<Target> targets,
      boolean slice,
      Scalar array,
      List<CodeStatement> body)
      implements CodeStatement {
    /** Copies the lists. */
    public ForEach {
      targets = List.copyOf(targets);
      body = List.copyOf(body);
    }
  }

  /** {@code EXIT}, {@code LEAVE}. */
  record Exit(CodeSpan span, Identifier label, Optional<Scalar> when) implements CodeStatement {}

  /** {@code CONTINUE}, {@code ITERATE}. */
  record Continue(CodeSpan span, Identifier label, Optional<Scalar> when)
      implements CodeStatement {}

  /** {@code RETURN}. */
  record Return(CodeSpan span, Optional<Scalar> value) implements CodeStatement {}

  /** {@code RETURN NEXT} and {@code RETURN QUERY}: more rows of the result. */
  record ReturnRows(CodeSpan span, Optional<Scalar> row, Optional<RowSource> rows)
      implements CodeStatement {}

  /** {@code RAISE EXCEPTION}, {@code SIGNAL}: its condition as in {@link Handler}, or empty. */
  record Raise(CodeSpan span, String condition, String message) implements CodeStatement {}

  /** {@code RAISE} without anything, {@code RESIGNAL}: the error that is being handled. */
  record Reraise(CodeSpan span) implements CodeStatement {}

  /** {@code EXECUTE command [INTO …] [USING …]}: a text that is run. */
  record Execute(CodeSpan span, Scalar command, List<Scalar> using, List<Target> into)
      implements CodeStatement {
    /** Copies the lists. */
    public Execute {
      using = List.copyOf(using);
      into = List.copyOf(into);
    }
  }

  /**
   * A query for its effects or its first row: {@code PERFORM}, {@code SELECT … INTO}.
   *
   * @param strict whether it must give exactly one row
   */
  record Select(CodeSpan span, Query query, List<Target> into, boolean strict)
      implements CodeStatement {
    /** Copies the targets. */
    public Select {
      into = List.copyOf(into);
    }
  }

  /** Any other statement of SQL, as a text; its {@code INTO} is cut out. */
  record Sql(CodeSpan span, String text, List<Target> into) implements CodeStatement {
    /** Copies the targets. */
    public Sql {
      into = List.copyOf(into);
    }
  }

  /** {@code CALL}. */
  record Call(CodeSpan span, ObjectName routine, List<Scalar.Call.Argument> arguments)
      implements CodeStatement {
    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code GET DIAGNOSTICS} and others that fill variables with what only a server knows. */
  record Ask(CodeSpan span, String what, List<Target> into) implements CodeStatement {
    /** Copies the targets. */
    public Ask {
      into = List.copyOf(into);
    }
  }

  /** {@code OPEN}; the rows are empty where the cursor's declaration has them. */
  record Open(CodeSpan span, Identifier cursor, Optional<RowSource> rows, List<Scalar> arguments)
      implements CodeStatement {
    /** Copies the arguments. */
    public Open {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code FETCH} and {@code MOVE}; {@code next} where the next row is meant. */
  record Fetch(CodeSpan span, Identifier cursor, boolean next, List<Target> into)
      implements CodeStatement {
    /** Copies the targets. */
    public Fetch {
      into = List.copyOf(into);
    }
  }

  /** MySQL's {@code PREPARE name FROM text}. */
  record Prepare(CodeSpan span, Identifier name, Scalar text) implements CodeStatement {}

  /** MySQL's {@code EXECUTE name [USING …]}. */
  record ExecutePrepared(CodeSpan span, Identifier name, List<Scalar> using)
      implements CodeStatement {
    /** Copies the arguments. */
    public ExecutePrepared {
      using = List.copyOf(using);
    }
  }

  /** What neither changes the schema nor a variable: notices, transaction control, {@code NULL}. */
  record Nothing(CodeSpan span) implements CodeStatement {}

  /** What nobody could read. */
  record Unreadable(CodeSpan span, String message) implements CodeStatement {}

  /** Where rows come from. */
  sealed interface RowSource {
    /** A query. */
    record OfQuery(Query query) implements RowSource {}

    /** A text that is run. */
    record OfText(Scalar command, List<Scalar> using) implements RowSource {
      /** Copies the arguments. */
      public OfText {
        using = List.copyOf(using);
      }
    }

    /** A cursor. */
    record OfCursor(Identifier cursor, List<Scalar> arguments) implements RowSource {
      /** Copies the arguments. */
      public OfCursor {
        arguments = List.copyOf(arguments);
      }
    }

    /** A statement that changes rows and returns them, or one that nobody could read. */
    record OfServer(String why) implements RowSource {}
  }
}
