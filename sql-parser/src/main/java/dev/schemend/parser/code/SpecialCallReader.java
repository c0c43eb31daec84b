package dev.schemend.parser.code;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls with a syntax of their own. */
final class SpecialCallReader {

  private final Lexemes lexemes;
  private final ExpressionReader expressions;
  private final QueryReader queries;
  private final PrimaryReader primaries;

  SpecialCallReader(
      Lexemes lexemes, ExpressionReader expressions, QueryReader queries, PrimaryReader primaries) {
    this.lexemes = lexemes;
    this.expressions = expressions;
    this.queries = queries;
    this.primaries = primaries;
  }

  /** Calls whose arguments are not a list (PostgreSQL manual, 9.4, 9.9; MySQL manual, 12). */
  Optional<Scalar> call(String word) {
    int start = lexemes.index();
    lexemes.next();
    lexemes.next();
    Optional<Scalar> read =
        switch (word) {
          case "exists" -> Optional.of(new Scalar.Exists(queries.query()));
          case "cast", "try_cast" -> {
            Scalar operand = expressions.expression();
            lexemes.expect("as");
            yield Optional.of(new Scalar.Cast(operand, TypeNames.read(lexemes)));
          }
          case "row" ->
              Optional.of(new Scalar.Row(lexemes.isSymbol(")") ? List.of() : expressions.list()));
          case "extract" -> {
            lexemes.next();
            lexemes.expect("from");
            expressions.expression();
            yield Optional.of(new Scalar.Constant(Value.unknown("a part of a moment")));
          }
          case "position" -> position();
          case "substring", "substr" -> substring();
          case "trim" -> trim();
          case "overlay" -> {
            while (!lexemes.isSymbol(")") && !lexemes.atEnd()) {
              expressions.expression();
              boolean more =
                  lexemes.take("placing")
                      || lexemes.take("from")
                      || lexemes.take("for")
                      || lexemes.takeSymbol(",");
              if (!more) {
                break;
              }
            }
            yield Optional.of(new Scalar.Constant(Value.unknown("OVERLAY")));
          }
          case "convert" -> convert();
          default -> Optional.empty();
        };
    if (read.isEmpty()) {
      lexemes.go(start);
      return Optional.empty();
    }
    lexemes.expectSymbol(")");
    return read;
  }

  private Optional<Scalar> position() {
    // IN would go on the expression, so what is looked for is a primary of its own.
    Scalar part = primaries.primary();
    if (!lexemes.take("in")) {
      return Optional.empty();
    }
    return Optional.of(Scalar.Call.of("position", part, expressions.expression()));
  }

  private Optional<Scalar> substring() {
    Scalar text = expressions.expression();
    if (lexemes.take("from")) {
      Scalar from = expressions.expression();
      return Optional.of(
          lexemes.take("for")
              ? Scalar.Call.of("substring", text, from, expressions.expression())
              : Scalar.Call.of("substring", text, from));
    }
    if (lexemes.take("for")) {
      return Optional.of(
          Scalar.Call.of(
              "substring", text, new Scalar.Constant(Value.of(1)), expressions.expression()));
    }
    return Optional.empty();
  }

  private Optional<Scalar> trim() {
    String name = lexemes.take("leading") ? "ltrim" : lexemes.take("trailing") ? "rtrim" : "btrim";
    lexemes.take("both");
    if (lexemes.take("from")) {
      return Optional.of(ExpressionReader.call(named(name), expressions.list()));
    }
    Scalar first = expressions.expression();
    if (lexemes.take("from")) {
      return Optional.of(Scalar.Call.of(name, expressions.expression(), first));
    }
    List<Scalar> all = new ArrayList<>(List.of(first));
    while (lexemes.takeSymbol(",")) {
      all.add(expressions.expression());
    }
    return Optional.of(ExpressionReader.call(named(name), all));
  }

  private static ObjectName named(String name) {
    return ObjectName.unqualified(Identifier.of(name));
  }

  private Optional<Scalar> convert() {
    if (!lexemes.dialect().mysql()) {
      return Optional.empty();
    }
    Scalar operand = expressions.expression();
    if (lexemes.take("using")) {
      lexemes.next();
      return Optional.of(operand);
    }
    lexemes.expectSymbol(",");
    return Optional.of(new Scalar.Cast(operand, TypeNames.read(lexemes)));
  }
}
