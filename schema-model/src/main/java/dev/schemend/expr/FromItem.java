package dev.schemend.expr;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a query takes rows from. */
public sealed interface FromItem {

  /** The name that the rows go by, and names for their columns. */
  record Alias(Identifier name, List<Identifier> columns) {
    /** Copies the columns. */
    public Alias {
      Objects.requireNonNull(name, "name");
      columns = List.copyOf(columns);
    }
  }

  /**
   * A table, a view or a query of {@code WITH}.
   *
   * @param only {@code ONLY}
   * @param sample the tokens of {@code TABLESAMPLE …}
   */
  record Relation(ObjectName name, boolean only, Optional<Alias> alias, List<String> sample)
      implements FromItem {
    /** Copies the tokens. */
    public Relation {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(alias, "alias");
      sample = List.copyOf(sample);
    }
  }

  /** A query in parentheses. */
  record Derived(Query query, boolean lateral, Optional<Alias> alias) implements FromItem {}

  /**
   * Functions that return rows.
   *
   * @param rowsFrom whether {@code ROWS FROM (…)} is written
   * @param definition the column definition list of a function that returns {@code record}
   */
  record Calls(
      List<SqlExpr> calls,
      boolean rowsFrom,
      boolean ordinality,
      Optional<Alias> alias,
      List<Definition> definition)
      implements FromItem {
    /** Copies the lists. */
    public Calls {
      calls = List.copyOf(calls);
      definition = List.copyOf(definition);
      Objects.requireNonNull(alias, "alias");
    }
  }

  /** A column of a column definition list. */
  record Definition(Identifier name, SqlType type) {}

  /**
   * A join.
   *
   * @param natural {@code NATURAL}; in canonical form its columns are spelled out
   * @param using the columns of {@code USING}
   * @param on the condition of {@code ON}
   */
  record Join(
      Kind kind,
      boolean natural,
      FromItem left,
      FromItem right,
      List<Identifier> using,
      Optional<SqlExpr> on,
      Optional<Alias> alias)
      implements FromItem {
    /** The kinds of join. */
    public enum Kind {
      CROSS,
      INNER,
      LEFT,
      RIGHT,
      FULL
    }

    /** Copies the columns. */
    public Join {
      using = List.copyOf(using);
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(alias, "alias");
    }
  }
}
