package dev.schemend.dialect.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foreign keys and checks. */
final class MySqlConstraints {

  private final MySqlScope scope;
  private final MySqlKeys keys;

  MySqlConstraints(MySqlScope scope) {
    this.scope = scope;
    this.keys = new MySqlKeys(scope.dialect());
  }

  // CHECK is read and forgotten before MySQL 8.0.16 and MariaDB 10.2.1.
  static boolean keepsChecks(ServerProfile profile) {
    return profile
        .version()
        .since(
            profile.flavor() == Flavor.MARIADB
                ? ServerVersion.of(10, 2, 1)
                : ServerVersion.of(8, 0, 16));
  }

  /**
   * {@code table} with one more check.
   *
   * @param column the column behind which it is written
   */
  Table add(Table table, Constraint.Check written, Optional<Identifier> column) {
    if (!keepsChecks(scope.dialect().profile())) {
      return table;
    }
    Constraint.Check canonical =
        written.withExpression(
            scope.dialect().expressions().canonical(written.expression(), Optional.empty()));
    requireColumns(table, ColumnUses.in(canonical));
    Identifier name = written.name().isNone() ? checkName(table) : written.name();
    Optional<Identifier> other =
        column.flatMap(
            own -> ColumnUses.in(canonical).stream().filter(read -> !read.equals(own)).findFirst());
    if (other.isPresent()) {
      scope
          .errors()
          .columnCheckReadsOther(ObjectRef.constraint(table.name(), name))
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
    boolean taken =
        table.constraint(name).filter(Constraint.Check.class::isInstance).isPresent()
            || (scope.dialect().profile().flavor() == Flavor.MYSQL && isCheckName(table, name));
    if (taken) {
      throw scope.errors().checkExists(ObjectRef.constraint(table.name(), name));
    }
    return table.plus(canonical.withName(name));
  }

  /** Refuses a check behind a column that reads what is not there. */
  void requireReadable(Table table, Identifier column) {
    table
        .column(column)
        .flatMap(one -> one.mysql().check())
        .ifPresent(check -> requireColumns(table, ColumnUses.in(check)));
  }

  private void requireColumns(Table table, SortedSet<Identifier> read) {
    for (Identifier column : read) {
      if (table.column(column).isEmpty()) {
        throw scope.errors().unknownColumnInCheck(ObjectRef.column(table.name(), column));
      }
    }
  }

  // On MySQL the names of checks share the database, on MariaDB only their table.
  private boolean isCheckName(Table table, Identifier name) {
    return scope.schema().isConstraintName(table.name().sibling(name))
        && scope
            .schema()
            .tables()
            .filter(other -> other.name().schema().equals(table.name().schema()))
            .anyMatch(
                other ->
                    other.constraint(name).filter(Constraint.Check.class::isInstance).isPresent());
  }

  private Identifier checkName(Table table) {
    if (scope.dialect().profile().flavor() == Flavor.MARIADB) {
      return numbered(table, "CONSTRAINT_", 1);
    }
    String prefix = table.name().name().text() + "_chk_";
    return MySqlKeys.member(prefix + (highest(table, prefix) + 1));
  }

  private static Identifier numbered(Table table, String prefix, int first) {
    int number = first;
    while (table.constraint(MySqlKeys.member(prefix + number)).isPresent()) {
      number++;
    }
    return MySqlKeys.member(prefix + number);
  }

  private static int highest(Table table, String prefix) {
    Pattern generated =
        Pattern.compile(Pattern.quote(prefix) + "(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    return table.constraints().stream()
        .map(constraint -> generated.matcher(constraint.name().text()))
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .max()
        .orElse(0);
  }

  /** {@code table} with one more foreign key, and with an index for it where none serves. */
  Table add(Table table, Constraint.ForeignKey written) {
    for (Identifier column : written.sourceColumns()) {
      if (table.column(column).isEmpty()) {
        throw MySqlErrors.invalid(
            ObjectRef.column(table.name(), column),
            "key column does not exist in table",
            MySqlErrors.KEY_COLUMN_MISSING);
      }
    }
    int targets = written.targetColumns().size();
    if (targets > 0 && targets != written.sourceColumns().size()) {
      throw MySqlErrors.invalid(
          table.ref(),
          "key reference and table reference don't match",
          MySqlErrors.WRONG_FOREIGN_KEY);
    }
    String prefix = table.name().name().text() + "_ibfk_";
    Identifier name =
        written.name().isNone()
            ? MySqlKeys.member(prefix + (highest(table, prefix) + 1))
            : written.name();
    if (isForeignKeyName(table, name)) {
      throw scope.errors().foreignKeyExists(ObjectRef.constraint(table.name(), name));
    }
    ObjectName targetName = scope.qualify(written.target());
    Optional<Table> target =
        targetName.equals(table.name()) ? Optional.of(table) : scope.schema().table(targetName);
    Constraint.ForeignKey key =
        kept(written)
            .withName(name)
            .withTarget(targetName, targetColumns(written, target))
            .withSource(
                written.sourceColumns().stream()
                    .map(column -> table.column(column).orElseThrow().name())
                    .toList());
    if (!MySqlEngines.keepsForeignKeys(table.options().mysql().engine())) {
      return keys.withIndexFor(table, key, written.name());
    }
    requireKeyColumns(table, key, target);
    Table indexed = keys.withIndexFor(table, key, written.name());
    if (scope.session().foreignKeyChecks()) {
      verify(indexed, key, target.orElseThrow(() -> scope.errors().noParentTable(targetName)));
      requireEarlierIndex(table, key);
    }
    return indexed.plus(key);
  }

  private void requireKeyColumns(Table table, Constraint.ForeignKey key, Optional<Table> target) {
    ObjectRef ref = ObjectRef.constraint(table.name(), key.name());
    if (table.options().mysql().partitioning().isPresent()) {
      throw MySqlErrors.invalid(ref, "its table has partitions", MySqlErrors.KEYS_AND_PARTITIONS);
    }
    if (target.filter(one -> one.options().mysql().partitioning().isPresent()).isPresent()) {
      throw scope.errors().partitionedTarget(ref);
    }
    key.sourceColumns().stream()
        .flatMap(name -> table.column(name).stream())
        .filter(column -> MySqlKeyLengths.isUnbounded(column.type()))
        .findFirst()
        .ifPresent(
            column -> {
              throw scope.errors().unboundedColumn(ObjectRef.column(table.name(), column.name()));
            });
  }

  // The index that comes with a key serves its own table's end only: a table that is there must
  // have had the other one's before. MySQL lets no column refer to itself at all.
  private void requireEarlierIndex(Table before, Constraint.ForeignKey key) {
    if (!key.target().equals(before.name())) {
      return;
    }
    boolean itself =
        scope.dialect().profile().flavor() == Flavor.MYSQL
            && key.sourceColumns().equals(key.targetColumns());
    boolean late =
        scope.schema().table(before.name()).isPresent()
            && !MySqlKeys.isServed(before, key.targetColumns());
    if (itself || late) {
      throw scope.errors().noParentIndex(ObjectRef.constraint(before.name(), key.name()));
    }
  }

  // MariaDB reads SET DEFAULT and does as if nothing was written.
  private Constraint.ForeignKey kept(Constraint.ForeignKey written) {
    return scope.dialect().profile().flavor() == Flavor.MARIADB
        ? new Constraint.ForeignKey(
            written.name(),
            written.sourceColumns(),
            written.target(),
            written.targetColumns(),
            written.matchFull(),
            kept(written.onDelete()),
            kept(written.onUpdate()),
            written.deferrability(),
            written.validated())
        : written;
  }

  private static ReferentialAction kept(ReferentialAction written) {
    return written == ReferentialAction.SET_DEFAULT ? ReferentialAction.RESTRICT : written;
  }

  private static List<Identifier> targetColumns(Constraint.ForeignKey key, Optional<Table> target) {
    return key.targetColumns().isEmpty()
        ? target
            .flatMap(Table::primaryKey)
            .map(primary -> primary.columns().toList())
            .orElse(List.of())
        : key.targetColumns();
  }

  private boolean isForeignKeyName(Table table, Identifier name) {
    return table.foreignKeys().anyMatch(key -> key.name().equals(name))
        || (scope.schema().isConstraintName(table.name().sibling(name))
            && scope
                .schema()
                .tables()
                .filter(other -> !other.name().equals(table.name()))
                .filter(other -> other.name().schema().equals(table.name().schema()))
                .anyMatch(other -> other.foreignKeys().anyMatch(key -> key.name().equals(name))));
  }

  private void verify(Table table, Constraint.ForeignKey key, Table target) {
    ObjectRef ref = ObjectRef.constraint(table.name(), key.name());
    Table parent = target.name().equals(table.name()) ? table : target;
    for (Identifier column : key.targetColumns()) {
      if (parent.column(column).isEmpty()) {
        throw scope.errors().noParentColumn(ObjectRef.column(parent.name(), column));
      }
    }
    if (!MySqlKeys.isServed(parent, key.targetColumns())) {
      throw scope.errors().noParentIndex(ref);
    }
    if (!isCompatible(table, key, parent, true)) {
      throw scope.errors().incompatibleColumns(ref);
    }
    if (new MySqlHandedNulls(scope).isHandedNull(table, key, parent)) {
      throw scope.errors().incompatibleColumns(ref);
    }
    if (needsNull(key)
        && key.sourceColumns().stream()
            .anyMatch(column -> !table.column(column).orElseThrow().nullable())) {
      throw scope.errors().setNullOnNotNull(ref);
    }
  }

  static boolean needsNull(Constraint.ForeignKey key) {
    return key.onDelete() == ReferentialAction.SET_NULL
        || key.onUpdate() == ReferentialAction.SET_NULL;
  }

  /**
   * Whether each pair of columns can be compared (MySQL manual, 13.1.20.5, conditions).
   *
   * @param characters whether character sets and collations count
   */
  static boolean isCompatible(
      Table table, Constraint.ForeignKey key, Table parent, boolean characters) {
    if (key.sourceColumns().size() != key.targetColumns().size()) {
      return false;
    }
    for (int i = 0; i < key.sourceColumns().size(); i++) {
      Optional<Column> source = table.column(key.sourceColumns().get(i));
      Optional<Column> target = parent.column(key.targetColumns().get(i));
      if (source.isEmpty()
          || target.isEmpty()
          || !isCompatible(source.get().type(), target.get().type())
          || (characters && !sameCharacters(source.get(), target.get()))) {
        return false;
      }
    }
    return true;
  }

  // Labels are stored as numbers.
  private static boolean sameCharacters(Column source, Column target) {
    return source.type() instanceof SqlType.InlineEnum
        || source.collation().equals(target.collation());
  }

  // Lengths of strings may differ; sizes and signs of numbers, sets and collations may not.
  private static boolean isCompatible(SqlType source, SqlType target) {
    if (source instanceof SqlType.InlineEnum left && target instanceof SqlType.InlineEnum right) {
      return left.kind() == right.kind();
    }
    return source instanceof SqlType.Builtin left
        && target instanceof SqlType.Builtin right
        && family(left.name()).equals(family(right.name()));
  }

  private static String family(String type) {
    return switch (type) {
      case "char", "varchar" -> "char";
      case "binary", "varbinary" -> "binary";
      default -> type;
    };
  }
}
