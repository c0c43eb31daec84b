package dev.schemend.dialect.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the parts of one table forbid each other (MySQL manual, 13.1.20.6 CHECK Constraints,
 * 13.1.20.8 Generated Columns, 12.9 Full-Text; MariaDB: Generated Columns, CONSTRAINT). Each row of
 * it was asked of MySQL 8.0 and MariaDB 11.4.
 */
final class MySqlTableRules {

  private static final String JSON = "json";

  private static final Set<String> FULL_TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", JSON);

  private final MySqlErrors errors;
  private final boolean mariaDb;
  private final MySqlPassingFunctions passing;

  MySqlTableRules(MySqlDialect dialect) {
    this.errors = new MySqlErrors(dialect.profile().flavor());
    this.mariaDb = dialect.profile().flavor() == Flavor.MARIADB;
    this.passing = new MySqlPassingFunctions(mariaDb);
  }

  /** The table, unless no server would keep it. */
  Table requireSound(Table table) {
    if (table.columns().isEmpty()) {
      throw MySqlErrors.invalid(
          table.ref(), "a table must have a column", MySqlErrors.NO_COLUMN_LEFT);
    }
    requireCounter(table);
    if (mariaDb) {
      requireNoHashedCounter(table);
    }
    requireChecks(table);
    for (Column column : table.columns()) {
      if (computed(column).isPresent()) {
        requireSource(table, column, computed(column).get());
      }
      column.defaultValue().ifPresent(value -> requireDefault(table, column, value));
    }
    table.foreignKeys().forEach(key -> requireKey(table, key));
    table.primaryKey().ifPresent(key -> requirePrimaryKey(table, key));
    table.indexes().stream()
        .filter(index -> index.kind() == Index.Kind.FULLTEXT)
        .forEach(index -> requireFullText(table, index));
    return table;
  }

  private static void requireCounter(Table table) {
    List<Identifier> counters =
        table.columns().stream().map(Column::name).filter(column -> counts(table, column)).toList();
    boolean sound =
        counters.isEmpty() || (counters.size() == 1 && MySqlKeys.isServed(table, counters));
    if (!sound) {
      throw MySqlErrors.invalid(
          table.ref(),
          "there can be only one auto column and it must be defined as a key",
          MySqlErrors.WRONG_AUTO_KEY);
    }
  }

  // A unique index that holds hashes has no order to count in.
  private static void requireNoHashedCounter(Table table) {
    for (Index index : table.indexes()) {
      boolean hashed =
          index.unique()
              && index.parts().stream()
                  .filter(part -> part.prefixLength().isEmpty())
                  .flatMap(part -> part.columnName().stream())
                  .flatMap(name -> table.column(name).stream())
                  .anyMatch(column -> MySqlKeyLengths.isUnbounded(column.type()));
      if (hashed && index.columns().anyMatch(column -> counts(table, column))) {
        throw MySqlErrors.invalid(
            MySqlErrors.indexRef(table.name(), index.name()),
            "holds hashes, and cannot have an auto-increment column",
            MySqlErrors.HASHED_COUNTER);
      }
    }
  }

  /** Refuses to turn a column into one whose values are kept elsewhere. */
  void requireSameStorage(Table table, Column before, Column after) {
    if (isVirtual(before) != isVirtual(after)) {
      throw errors.generatedColumn(
          ObjectRef.column(table.name(), before.name()), "cannot begin or cease to be virtual");
    }
  }

  private static Optional<Generation.Computed> computed(Column column) {
    return column.generation().orElse(null) instanceof Generation.Computed computed
        ? Optional.of(computed)
        : Optional.empty();
  }

  private static boolean isVirtual(Column column) {
    return computed(column).filter(one -> !one.stored()).isPresent();
  }

  private static boolean counts(Table table, Identifier column) {
    return table
        .column(column)
        .flatMap(Column::generation)
        .filter(Generation.AutoIncrement.class::isInstance)
        .isPresent();
  }

  // ------------------------------------------------------------ checks

  private void requireChecks(Table table) {
    Set<Identifier> written = writtenByKeys(table);
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        requireCheck(
            table, ObjectRef.constraint(table.name(), check.name()), check.expression(), written);
      }
    }
    for (Column column : table.columns()) {
      Optional<SqlExpr> check = column.mysql().check();
      if (check.isPresent()) {
        requireCheck(table, ObjectRef.column(table.name(), column.name()), check.get(), written);
      }
    }
  }

  private void requireCheck(
      Table table, ObjectRef check, SqlExpr condition, Set<Identifier> written) {
    passing
        .inCheck(condition)
        .ifPresent(
            function -> {
              throw errors.passingInCheck(check, function);
            });
    for (Identifier column : ColumnUses.in(condition)) {
      if (counts(table, column)) {
        throw errors.checkOnCounter(check);
      }
      if (written.contains(column)) {
        throw errors.checkOnKey(check);
      }
    }
  }

  /** The columns that foreign keys write to because something happens to their targets. */
  private static Set<Identifier> writtenByKeys(Table table) {
    Set<Identifier> written = new TreeSet<>();
    table
        .foreignKeys()
        .filter(MySqlTableRules::writes)
        .forEach(key -> written.addAll(key.sourceColumns()));
    return written;
  }

  private static boolean writes(Constraint.ForeignKey key) {
    return switch (key.onUpdate()) {
          case CASCADE, SET_NULL, SET_DEFAULT -> true;
          case NO_ACTION, RESTRICT -> false;
        }
        || switch (key.onDelete()) {
          case SET_NULL, SET_DEFAULT -> true;
          case CASCADE, NO_ACTION, RESTRICT -> false;
        };
  }

  // ------------------------------------------------------------ generated columns

  private void requireSource(Table table, Column column, Generation.Computed computed) {
    ObjectRef ref = ObjectRef.column(table.name(), column.name());
    Set<Identifier> read = ColumnUses.in(computed.expression());
    for (Identifier one : read) {
      if (table.column(one).isEmpty()) {
        throw MySqlErrors.undefined(
            ObjectRef.column(table.name(), one), MySqlErrors.UNKNOWN_COLUMN);
      }
    }
    passing
        .inGenerated(computed.expression(), computed.stored())
        .ifPresent(
            function -> {
              throw errors.passingInGenerated(ref, function);
            });
    if (read.stream().anyMatch(one -> isComputedLater(table, column, one))) {
      throw errors.readsLaterColumn(ref);
    }
    // MariaDB computes a value that it does not keep whenever it is asked for.
    if ((computed.stored() || !mariaDb) && read.stream().anyMatch(one -> counts(table, one))) {
      throw errors.generatedFromCounter(ref);
    }
    if (computed.stored() && read.stream().anyMatch(writtenByKeys(table)::contains)) {
      throw errors.generatedFromKey(ref);
    }
  }

  private void requireDefault(Table table, Column column, SqlExpr value) {
    passing
        .inDefault(value)
        .ifPresent(
            function -> {
              throw errors.passingInDefault(
                  ObjectRef.column(table.name(), column.name()), function);
            });
    if (ColumnUses.in(value).stream().anyMatch(one -> isComputedLater(table, column, one))) {
      throw errors.defaultReadsLaterColumn(ObjectRef.column(table.name(), column.name()));
    }
  }

  /** Whether a column has its value only when that of {@code reader} is computed already. */
  private boolean isComputedLater(Table table, Column reader, Identifier read) {
    Optional<Column> column = table.column(read);
    if (column.isEmpty()
        || table.columns().indexOf(column.get()) < table.columns().indexOf(reader)) {
      return false;
    }
    boolean fromDefault =
        column.get().defaultValue().filter(value -> !ColumnUses.in(value).isEmpty()).isPresent();
    boolean spared = mariaDb && computed(reader).isPresent();
    return computed(column.get()).isPresent() || (fromDefault && !spared);
  }

  private void requireKey(Table table, Constraint.ForeignKey key) {
    ObjectRef ref = ObjectRef.constraint(table.name(), key.name());
    for (Identifier name : key.sourceColumns()) {
      Optional<Column> column = table.column(name).filter(one -> computed(one).isPresent());
      if (column.isEmpty()) {
        continue;
      }
      if (writes(key)) {
        throw errors.keyWritesGenerated(ref);
      }
      if (!mariaDb && isVirtual(column.get())) {
        throw errors.keyOnVirtual(ref);
      }
    }
  }

  private void requirePrimaryKey(Table table, Constraint.PrimaryKey key) {
    key.columns()
        .flatMap(name -> table.column(name).stream())
        .filter(column -> mariaDb ? computed(column).isPresent() : isVirtual(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw errors.primaryKeyOnGenerated(ObjectRef.column(table.name(), column.name()));
            });
  }

  // ------------------------------------------------------------ full text

  private void requireFullText(Table table, Index index) {
    for (Identifier name : index.columns().toList()) {
      Optional<Column> column = table.column(name);
      if (column.isEmpty()) {
        continue;
      }
      ObjectRef ref = ObjectRef.column(table.name(), name);
      String type =
          column.get().type() instanceof SqlType.Builtin builtin ? builtin.name() : "enum";
      if (type.equals(JSON) && !mariaDb) {
        throw MySqlErrors.invalid(ref, "cannot be indexed as a whole", MySqlErrors.JSON_AS_KEY);
      }
      if (!FULL_TEXTS.contains(type)) {
        throw MySqlErrors.invalid(
            ref, "cannot be part of a FULLTEXT index", MySqlErrors.NO_FULL_TEXT);
      }
      if (isVirtual(column.get())) {
        throw errors.generatedColumn(ref, "is virtual, and cannot be part of a FULLTEXT index");
      }
    }
  }
}
