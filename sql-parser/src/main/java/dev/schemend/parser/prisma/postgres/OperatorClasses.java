package dev.schemend.parser.prisma.postgres;

import dev.schemend.parser.prisma.FieldDeclaration.Arity;
import dev.schemend.parser.prisma.model.FieldKind;
import dev.schemend.parser.prisma.model.NativeType;
import dev.schemend.parser.prisma.model.ScalarField;
import dev.schemend.parser.prisma.model.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The operator classes that a schema can name without {@code raw} (Prisma documentation, "Index
 * configuration"; PostgreSQL manual, chapters on GIN, GiST, SP-GiST and BRIN).
 */
final class OperatorClasses {

  // A native type by its name; a scalar without one by its default type.
  private static final Map<String, Set<String>> BRIN = new TreeMap<>();

  static {
    brin("Bit", "Bit", false, false);
    brin("VarBit", "VarBit", false, false);
    brin("Bpchar", "Char", true, false);
    brin("Bytea", "ByteA", true, false);
    brin("Date", "Date", true, true);
    brin("Float4", "Real", true, true);
    brin("Float8", "DoublePrecision", true, true);
    brin("Inet", "Inet", true, true);
    brin("Int2", "SmallInt", true, true);
    brin("Int4", "Integer", true, true);
    brin("Int8", "BigInt", true, true);
    brin("Numeric", "Decimal", true, true);
    brin("Oid", "Oid", true, true);
    brin("Text", "Text", true, false);
    brin("Text", "VarChar", true, false);
    brin("Timestamp", "Timestamp", true, true);
    brin("TimestampTz", "Timestamptz", true, true);
    brin("Time", "Time", true, true);
    brin("TimeTz", "Timetz", true, true);
    brin("Uuid", "Uuid", true, true);
    BRIN.put("InetInclusionOps", Set.of("Inet"));
  }

  private OperatorClasses() {}

  private static void brin(String stem, String type, boolean bloom, boolean multi) {
    add(stem + "MinMaxOps", type);
    if (bloom) {
      add(stem + "BloomOps", type);
    }
    if (multi) {
      add(stem + "MinMaxMultiOps", type);
    }
  }

  private static void add(String name, String type) {
    Set<String> types = new TreeSet<>(BRIN.getOrDefault(name, Set.of()));
    types.add(type);
    BRIN.put(name, types);
  }

  static Optional<String> sqlName(String name, String indexType, ScalarField field) {
    boolean fits =
        switch (indexType) {
          case "Gin" ->
              switch (name) {
                case "JsonbOps", "JsonbPathOps" -> isJsonb(field);
                case "ArrayOps" -> field.arity() == Arity.LIST;
                default -> false;
              };
          case "Gist" -> name.equals("InetOps") && nativeName(field).equals("Inet");
          case "SpGist" ->
              switch (name) {
                case "InetOps" -> nativeName(field).equals("Inet");
                case "TextOps" -> List.of("Text", "VarChar").contains(nativeName(field));
                default -> false;
              };
          case "Brin" -> BRIN.getOrDefault(name, Set.of()).contains(nativeName(field));
          default -> false;
        };
    return fits ? Optional.of(snakeCase(name)) : Optional.empty();
  }

  /** The word for the server's operator class, of an index over a field of that native type. */
  static Optional<String> word(String sqlName, String indexType, String nativeType, boolean list) {
    return switch (indexType) {
      case "Gin" ->
          nativeType.equals("JsonB") && !list
              ? among(sqlName, List.of("JsonbOps", "JsonbPathOps"))
              : Optional.empty();
      case "Gist" ->
          nativeType.equals("Inet") ? among(sqlName, List.of("InetOps")) : Optional.empty();
      case "Brin" ->
          BRIN.entrySet().stream()
              .filter(entry -> entry.getValue().contains(nativeType))
              .map(Map.Entry::getKey)
              .filter(word -> snakeCase(word).equals(sqlName))
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<String> among(String sqlName, List<String> words) {
    return words.stream().filter(word -> snakeCase(word).equals(sqlName)).findFirst();
  }

  static boolean hasDefault(String indexType, ScalarField field) {
    if (field.kind() instanceof FieldKind.Unsupported) {
      return true;
    }
    String type = nativeName(field);
    return switch (indexType) {
      case "Gin" -> isJsonb(field) || field.arity() == Arity.LIST;
      case "Gist" -> false;
      case "SpGist" -> List.of("Text", "VarChar", "Inet").contains(type);
      case "Brin" -> BRIN.values().stream().anyMatch(types -> types.contains(type));
      default -> true;
    };
  }

  private static boolean isJsonb(ScalarField field) {
    return field.arity() != Arity.LIST && nativeName(field).equals("JsonB");
  }

  private static String nativeName(ScalarField field) {
    return field
        .nativeType()
        .map(NativeType::name)
        .orElseGet(
            () ->
                field.kind() instanceof FieldKind.Scalar(ScalarType scalar)
                    ? byDefault(scalar)
                    : "");
  }

  private static String byDefault(ScalarType scalar) {
    return switch (scalar) {
      case STRING -> "Text";
      case BOOLEAN -> "Boolean";
      case INT -> "Integer";
      case BIG_INT -> "BigInt";
      case FLOAT -> "DoublePrecision";
      case DECIMAL -> "Decimal";
      case DATE_TIME -> "Timestamp";
      case JSON -> "JsonB";
      case BYTES -> "ByteA";
    };
  }

  // MinMax is one word to the server, and so is Timestamptz.
  private static String snakeCase(String name) {
    return name.replace("MinMax", "Minmax")
        .replace("Tz", "tz")
        .replaceAll("(?<=[a-z0-9])([A-Z])", "_$1")
        .toLowerCase(Locale.ROOT);
  }
}
