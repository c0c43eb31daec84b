package dev.schemend.preflight.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlCharacterSets;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.preflight.Limit;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How large a table of InnoDB may be (MySQL manual, 10.4.7 "Limits on Table Column Count and Row
 * Size", 17.22 "InnoDB Limits", 13.7 "Data Type Storage Requirements"; MariaDB Knowledge Base,
 * "InnoDB Limitations"). Other engines and row formats have their own, and are left alone.
 */
final class MySqlLimits {

  private static final int COLUMNS = 1017;
  private static final int INDEXES = 64;
  private static final int PARTS = 16;
  private static final int KEY_BYTES = 3072;
  private static final int ROW_BYTES = 65_535;
  private static final int POINTER = 8;
  private static final int BITS = 8;
  private static final int ONE_BYTE_LENGTH = 255;

  private static final Pattern ATTRIBUTES = Pattern.compile(" unsigned| zerofill");

  /** What a value takes; of those that lie elsewhere, what points at them. */
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("tinyint", 1),
          Map.entry("smallint", 2),
          Map.entry("mediumint", 3),
          Map.entry("int", 4),
          Map.entry("bigint", 8),
          Map.entry("float", 4),
          Map.entry("double", 8),
          Map.entry("year", 1),
          Map.entry("date", 3),
          Map.entry("time", 3),
          Map.entry("timestamp", 4),
          Map.entry("datetime", 5),
          Map.entry("tinytext", 1 + POINTER),
          Map.entry("tinyblob", 1 + POINTER),
          Map.entry("text", 2 + POINTER),
          Map.entry("blob", 2 + POINTER),
          Map.entry("mediumtext", 3 + POINTER),
          Map.entry("mediumblob", 3 + POINTER),
          Map.entry("longtext", 4 + POINTER),
          Map.entry("longblob", 4 + POINTER),
          Map.entry("json", 4 + POINTER));

  private final Flavor flavor;
  private final MySqlCharacterSets sets;

  MySqlLimits(ServerProfile profile) {
    this.flavor = profile.flavor();
    this.sets = new MySqlCharacterSets(profile);
  }

  List<Limit> of(Table table) {
    boolean innodb =
        table.options().mysql().engine().map("innodb"::equalsIgnoreCase).orElse(true)
            && table.options().mysql().other().keySet().stream()
                .noneMatch("row_format"::equalsIgnoreCase);
    if (!innodb) {
      return List.of();
    }
    List<Limit> limits = new ArrayList<>();
    if (table.columns().size() > COLUMNS) {
      limits.add(new Limit("columns", "are more than " + COLUMNS, "1117"));
    }
    if (table.indexes().size() > INDEXES) {
      limits.add(new Limit("indexes", "are more than " + INDEXES, "1069"));
    }
    limits.addAll(row(table));
    for (Index index : table.indexes()) {
      boolean sorted = index.kind() == Index.Kind.PLAIN || index.kind() == Index.Kind.UNIQUE;
      if (sorted) {
        // MariaDB cuts a long key, or keeps its hash.
        limits.addAll(key(index.name().toString(), index.parts(), table, flavor == Flavor.MYSQL));
      }
    }
    table.constraints().stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(Constraint.PrimaryKey.class::cast)
        .forEach(key -> limits.addAll(key("PRIMARY", key.parts(), table, true)));
    return limits;
  }

  private List<Limit> row(Table table) {
    long bytes = 0;
    for (Column column : table.columns()) {
      long data = data(column).orElse(0);
      if (isVariable(column.type()) && data > ROW_BYTES) {
        return List.of(
            new Limit(column.name().toString(), "is longer than " + ROW_BYTES + " bytes", "1074"));
      }
      bytes += data + (isVariable(column.type()) ? data > ONE_BYTE_LENGTH ? 2 : 1 : 0);
    }
    long nullable = table.columns().stream().filter(Column::nullable).count();
    bytes += (nullable + BITS - 1) / BITS;
    return bytes > ROW_BYTES
        ? List.of(new Limit("a row", "is longer than " + ROW_BYTES + " bytes", "1118"))
        : List.of();
  }

  private List<Limit> key(String name, List<IndexPart> parts, Table table, boolean refusesLong) {
    if (parts.size() > PARTS) {
      return List.of(new Limit(name, "has more than " + PARTS + " parts", "1070"));
    }
    long bytes = 0;
    for (IndexPart part : parts) {
      if (part.key() instanceof IndexPart.ColumnKey(var name1)) {
        bytes += table.column(name1).map(column -> key(column, part)).orElse(0L);
      }
    }
    return refusesLong && bytes > KEY_BYTES
        ? List.of(new Limit(name, "is longer than " + KEY_BYTES + " bytes", "1071"))
        : List.of();
  }

  private long key(Column column, IndexPart part) {
    return part.prefixLength()
        .map(length -> (long) length * bytesPerCharacter(column))
        .orElseGet(() -> data(column).orElse(0));
  }

  private int bytesPerCharacter(Column column) {
    return column.mysql().characterSet().map(sets::bytesPerCharacter).orElse(1);
  }

  private static boolean isVariable(SqlType type) {
    return type instanceof SqlType.Builtin builtin
        && (builtin.name().equals("varchar") || builtin.name().equals("varbinary"));
  }

  /** Of a type that is not known, nothing. */
  private OptionalLong data(Column column) {
    return switch (column.type()) {
      case SqlType.Builtin builtin -> data(builtin, column);
      case SqlType.InlineEnum inline ->
          OptionalLong.of(
              inline.kind() == SqlType.InlineEnum.Kind.ENUM
                  ? inline.values().size() > ONE_BYTE_LENGTH ? 2 : 1
                  : (inline.values().size() + BITS - 1) / BITS);
      case SqlType.UserDefined user -> OptionalLong.empty();
      case SqlType.ArrayOf array -> OptionalLong.empty();
    };
  }

  private OptionalLong data(SqlType.Builtin type, Column column) {
    String name = ATTRIBUTES.matcher(type.name()).replaceAll("");
    long length = type.modifiers().isEmpty() ? 0 : type.modifiers().getFirst();
    return switch (name) {
      case "char", "varchar" -> OptionalLong.of(length * bytesPerCharacter(column));
      case "binary", "varbinary" -> OptionalLong.of(length);
      case "bit" -> OptionalLong.of((length + BITS - 1) / BITS);
      case "decimal" -> OptionalLong.of(length / 2 + 1);
      default -> BYTES.containsKey(name) ? OptionalLong.of(BYTES.get(name)) : OptionalLong.empty();
    };
  }
}
