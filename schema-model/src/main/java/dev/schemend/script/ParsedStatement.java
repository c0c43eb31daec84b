package dev.schemend.script;

import dev.schemend.code.CodeStatement;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of one statement. */
public sealed interface ParsedStatement {

  /** The statement as written. */
  StatementText source();

  /**
   * Modelled, or carried as an opaque object. One written statement may mean several.
   *
   * @param statements in the order in which they take effect
   */
  record Ddl(StatementText source, List<DdlStatement> statements) implements ParsedStatement {
    /** Copies the statements. */
    public Ddl {
      Objects.requireNonNull(source, "source");
      statements = List.copyOf(statements);
    }
  }

  /**
   * On the reviewed list of statements without effect on the schema.
   *
   * @param kind its leading key words, for counting
   */
  record Inert(StatementText source, String kind) implements ParsedStatement {}

  /**
   * {@code SET search_path} (PostgreSQL), or {@code USE} with one schema (MySQL).
   *
   * @param schemas without those that are only implied; none for the default path
   * @param written the names of the whole path, as PostgreSQL keeps them; none for the default
   */
  record SetSearchPath(StatementText source, List<Identifier> schemas, List<String> written)
      implements ParsedStatement {

    /** Copies the path. */
    public SetSearchPath {
      schemas = List.copyOf(schemas);
      written = List.copyOf(written);
    }
  }

  /**
   * {@code SET} of server variables for the session that decide what later statements mean (MySQL).
   *
   * @param values by lower-case name; empty for {@code DEFAULT}
   */
  record SetVariables(StatementText source, SortedMap<String, Optional<String>> values)
      implements ParsedStatement {
    /** Copies the values. */
    public SetVariables {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /**
   * Procedural code, or a query that may call some; what it does is found by running it on the
   * model.
   *
   * @param code the code; its spans count from the start of the statement's text
   * @param touches every name that stands in it and might be a relation's
   */
  record Code(StatementText source, CodeStatement code, SortedSet<ObjectName> touches)
      implements ParsedStatement {
    /** Copies the names. */
    public Code {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(code, "code");
      touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
    }
  }

  /**
   * Its effect on the schema cannot be decided offline.
   *
   * @param touches every name that stands in it and might be a relation's
   */
  record Unknowable(StatementText source, Diagnostic diagnostic, SortedSet<ObjectName> touches)
      implements ParsedStatement {
    /** Copies the names. */
    public Unknowable {
      touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
    }
  }

  /** Not a statement of the dialect: the server would refuse it. */
  record Broken(StatementText source, Diagnostic diagnostic) implements ParsedStatement {}
}
