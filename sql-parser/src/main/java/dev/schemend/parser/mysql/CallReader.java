package dev.schemend.parser.mysql;

import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.FunctionCall;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.mysql.MySqlParser.AggregateCallContext;
import dev.schemend.parser.mysql.MySqlParser.CharUsingCallContext;
import dev.schemend.parser.mysql.MySqlParser.CurrentTimestampContext;
import dev.schemend.parser.mysql.MySqlParser.DateArithmeticCallContext;
import dev.schemend.parser.mysql.MySqlParser.ExtractCallContext;
import dev.schemend.parser.mysql.MySqlParser.FunctionCallContext;
import dev.schemend.parser.mysql.MySqlParser.FunctionNameContext;
import dev.schemend.parser.mysql.MySqlParser.NextValueCallContext;
import dev.schemend.parser.mysql.MySqlParser.NowCallContext;
import dev.schemend.parser.mysql.MySqlParser.PlainCallContext;
import dev.schemend.parser.mysql.MySqlParser.PositionCallContext;
import dev.schemend.parser.mysql.MySqlParser.SubstringCallContext;
import dev.schemend.parser.mysql.MySqlParser.TimestampCallContext;
import dev.schemend.parser.mysql.MySqlParser.TrimCallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Function calls. Where a key word inside the brackets changes the function it becomes part of the
 * name: {@code extract year}, {@code trim leading}, {@code timestampdiff day}, {@code convert using
 * utf8mb4}; {@link CallPrinter} writes it back.
 */
final class CallReader {

  private static final Set<String> ON_SEQUENCES = Set.of("nextval", "lastval", "setval");

  private final Names names;
  private final ExpressionReader expressions;

  CallReader(Names names, ExpressionReader expressions) {
    this.names = names;
    this.expressions = expressions;
  }

  static FunctionCall call(String name, List<SqlExpr> arguments) {
    return new FunctionCall(ObjectName.unqualified(Identifier.of(name)), arguments, true);
  }

  SqlExpr read(FunctionCallContext context) {
    return switch (context) {
      case TrimCallContext trim ->
          call("trim " + side(trim), expressions.readAll(trim.expression()));
      case SubstringCallContext substring ->
          call("substr", expressions.readAll(substring.expression()));
      case PositionCallContext position ->
          call(
              "locate",
              List.of(
                  expressions.read(position.bitExpression()),
                  expressions.read(position.expression())));
      case ExtractCallContext extract ->
          call(
              "extract " + lower(extract.intervalUnit().getText()),
              List.of(expressions.read(extract.expression())));
      case DateArithmeticCallContext arithmetic ->
          new Binary(
              arithmetic.DATE_ADD() != null || arithmetic.ADDDATE() != null ? "+" : "-",
              expressions.read(arithmetic.expression(0)),
              expressions.interval(arithmetic.expression(1), arithmetic.intervalUnit()));
      case TimestampCallContext timestamp ->
          call(
              lower(timestamp.getStart().getText())
                  + " "
                  + lower(timestamp.intervalUnit().getText()),
              expressions.readAll(timestamp.expression()));
      case CharUsingCallContext using ->
          call(
              "char using " + names.characterSet(using.charsetName()).orElse("default"),
              expressions.readAll(using.expression()));
      case NowCallContext now ->
          keyWord(now.getStart().getText(), now.INTEGER_NUMBER(), now.LPAREN() != null);
      case NextValueCallContext next ->
          call("nextval", List.of(new SqlExpr.RegClass(names.qualified(next.qualifiedName()))));
      case PlainCallContext plain -> plain(plain);
      case AggregateCallContext aggregate -> aggregate(aggregate);
      default -> throw ExpressionReader.unknown(context);
    };
  }

  // MariaDB's functions on sequences take a name, which looks like a column's.
  private SqlExpr plain(PlainCallContext plain) {
    ObjectName function = name(plain.functionName());
    List<SqlExpr> arguments = new ArrayList<>(expressions.readAll(plain.expression()));
    if (names.hasSequences()
        && !function.isQualified()
        && ON_SEQUENCES.contains(function.name().key())
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof SqlExpr.ColumnRef written
        && written.qualifiers().size() < 2) {
      arguments.set(0, new SqlExpr.RegClass(names.relation(written)));
    }
    if (function.name().key().equals("group_concat")) {
      arguments.add(new SqlExpr.StringLiteral("separator", ","));
    }
    return new FunctionCall(function, arguments, true);
  }

  private SqlExpr aggregate(AggregateCallContext context) {
    QueryReader queries = expressions.queries();
    ObjectName function = name(context.functionName());
    List<SqlExpr> arguments = new ArrayList<>(expressions.readAll(context.expression()));
    if (context.STAR() != null) {
      arguments.add(new SqlExpr.Star(List.of()));
    }
    // Both servers write it out where nothing is said.
    if (function.name().key().equals("group_concat")) {
      String separator = context.SEPARATOR() == null ? "," : Literals.value(context.STRING());
      arguments.add(new SqlExpr.StringLiteral("separator", separator));
    }
    FunctionCall call = new FunctionCall(function, arguments, true);
    boolean plain = context.DISTINCT() == null && context.orderBy() == null;
    return plain && context.over() == null
        ? call
        : new SqlExpr.Invocation(
            call,
            context.DISTINCT() != null,
            false,
            context.orderBy() == null ? List.of() : queries.keys(context.orderBy().orderItem()),
            List.of(),
            Optional.empty(),
            Optional.ofNullable(context.over()).map(queries::window));
  }

  private static String side(TrimCallContext trim) {
    return trim.LEADING() != null ? "leading" : trim.TRAILING() != null ? "trailing" : "both";
  }

  FunctionCall read(CurrentTimestampContext context) {
    return keyWord(
        context.getStart().getText(), context.INTEGER_NUMBER(), context.LPAREN() != null);
  }

  private static FunctionCall keyWord(String word, TerminalNode precision, boolean brackets) {
    List<SqlExpr> arguments =
        Optional.ofNullable(precision)
            .<List<SqlExpr>>map(digits -> List.of(new NumberLiteral(digits.getText())))
            .orElse(List.of());
    return new FunctionCall(
        ObjectName.unqualified(Identifier.of(lower(word))), arguments, brackets);
  }

  // Names of functions are compared without regard to case (manual, 9.2.3).
  private ObjectName name(FunctionNameContext context) {
    if (context.identifier().size() == 2) {
      return new ObjectName(
          names.object(context.identifier(0)),
          Identifier.of(lower(Names.written(context.identifier(1)))));
    }
    return ObjectName.unqualified(
        Identifier.of(
            lower(
                context.identifier().isEmpty()
                    ? context.getText()
                    : Names.written(context.identifier(0)))));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
