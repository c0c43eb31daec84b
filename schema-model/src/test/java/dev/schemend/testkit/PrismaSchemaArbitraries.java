package dev.schemend.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random Prisma schemas as text, valid by construction. Names come from small pools, so that two
 * schemas have much in common and differ as neighbours do.
 */
public final class PrismaSchemaArbitraries {

  private static final int MODELS = 4;
  private static final int FIELDS = 6;

  private PrismaSchemaArbitraries() {}

  /** Schemas for a provider, {@code postgresql} or {@code mysql}. */
  public static Arbitrary<String> schemas(String provider) {
    return Arbitraries.randoms().map(random -> new Writer(provider, random).schema());
  }

  /** So many schemas, the same ones for the same seed. */
  public static List<String> some(String provider, int count, long seed) {
    List<String> schemas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      schemas.add(new Writer(provider, new Random(seed + i)).schema());
    }
    return schemas;
  }

  /** A scalar type with native types and constants that fit it. */
  private record Scalar(String name, List<String> natives, List<String> defaults) {}

  private static final List<Scalar> POSTGRES =
      List.of(
          new Scalar(
              "String",
              List.of("Text", "VarChar(20)", "VarChar", "Char(5)", "Uuid", "Inet", "Xml"),
              List.of(
                  "\"x\"", "\"it's\"", "\"\"", "uuid()", "cuid()", "dbgenerated(\"'a'::text\")")),
          new Scalar("Int", List.of("SmallInt", "Integer", "Oid"), List.of("0", "7", "-3")),
          new Scalar("BigInt", List.of("BigInt"), List.of("1", "9007199254740993")),
          new Scalar("Float", List.of("Real", "DoublePrecision"), List.of("1.5", "0", "-2.25")),
          new Scalar(
              "Decimal",
              List.of("Decimal(10, 2)", "Money", "Decimal(65, 30)"),
              List.of("1.5", "3")),
          new Scalar("Boolean", List.of("Boolean"), List.of("true", "false")),
          new Scalar(
              "DateTime",
              List.of(
                  "Timestamp(6)", "Timestamptz(3)", "Date", "Time(3)", "Timetz(6)", "Timestamp"),
              List.of("now()")),
          new Scalar("Json", List.of("Json", "JsonB"), List.of("\"{}\"", "\"[1, 2]\"")),
          new Scalar("Bytes", List.of("ByteA"), List.of("\"aGVsbG8=\"")));

  private static final List<Scalar> MYSQL =
      List.of(
          new Scalar(
              "String",
              List.of("VarChar(20)", "Char(5)", "VarChar(191)"),
              List.of("\"x\"", "\"it's\"", "\"\"", "uuid()", "cuid()")),
          new Scalar(
              "Int",
              List.of("SmallInt", "Int", "UnsignedInt", "MediumInt", "UnsignedSmallInt"),
              List.of("0", "7", "3")),
          new Scalar("BigInt", List.of("BigInt", "UnsignedBigInt"), List.of("1", "77")),
          new Scalar("Float", List.of("Float", "Double"), List.of("1.5", "0", "2.25")),
          new Scalar("Decimal", List.of("Decimal(10, 2)", "Decimal(65, 30)"), List.of("1.5", "3")),
          new Scalar("Boolean", List.of("TinyInt", "Bit(1)"), List.of("true", "false")),
          new Scalar(
              "DateTime", List.of("DateTime(6)", "Timestamp(3)", "DateTime(3)"), List.of("now()")),
          new Scalar("Json", List.of("Json"), List.of()),
          new Scalar("Bytes", List.of("VarBinary(20)", "LongBlob"), List.of()));

  private static final Map<String, String> IDS =
      Map.of(
          "Int", "id Int @id @default(autoincrement())",
          "BigInt", "id BigInt @id @default(autoincrement())",
          "String", "id String @id @default(uuid())");

  /** One schema being written. */
  private static final class Writer {
    private final boolean postgres;
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<String> models = new ArrayList<>();
    private final List<String> idTypes = new ArrayList<>();
    private final List<StringBuilder> bodies = new ArrayList<>();

    Writer(String provider, Random random) {
      this.postgres = provider.equals("postgresql");
      this.random = random;
      text.append("datasource db {\n  provider = \"").append(provider).append("\"\n}\n");
    }

    String schema() {
      for (int i = 0; i < MODELS; i++) {
        if (chance(3, 4) || i == 0) {
          models.add("M" + i);
          // The same name has the same key almost always, as in a real project.
          String usual = List.of("Int", "BigInt", "String", "Int").get(i);
          idTypes.add(chance(1, 12) ? pick(List.of("Int", "BigInt", "String")) : usual);
          bodies.add(new StringBuilder());
        }
      }
      for (int i = 0; i < models.size(); i++) {
        bodies.get(i).append("  ").append(IDS.get(idTypes.get(i))).append('\n');
        fields(bodies.get(i));
      }
      relations();
      for (int i = 0; i < models.size(); i++) {
        text.append("\nmodel ").append(models.get(i)).append(" {\n").append(bodies.get(i));
        if (chance(1, 5)) {
          text.append("\n  @@map(\"table_")
              .append(models.get(i).toLowerCase(Locale.ROOT))
              .append("\")\n");
        }
        text.append("}\n");
      }
      text.append("\nenum E0 {\n  a\n  b\n").append(chance(5, 6) ? "  c\n" : "").append("}\n");
      text.append("\nenum E1 {\n  x\n")
          .append(chance(5, 6) ? "  y @map(\"why\")\n" : "  y @map(\"why\")\n  z\n")
          .append("}\n");
      return text.toString();
    }

    private boolean chance(int of, int all) {
      return random.nextInt(all) < of;
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private void fields(StringBuilder body) {
      List<String> indexable = new ArrayList<>();
      List<String> json = new ArrayList<>();
      for (int i = 0; i < FIELDS; i++) {
        if (chance(1, 2)) {
          field("f" + i, body, indexable, json);
        }
      }
      if (indexable.size() > 1 && chance(1, 2)) {
        String sort = chance(1, 4) ? "(sort: Desc)" : "";
        body.append("  @@index([")
            .append(indexable.get(0))
            .append(sort)
            .append(", ")
            .append(indexable.get(1))
            .append("])\n");
      }
      if (indexable.size() > 2 && chance(1, 2)) {
        String map = chance(1, 3) ? ", map: \"uq_" + random.nextInt(1_000_000) + "\"" : "";
        body.append("  @@unique([")
            .append(indexable.get(2))
            .append(", ")
            .append(indexable.get(0))
            .append("]")
            .append(map)
            .append(")\n");
      }
      if (postgres && !json.isEmpty() && chance(1, 2)) {
        String ops = chance(1, 2) ? "(ops: JsonbPathOps)" : "";
        body.append("  @@index([").append(json.getFirst()).append(ops).append("], type: Gin)\n");
      }
    }

    private void field(String name, StringBuilder body, List<String> indexable, List<String> json) {
      if (chance(1, 6)) {
        String[] enumType = chance(1, 2) ? new String[] {"E0", "b"} : new String[] {"E1", "x"};
        String arity = pick(postgres ? List.of("", "?", "[]") : List.of("", "?"));
        String value =
            arity.equals("[]") ? "" : chance(1, 2) ? " @default(" + enumType[1] + ")" : "";
        line(body, name, enumType[0] + arity + value);
        return;
      }
      Scalar scalar = pick(postgres ? POSTGRES : MYSQL);
      String arity = pick(postgres ? List.of("", "", "?", "[]") : List.of("", "", "?"));
      boolean typed = chance(1, 2);
      String nativeType = typed ? pick(scalar.natives()) : "";
      StringBuilder line = new StringBuilder(scalar.name()).append(arity);
      boolean moment =
          (nativeType.startsWith("Date") && !nativeType.startsWith("DateTime"))
              || (nativeType.startsWith("Time") && !nativeType.startsWith("Timestamp"));
      if (chance(1, 2) && !scalar.defaults().isEmpty() && !moment && !isPlain(nativeType)) {
        String value = pick(scalar.defaults());
        if (arity.equals("[]")) {
          if (!value.endsWith(")")) {
            line.append(" @default([").append(value).append("])");
          }
        } else {
          line.append(" @default(").append(value).append(')');
        }
      }
      if (typed) {
        line.append(" @db.").append(nativeType);
      }
      boolean keyed = !arity.equals("[]") && isIndexable(scalar.name(), nativeType);
      if (keyed && chance(1, 5)) {
        line.append(" @unique");
      }
      line(body, name, line.toString());
      if (keyed) {
        indexable.add(name);
      }
      if (scalar.name().equals("Json") && !nativeType.equals("Json") && arity.isEmpty()) {
        json.add(name);
      }
    }

    // Types whose constants are no constants of the scalar type.
    private static boolean isPlain(String nativeType) {
      return List.of("Uuid", "Inet", "Xml", "Money", "Oid", "Bit(1)").contains(nativeType);
    }

    private boolean isIndexable(String scalar, String nativeType) {
      boolean large =
          scalar.equals("Json")
              || nativeType.equals("Xml")
              || (!postgres && scalar.equals("Bytes"));
      return !large;
    }

    private void line(StringBuilder body, String name, String rest) {
      String map = chance(1, 6) ? " @map(\"column_" + name + "\")" : "";
      body.append("  ").append(name).append(' ').append(rest).append(map).append('\n');
    }

    private void relations() {
      for (int r = 0; r < 3; r++) {
        if (!chance(2, 3)) {
          continue;
        }
        int from = random.nextInt(models.size());
        int to = random.nextInt(models.size());
        String name = "@relation(\"r" + r + "\"";
        switch (random.nextInt(3)) {
          case 0 -> {
            bodies
                .get(from)
                .append("  l")
                .append(r)
                .append(' ')
                .append(models.get(to))
                .append("[] ")
                .append(name)
                .append(")\n");
            bodies
                .get(to)
                .append("  m")
                .append(r)
                .append(' ')
                .append(models.get(from))
                .append("[] ")
                .append(name)
                .append(")\n");
          }
          case 1 -> keyed(r, from, to, name, true);
          default -> keyed(r, from, to, name, false);
        }
      }
    }

    private void keyed(int r, int from, int to, String name, boolean one) {
      String optional = chance(1, 2) ? "?" : "";
      List<String> actions =
          optional.isEmpty()
              ? List.of("", ", onDelete: Cascade", ", onDelete: NoAction")
              : List.of("", ", onDelete: SetNull", ", onDelete: Cascade, onUpdate: Restrict");
      bodies
          .get(from)
          .append("  r")
          .append(r)
          .append("Id ")
          .append(idTypes.get(to))
          .append(optional)
          .append(one ? " @unique" : "")
          .append('\n');
      bodies
          .get(from)
          .append("  r")
          .append(r)
          .append(' ')
          .append(models.get(to))
          .append(optional)
          .append(' ')
          .append(name)
          .append(", fields: [r")
          .append(r)
          .append("Id], references: [id]")
          .append(pick(actions))
          .append(")\n");
      bodies
          .get(to)
          .append("  b")
          .append(r)
          .append(' ')
          .append(models.get(from))
          .append(one ? "? " : "[] ")
          .append(name)
          .append(")\n");
    }
  }
}
