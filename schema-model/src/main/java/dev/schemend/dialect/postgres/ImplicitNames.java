package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The names that the server forms where none is written: {@code table_column_label}, cut to 63
 * bytes and numbered on a clash (server sources: {@code makeObjectName}, {@code
 * ChooseRelationName}, {@code ChooseConstraintName}, {@code FigureColname}).
 */
final class ImplicitNames {

  private static final int MAX_BYTES = 63;

  private ImplicitNames() {}

  /** The name of a relation: no other relation of the schema may have it. */
  static Identifier relation(Scope scope, ObjectName table, String columns, String label) {
    return choose(table, columns, label, scope::isTaken);
  }

  /** The name of a constraint with an index: free among relations and among constraints. */
  static Identifier keyConstraint(Scope scope, ObjectName table, String columns, String label) {
    return choose(
        table,
        columns,
        label,
        name -> scope.isTaken(name) || scope.schema().isConstraintName(name));
  }

  /** The name of another constraint: free among the constraints of the schema. */
  static Identifier constraint(Schema schema, ObjectName table, String columns, String label) {
    return choose(table, columns, label, schema::isConstraintName);
  }

  /** The first numbered name that is not taken (ChooseRelationName, ChooseConstraintName). */
  static Identifier choose(
      ObjectName table, String columns, String label, Predicate<ObjectName> taken) {
    String numbered = label;
    for (int pass = 1; ; pass++) {
      Identifier name = Identifier.of(make(table.name().text(), columns, numbered));
      if (!taken.test(table.sibling(name))) {
        return name;
      }
      numbered = label + pass;
    }
  }

  /** What the sequence of a column is called, unless that is taken (ChooseRelationName). */
  static Identifier sequence(ObjectName table, Identifier column) {
    return Identifier.of(make(table.name().text(), column.text(), "seq"));
  }

  private static String make(String first, String second, String label) {
    int overhead = label.length() + 1 + (second.isEmpty() ? 0 : 1);
    int available = MAX_BYTES - overhead;
    int firstBytes = bytes(first);
    int secondBytes = bytes(second);
    while (firstBytes + secondBytes > available) {
      if (firstBytes > secondBytes) {
        firstBytes--;
      } else {
        secondBytes--;
      }
    }
    return clip(first, firstBytes)
        + (second.isEmpty() ? "" : "_" + clip(second, secondBytes))
        + "_"
        + label;
  }

  /** The columns of an index or key as its name has them. */
  static String columns(List<String> names) {
    StringBuilder joined = new StringBuilder();
    for (String name : names) {
      joined.append(joined.isEmpty() ? "" : "_").append(name);
      if (bytes(joined.toString()) >= MAX_BYTES + 1) {
        break;
      }
    }
    return joined.toString();
  }

  /** The column names that an index gets from its parts, those that it only includes too. */
  static List<String> indexColumns(List<IndexPart> parts, List<Identifier> include) {
    List<String> names = new ArrayList<>();
    List<IndexPart> all = new ArrayList<>(parts);
    include.forEach(column -> all.add(IndexPart.column(column)));
    for (IndexPart part : all) {
      String base =
          switch (part.key()) {
            case IndexPart.ColumnKey column -> column.column().text();
            case IndexPart.ExpressionKey key -> figure(key.expression()).orElse("expr");
          };
      String name = base;
      for (int i = 1; names.contains(name); i++) {
        String suffix = Integer.toString(i);
        name = clip(base, MAX_BYTES - suffix.length()) + suffix;
      }
      names.add(name);
    }
    return names;
  }

  private static Optional<String> figure(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.ColumnRef column -> Optional.of(column.column().text());
      case SqlExpr.FunctionCall call -> Optional.of(call.name().name().text());
      case SqlExpr.Cast cast -> figure(cast.operand()).or(() -> figure(cast.type()));
      case SqlExpr.Case choice ->
          choice.otherwise().flatMap(ImplicitNames::figure).or(() -> Optional.of("case"));
      case SqlExpr.ArrayLiteral array -> Optional.of("array");
      case SqlExpr.Row row -> Optional.of("row");
      case SqlExpr.NullLiteral leaf -> Optional.empty();
      case SqlExpr.BooleanLiteral leaf -> Optional.of("bool");
      case SqlExpr.NumberLiteral leaf -> Optional.empty();
      case SqlExpr.StringLiteral leaf -> Optional.empty();
      case SqlExpr.RegClass leaf -> Optional.of("regclass");
      case SqlExpr.Unary unary -> Optional.empty();
      case SqlExpr.Binary binary -> Optional.empty();
      case SqlExpr.Postfix postfix -> Optional.empty();
      case SqlExpr.In in -> Optional.empty();
      case SqlExpr.Between between -> Optional.empty();
      case SqlExpr.Quantified quantified -> Optional.empty();
      case SqlExpr.Opaque opaque -> Optional.empty();
      case SqlExpr.OfQuery part -> Optional.empty();
    };
  }

  /** The last part of a type's name, as the grammar has it. */
  static Optional<String> figure(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> Optional.of(internalName(builtin.name()));
      case SqlType.UserDefined user -> Optional.of(user.name().name().text());
      case SqlType.ArrayOf array -> figure(array.element());
      case SqlType.InlineEnum inline -> Optional.empty();
    };
  }

  // The grammar turns SQL spellings into the names of pg_type before columns are named.
  private static String internalName(String canonical) {
    return switch (canonical) {
      case "integer" -> "int4";
      case "bigint" -> "int8";
      case "smallint" -> "int2";
      case "boolean" -> "bool";
      case "real" -> "float4";
      case "double precision" -> "float8";
      case "character varying" -> "varchar";
      case "character" -> "bpchar";
      case "timestamp without time zone" -> "timestamp";
      case "timestamp with time zone" -> "timestamptz";
      case "time without time zone" -> "time";
      case "time with time zone" -> "timetz";
      case "bit varying" -> "varbit";
      default -> canonical;
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String clip(String text, int maxBytes) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += bytes(Character.toString(codePoint));
      if (used > maxBytes) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }
}
