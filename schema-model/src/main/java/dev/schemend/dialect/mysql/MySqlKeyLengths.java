package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long keys may be in InnoDB: 3072 bytes (MySQL manual, 17.22; MariaDB: InnoDB Limitations).
 * Values without a bound need a prefix. MariaDB cuts the values of an index that is not unique by
 * itself, and keeps hashes for one that is (server source: mysql_prepare_create_table()).
 */
final class MySqlKeyLengths {

  private static final int MOST = 3072;
  private static final String INNODB = "InnoDB";
  private static final String JSON = "json";

  private static final Set<String> UNBOUNDED =
      Set.of(
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          JSON);

  private final MySqlKeySizes sizes;
  private final boolean mariaDb;
  private final boolean strict;

  MySqlKeyLengths(MySqlScope scope) {
    MySqlDialect dialect = scope.dialect();
    this.sizes = new MySqlKeySizes(dialect);
    this.mariaDb = dialect.profile().flavor() == Flavor.MARIADB;
    this.strict = new MySqlVariables(dialect.profile()).isStrict(scope.session());
  }

  /** Whether values of the type have no bound, so that no key holds them whole. */
  static boolean isUnbounded(SqlType type) {
    return type instanceof SqlType.Builtin builtin && UNBOUNDED.contains(builtin.name());
  }

  /** The table with its keys as long as they are stored; refuses one that is too long. */
  Table fitted(Table table) {
    boolean innodb =
        table.options().mysql().engine().filter(engine -> !engine.equals(INNODB)).isEmpty();
    if (!innodb) {
      return table;
    }
    table.primaryKey().ifPresent(key -> require(table, MySqlKeys.PRIMARY, key));
    return table.withIndexes(table.indexes().stream().map(one -> fitted(table, one)).toList());
  }

  private void require(Table table, Identifier name, Constraint.PrimaryKey key) {
    requirePrefixes(table, key.parts());
    requireShort(table, name, key.parts());
  }

  private Index fitted(Table table, Index index) {
    Index fitted =
        switch (index.kind()) {
          case PLAIN -> mariaDb || !strict ? cut(table, index) : index;
          case UNIQUE, FULLTEXT, SPATIAL -> index;
        };
    boolean hashed = mariaDb && index.unique();
    boolean ordered = index.kind() == Index.Kind.PLAIN || index.kind() == Index.Kind.UNIQUE;
    if (ordered && !hashed) {
      requirePrefixes(table, fitted.parts());
      requireShort(table, index.name(), fitted.parts());
    }
    return fitted;
  }

  private Index cut(Table table, Index index) {
    List<IndexPart> parts = index.parts().stream().map(part -> cut(table, part)).toList();
    return parts.equals(index.parts()) ? index : index.withParts(parts);
  }

  private IndexPart cut(Table table, IndexPart part) {
    Optional<Column> column = part.columnName().flatMap(table::column);
    if (column.isEmpty() || !(column.get().type() instanceof SqlType.Builtin type)) {
      return part;
    }
    boolean whole = part.prefixLength().isEmpty();
    boolean unbounded =
        mariaDb && whole && UNBOUNDED.contains(type.name()) && !type.name().startsWith("tiny");
    return unbounded || sizes.bytes(column.get(), part) > MOST
        ? new IndexPart(
            part.key(),
            part.descending(),
            part.nullsFirst(),
            Optional.of(MOST / sizes.bytesPerUnit(column.get())),
            part.operatorClass(),
            part.collation())
        : part;
  }

  private void requirePrefixes(Table table, List<IndexPart> parts) {
    for (IndexPart part : parts) {
      Optional<Column> column =
          part.prefixLength().isPresent()
              ? Optional.empty()
              : part.columnName().flatMap(table::column);
      if (column.isPresent()
          && column.get().type() instanceof SqlType.Builtin type
          && UNBOUNDED.contains(type.name())) {
        throw MySqlErrors.invalid(
            ObjectRef.column(table.name(), column.get().name()),
            "is used in a key without a key length",
            type.name().equals(JSON) ? MySqlErrors.JSON_AS_KEY : MySqlErrors.KEY_WITHOUT_LENGTH);
      }
    }
  }

  private void requireShort(Table table, Identifier name, List<IndexPart> parts) {
    int length = 0;
    for (IndexPart part : parts) {
      length +=
          part.columnName()
              .flatMap(table::column)
              .map(column -> sizes.bytes(column, part))
              .orElse(0);
    }
    if (length > MOST) {
      throw MySqlErrors.invalid(
          MySqlErrors.indexRef(table.name(), name),
          "the key is too long: " + length + " of " + MOST + " bytes",
          MySqlErrors.KEY_TOO_LONG);
    }
  }
}
