package dev.schemend.dialect.postgres;

import dev.schemend.expr.Queries;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.Optional;

/** The names of output columns that the query does not name (FigureColname in parse_target.c). */
final class OutputNames {

  private static final Identifier UNNAMED = Identifier.of("?column?");

  private OutputNames() {}

  /** A name, and whether it is more than a type's, which gives way to others. */
  private record Figure(String name, boolean strong) {}

  /** The name of {@code expression}, as written. */
  static Identifier of(SqlExpr expression) {
    return figure(expression).map(found -> Identifier.of(found.name())).orElse(UNNAMED);
  }

  private static Optional<Figure> strong(String name) {
    return Optional.of(new Figure(name, true));
  }

  private static Optional<Figure> figure(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.ColumnRef column -> strong(column.column().text());
      case SqlExpr.FunctionCall call -> strong(call.name().name().text());
      case SqlExpr.Cast cast -> {
        Optional<Figure> operand = figure(cast.operand()).filter(Figure::strong);
        yield operand.isPresent() ? operand : weak(cast.type());
      }
      case SqlExpr.Case choice -> {
        Optional<Figure> otherwise =
            choice.otherwise().flatMap(OutputNames::figure).filter(Figure::strong);
        yield otherwise.isPresent() ? otherwise : Optional.of(new Figure("case", false));
      }
      case SqlExpr.ArrayLiteral array -> strong("array");
      case SqlExpr.Row row -> strong("row");
      case SqlExpr.BooleanLiteral literal -> Optional.of(new Figure("bool", false));
      case SqlExpr.RegClass constant -> Optional.of(new Figure("regclass", false));
      case SqlExpr.Binary binary ->
          binary.operator().equals("[]") || binary.operator().equals("collate")
              ? figure(binary.left())
              : Optional.empty();
      case SqlExpr.OfQuery part -> ofQuery(part);
      case SqlExpr.NullLiteral leaf -> Optional.empty();
      case SqlExpr.NumberLiteral leaf -> Optional.empty();
      case SqlExpr.StringLiteral leaf -> Optional.empty();
      case SqlExpr.Unary unary -> Optional.empty();
      case SqlExpr.Postfix postfix -> Optional.empty();
      case SqlExpr.In in -> Optional.empty();
      case SqlExpr.Between between -> Optional.empty();
      case SqlExpr.Quantified quantified -> Optional.empty();
      case SqlExpr.Opaque opaque -> Optional.empty();
    };
  }

  private static Optional<Figure> ofQuery(SqlExpr.OfQuery part) {
    return switch (part) {
      case SqlExpr.Star star ->
          star.qualifiers().isEmpty()
              ? Optional.empty()
              : strong(star.qualifiers().getLast().text());
      case SqlExpr.Subquery subquery ->
          switch (subquery.use()) {
            case EXISTS -> strong("exists");
            case ARRAY -> strong("array");
            case SCALAR ->
                Queries.firstSelect(subquery.query())
                    .filter(select -> !select.items().isEmpty())
                    .map(select -> select.items().getFirst())
                    .flatMap(
                        item ->
                            item.alias().isPresent()
                                ? strong(item.alias().get().text())
                                : figure(item.expression()));
          };
      case SqlExpr.QuantifiedQuery quantified -> Optional.empty();
      case SqlExpr.Invocation invocation -> figure(invocation.call());
      case SqlExpr.Field field -> strong(field.field().text());
      case SqlExpr.NamedArgument argument -> Optional.empty();
    };
  }

  private static Optional<Figure> weak(SqlType type) {
    return ImplicitNames.figure(type).map(name -> new Figure(name, false));
  }
}
