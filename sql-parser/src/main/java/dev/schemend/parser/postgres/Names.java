package dev.schemend.parser.postgres;

import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Names and string constants of a parse tree, folded and unescaped. */
final class Names {

  private static final Identifier CATALOG = Identifier.of("pg_catalog");

  private final PostgresIdentifiers identifiers;

  Names(PostgresIdentifiers identifiers) {
    this.identifiers = identifiers;
  }

  PostgresIdentifiers identifiers() {
    return identifiers;
  }

  /** The name that a rule of one token stands for. */
  Identifier name(ParserRuleContext context) {
    return name(context.getStart());
  }

  Identifier name(Token token) {
    String text = token.getText();
    return switch (token.getType()) {
      case PostgresLexer.QUOTED_IDENTIFIER ->
          identifiers.object(text.substring(1, text.length() - 1).replace("\"\"", "\""), true);
      case PostgresLexer.UNICODE_IDENTIFIER ->
          identifiers.object(
              StringConstants.unicode(
                  text.substring("U&\"".length(), text.length() - 1).replace("\"\"", "\"")),
              true);
      default -> identifiers.object(text, false);
    };
  }

  List<Identifier> names(PostgresParser.NameListContext list) {
    return names(list.name());
  }

  List<Identifier> names(List<PostgresParser.NameContext> list) {
    return list.stream().map(this::name).toList();
  }

  List<Identifier> names(Optional<PostgresParser.NameListContext> list) {
    return list.map(this::names).orElse(List.of());
  }

  List<Identifier> include(PostgresParser.IncludeClauseContext clause) {
    return clause == null ? List.of() : names(clause.nameList());
  }

  ObjectName object(PostgresParser.QualifiedNameContext context) {
    return object(context.name(), context.anyWord());
  }

  /** A name of one, two or (with the database in front, which is dropped) three parts. */
  ObjectName object(PostgresParser.NameContext first, List<PostgresParser.AnyWordContext> more) {
    return switch (more.size()) {
      case 0 -> ObjectName.unqualified(name(first));
      case 1 -> new ObjectName(name(first), name(more.getFirst()));
      case 2 -> new ObjectName(name(more.getFirst()), name(more.getLast()));
      default -> throw new RefusedText(first, "42601", "a name has at most three parts");
    };
  }

  /**
   * A collation: its bare name, or {@code "schema"."name"} where its schema is not the catalog's.
   */
  String collation(PostgresParser.AnyNameContext context) {
    ObjectName name = object(context.name(), context.anyWord());
    return name.isQualified() && !name.schema().equals(CATALOG)
        ? Quoting.qualified(name)
        : name.name().text();
  }

  /** The name of an operator class as the server writes it. */
  String className(PostgresParser.AnyNameContext context) {
    ObjectName name = object(context.name(), context.anyWord());
    return name.isQualified() && !name.schema().equals(CATALOG)
        ? Quoting.whereNeeded(name.schema()) + "." + Quoting.whereNeeded(name.name())
        : Quoting.whereNeeded(name.name());
  }

  /** An operator class as {@code pg_get_indexdef} writes it, parameters included. */
  String operatorClass(PostgresParser.OperatorClassContext context) {
    String text = className(context.anyName());
    PostgresParser.StorageParametersContext parameters = context.storageParameters();
    if (parameters == null) {
      return text;
    }
    return text
        + StorageParameters.read(parameters, this).entrySet().stream()
            .map(one -> one.getKey() + "=" + Quoting.string(one.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  String string(PostgresParser.StringConstantContext context) {
    return StringConstants.value(context);
  }

  /**
   * An operator: its symbol, or {@code schema.symbol} where its schema is not the catalog's; such
   * are an extension's, or a user's own.
   */
  String operator(PostgresParser.QualifiedOperatorContext context) {
    String symbol = symbol(context.operatorSymbol());
    boolean catalog = context.name().stream().allMatch(part -> name(part).equals(CATALOG));
    return catalog ? symbol : name(context.name().getLast()).text() + "." + symbol;
  }

  String symbol(ParserRuleContext context) {
    return context.getText().equals("!=") ? "<>" : context.getText();
  }
}
