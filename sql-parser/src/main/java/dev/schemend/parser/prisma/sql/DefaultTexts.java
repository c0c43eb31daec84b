package dev.schemend.parser.prisma.sql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.parser.prisma.Value;
import dev.schemend.parser.prisma.model.Constants;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.parser.prisma.model.FieldKind;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Constants of a schema as SQL, in the forms that Prisma gives them. */
public final class DefaultTexts {

  // As Rust's chrono prints a moment: no fraction where there is none.
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx");

  private DefaultTexts() {}

  /** The constant as a literal of a field of that kind. */
  public static SqlExpr literal(FieldKind kind, Value value, Datamodel datamodel) {
    return switch (kind) {
      case FieldKind.EnumOf one -> text(label(one, value, datamodel));
      case FieldKind.Unsupported other -> text(value.written());
      case FieldKind.Scalar scalar ->
          switch (scalar.type()) {
            case INT, BIG_INT, FLOAT, DECIMAL -> number(value);
            case BOOLEAN -> new SqlExpr.BooleanLiteral(value.written().equals("true"));
            case DATE_TIME -> text(moment(characters(value)));
            case BYTES ->
                text(
                    "\\x"
                        + HexFormat.of()
                            .formatHex(Constants.bytes(characters(value)).orElseThrow()));
            case STRING, JSON -> text(characters(value));
          };
    };
  }

  private static String label(FieldKind.EnumOf kind, Value value, Datamodel datamodel) {
    return datamodel
        .enumOf(kind.name())
        .flatMap(one -> one.label(characters(value)))
        .map(EnumDefinition.Label::databaseName)
        .orElse(characters(value));
  }

  private static String characters(Value value) {
    return value instanceof Value.Text text ? text.text() : value.written();
  }

  private static SqlExpr number(Value value) {
    String digits = characters(value);
    return digits.startsWith("-")
        ? new SqlExpr.Unary("-", new SqlExpr.NumberLiteral(digits.substring(1)))
        : new SqlExpr.NumberLiteral(digits);
  }

  private static String moment(String text) {
    Optional<OffsetDateTime> moment = Constants.moment(text);
    return moment
        .map(one -> (one.getNano() == 0 ? SECONDS : MILLISECONDS).format(one))
        .orElse(text);
  }

  private static SqlExpr text(String value) {
    return new SqlExpr.StringLiteral("", value);
  }

  /** The database's own words, as the author wrote them. */
  public static SqlExpr verbatim(String text) {
    return new SqlExpr.Opaque(List.of(text));
  }
}
