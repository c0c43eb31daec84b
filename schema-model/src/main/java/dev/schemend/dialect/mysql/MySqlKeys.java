package dev.schemend.dialect.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Indexes and primary keys: their names, their stored form, and which serve a foreign key. */
public final class MySqlKeys {

  static final Identifier PRIMARY = new Identifier("PRIMARY", "primary");

  private static final String FUNCTIONAL_INDEX = "functional_index";
  private static final Set<String> ENGINES_WITH_HASH = Set.of("MEMORY", "ndbcluster");
  private static final String HASH = "hash";
  private static final Set<String> TYPES_WITH_PREFIX =
      Set.of("char", "varchar", "binary", "varbinary");

  private final MySqlDialect dialect;

  MySqlKeys(MySqlDialect dialect) {
    this.dialect = dialect;
  }

  /** {@code table} with one more index, in the server's form and with a name. */
  Table add(Table table, Index written) {
    requireColumns(table, written.columns().toList());
    if (written.name().equals(PRIMARY)) {
      throw MySqlErrors.invalid(
          MySqlErrors.indexRef(table.name(), written.name()),
          "incorrect index name",
          MySqlErrors.WRONG_NAME_FOR_INDEX);
    }
    requireExpressions(table, written);
    requireHash(table, written);
    Index canonical = canonical(table, written);
    if (canonical.name().isNone()) {
      // An index that the new one makes needless is gone before the new one is named.
      Table rest = withoutNeedlessIndexes(table.plus(canonical)).withoutIndex(Identifier.NONE);
      return rest.plus(canonical.withName(implicitName(rest, canonical)));
    }
    if (table.index(canonical.name()).isPresent()) {
      throw MySqlErrors.duplicate(
          MySqlErrors.indexRef(table.name(), canonical.name()), MySqlErrors.DUPLICATE_KEY_NAME);
    }
    return table.plus(canonical);
  }

  // MariaDB tells values without a bound apart by their hashes, unless it is told to keep a tree.
  private void requireHash(Table table, Index written) {
    boolean tree =
        dialect.profile().flavor() == Flavor.MARIADB
            && written.kind() == Index.Kind.UNIQUE
            && written.method().equals(Index.BTREE)
            && written.parts().stream()
                .filter(part -> part.prefixLength().isEmpty())
                .flatMap(part -> part.columnName().stream())
                .flatMap(name -> table.column(name).stream())
                .anyMatch(column -> MySqlKeyLengths.isUnbounded(column.type()));
    if (tree) {
      throw MySqlErrors.invalid(
          MySqlErrors.indexRef(table.name(), written.name()),
          "a tree cannot hold values without a bound",
          MySqlErrors.KEY_TOO_LONG);
    }
  }

  private void requireExpressions(Table table, Index written) {
    boolean functional =
        written.parts().stream().anyMatch(part -> part.key() instanceof IndexPart.ExpressionKey);
    if (functional && dialect.profile().flavor() == Flavor.MARIADB) {
      throw MySqlErrors.foreign("a functional key part");
    }
    for (Identifier read : ColumnUses.in(written)) {
      if (table.column(read).isEmpty()) {
        throw MySqlErrors.undefined(
            ObjectRef.column(table.name(), read), MySqlErrors.UNKNOWN_COLUMN);
      }
    }
  }

  /** {@code table} with its indexes in the form in which its engine, a new one, stores them. */
  Table restored(Table table) {
    return table.withIndexes(
        table.indexes().stream()
            .map(index -> canonical(table, index.withMethod(Index.UNSTATED)))
            .toList());
  }

  /** {@code table} with a primary key, whose columns refuse {@code NULL} from then on. */
  Table add(Table table, Constraint.PrimaryKey written) {
    if (table.primaryKey().isPresent()) {
      throw MySqlErrors.invalid(
          table.ref(), "multiple primary key defined", MySqlErrors.MULTIPLE_PRIMARY_KEY);
    }
    List<Identifier> columns = written.columns().toList();
    requireColumns(table, columns);
    Table changed = table;
    for (Identifier column : columns) {
      changed = changed.changing(column, one -> one.withNullable(false));
    }
    return changed.plus(
        written
            .withName(PRIMARY)
            .withParts(parts(table, Index.Kind.UNIQUE, written.parts()), List.of()));
  }

  private static void requireColumns(Table table, List<Identifier> columns) {
    Set<Identifier> seen = new HashSet<>();
    for (Identifier column : columns) {
      if (!seen.add(column)) {
        throw MySqlErrors.duplicate(
            ObjectRef.column(table.name(), column), MySqlErrors.DUPLICATE_COLUMN);
      }
      if (table.column(column).isEmpty()) {
        throw MySqlErrors.invalid(
            ObjectRef.column(table.name(), column),
            "key column does not exist in table",
            MySqlErrors.KEY_COLUMN_MISSING);
      }
    }
  }

  /** The method of an index that names none, on a table with these options. */
  public static String defaultMethod(MySqlTableOptions table) {
    return table.engine().filter(ENGINES_WITH_HASH::contains).isPresent() ? HASH : Index.BTREE;
  }

  // InnoDB reads USING HASH and builds a b-tree, MEMORY prefers the hash (MySQL manual, 15.1.15).
  private static String method(Table table, Index written) {
    String preferred = defaultMethod(table.options().mysql());
    boolean chosen = written.kind() == Index.Kind.PLAIN || written.kind() == Index.Kind.UNIQUE;
    if (!chosen || preferred.equals(Index.BTREE)) {
      return Index.BTREE;
    }
    return written.method().equals(Index.UNSTATED) ? preferred : written.method();
  }

  private Index canonical(Table table, Index written) {
    return new Index(
        written.name(),
        written.kind(),
        method(table, written),
        parts(table, written.kind(), written.parts()),
        Optional.empty(),
        PostgresIndexOptions.NONE,
        new MySqlIndexOptions(
            written.mysql().invisible(),
            written.mysql().comment().filter(text -> !text.isEmpty()),
            written.mysql().parser().map(name -> name.toLowerCase(Locale.ROOT)),
            written.mysql().generated()));
  }

  private List<IndexPart> parts(Table table, Index.Kind kind, List<IndexPart> written) {
    return written.stream().map(part -> part(table, kind, part)).toList();
  }

  private IndexPart part(Table table, Index.Kind kind, IndexPart written) {
    boolean ordered = kind == Index.Kind.PLAIN || kind == Index.Kind.UNIQUE;
    return new IndexPart(
        switch (written.key()) {
          case IndexPart.ColumnKey column ->
              // One that is dropped may be away until the same statement adds it again.
              new IndexPart.ColumnKey(
                  table.column(column.column()).map(Column::name).orElse(column.column()));
          case IndexPart.ExpressionKey key ->
              new IndexPart.ExpressionKey(
                  dialect.expressions().canonical(key.expression(), Optional.empty()));
        },
        written.descending() && ordered && keepsDescending(dialect.profile()),
        Optional.empty(),
        ordered
            ? written.prefixLength().filter(length -> !isWhole(table, written, length))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  // DESC is stored since MySQL 8.0.1 and MariaDB 10.8; older servers read and forget it.
  private static boolean keepsDescending(ServerProfile profile) {
    return profile
        .version()
        .since(
            profile.flavor() == Flavor.MARIADB
                ? ServerVersion.of(10, 8, 0)
                : ServerVersion.of(8, 0, 1));
  }

  private static boolean isWhole(Table table, IndexPart part, int length) {
    return part.columnName()
        .flatMap(table::column)
        .map(Column::type)
        .filter(type -> isWhole(type, length))
        .isPresent();
  }

  // mysql_prepare_alter_table(): a column that became short, or of a type without parts.
  private static boolean isWhole(SqlType type, int length) {
    if (type instanceof SqlType.Builtin builtin && TYPES_WITH_PREFIX.contains(builtin.name())) {
      return builtin.modifiers().stream().allMatch(most -> most <= length);
    }
    return !MySqlKeyLengths.isUnbounded(type);
  }

  /** {@code table} whose keys hold columns whole that have become as short as their prefixes. */
  Table withoutNeedlessPrefixes(Table table) {
    return table
        .withIndexes(
            table.indexes().stream()
                .map(index -> index.withParts(parts(table, index.kind(), index.parts())))
                .toList())
        .withConstraints(
            table.constraints().stream()
                .map(
                    constraint ->
                        constraint instanceof Constraint.PrimaryKey key
                            ? key.withParts(
                                parts(table, Index.Kind.UNIQUE, key.parts()), key.include())
                            : constraint)
                .toList());
  }

  // Server source: make_unique_key_name(); functional parts: MySQL manual, 13.1.15.
  private static Identifier implicitName(Table table, Index index) {
    String base = index.parts().get(0).columnName().map(Identifier::text).orElse(FUNCTIONAL_INDEX);
    if (!member(base).equals(PRIMARY) && table.index(member(base)).isEmpty()) {
      return member(base);
    }
    int number = 2;
    while (table.index(member(base + "_" + number)).isPresent()) {
      number++;
    }
    return member(base + "_" + number);
  }

  static Identifier member(String text) {
    return new Identifier(text, text.toLowerCase(Locale.ROOT));
  }

  /** Whether an index of the table, or its primary key, starts with exactly these columns. */
  static boolean isServed(Table table, List<Identifier> columns) {
    return table.primaryKey().filter(key -> startsWith(key.parts(), columns)).isPresent()
        || table.indexes().stream().anyMatch(index -> serves(index, columns));
  }

  private static boolean serves(Index index, List<Identifier> columns) {
    return (index.kind() == Index.Kind.PLAIN || index.kind() == Index.Kind.UNIQUE)
        && startsWith(index.parts(), columns);
  }

  private static boolean startsWith(List<IndexPart> parts, List<Identifier> columns) {
    if (parts.size() < columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      IndexPart part = parts.get(i);
      if (part.prefixLength().isPresent()
          || !part.columnName().filter(columns.get(i)::equals).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static List<IndexPart> wholly(List<Identifier> columns) {
    return columns.stream().map(IndexPart::column).toList();
  }

  /**
   * {@code table} with the index that InnoDB makes for a foreign key that none serves.
   *
   * @param writtenName the name of the key; it has none of its own where nothing was written
   */
  Table withIndexFor(Table table, Constraint.ForeignKey key, Identifier writtenName) {
    return withServing(
        table,
        Index.of(writtenName, Index.Kind.PLAIN, wholly(key.sourceColumns()))
            .withMethod(Index.UNSTATED)
            .withMySql(MySqlIndexOptions.NONE.withGenerated(true)));
  }

  /**
   * {@code table} with an index that serves a foreign key, where no other does. One that was made
   * for another key gives way, unless it has more columns (server source:
   * mysql_prepare_create_table(), foreign_key_prefix()).
   */
  Table withServing(Table table, Index serving) {
    List<Identifier> columns = serving.columns().toList();
    List<Index> givingWay =
        table.indexes().stream()
            .filter(index -> index.mysql().generated())
            .filter(index -> startsWith(wholly(columns), index.columns().toList()))
            .toList();
    Table others = table;
    for (Index index : givingWay) {
      others = others.withoutIndex(index.name());
    }
    if (isServed(others, columns)) {
      return table;
    }
    return add(others, serving);
  }

  /**
   * {@code table} without the generated indexes that another index makes needless (MySQL manual,
   * 13.1.20.5).
   */
  static Table withoutNeedlessIndexes(Table table) {
    Table kept = table;
    for (Index index : table.indexes()) {
      if (index.mysql().generated()) {
        Table others = kept.withoutIndex(index.name());
        if (isServed(others, index.columns().toList())) {
          kept = others;
        }
      }
    }
    return kept;
  }

  /** {@code table} with {@code column} taken out of every index; empty indexes go. */
  Table withoutColumn(Table table, Identifier column) {
    List<Index> indexes =
        table.indexes().stream()
            .flatMap(index -> without(table.name(), index, column).stream())
            .toList();
    List<Constraint> constraints =
        table.constraints().stream()
            .flatMap(
                constraint ->
                    constraint instanceof Constraint.PrimaryKey key
                        ? without(table.name(), key, column).stream()
                        : Stream.of(constraint))
            .toList();
    return table.withIndexes(indexes).withConstraints(constraints);
  }

  private Optional<Index> without(ObjectName table, Index index, Identifier column) {
    List<IndexPart> rest = rest(index.parts(), column);
    if (rest.size() == index.parts().size()) {
      return Optional.of(index);
    }
    requireDroppable(table, index.unique(), rest, column);
    return rest.isEmpty() ? Optional.empty() : Optional.of(index.withParts(rest));
  }

  private Optional<Constraint> without(
      ObjectName table, Constraint.PrimaryKey key, Identifier column) {
    List<IndexPart> rest = rest(key.parts(), column);
    if (rest.size() == key.parts().size()) {
      return Optional.of(key);
    }
    requireDroppable(table, true, rest, column);
    return rest.isEmpty() ? Optional.empty() : Optional.of(key.withParts(rest, key.include()));
  }

  // MariaDB will not narrow a unique key (MDEV-13613); MySQL does.
  private void requireDroppable(
      ObjectName table, boolean unique, List<IndexPart> rest, Identifier column) {
    if (unique && !rest.isEmpty() && dialect.profile().flavor() == Flavor.MARIADB) {
      throw MySqlErrors.invalid(
          ObjectRef.column(table, column),
          "is part of a unique key of several columns",
          MySqlErrors.KEY_COLUMN_MISSING);
    }
  }

  private static List<IndexPart> rest(List<IndexPart> parts, Identifier column) {
    return parts.stream()
        .filter(part -> !part.columnName().filter(column::equals).isPresent())
        .toList();
  }
}
