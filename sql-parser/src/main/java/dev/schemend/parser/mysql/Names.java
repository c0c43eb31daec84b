package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlCharacterSets;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.mysql.MySqlParser.CharsetNameContext;
import dev.schemend.parser.mysql.MySqlParser.CollationNameContext;
import dev.schemend.parser.mysql.MySqlParser.IdentifierContext;
import dev.schemend.parser.mysql.MySqlParser.QualifiedNameContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Names as a text writes them. */
final class Names {

  private final MySqlGrammar grammar;
  private final MySqlDialect dialect;
  private final MySqlReservedWords reserved;

  Names(MySqlGrammar grammar, MySqlDialect dialect) {
    this.grammar = grammar;
    this.dialect = dialect;
    this.reserved = new MySqlReservedWords(dialect.profile());
  }

  /** A column, index, constraint or other name inside a table. */
  Identifier member(IdentifierContext context) {
    return dialect.identifiers().member(text(context), isQuoted(context));
  }

  Identifier memberOrNone(IdentifierContext context) {
    return context == null ? Identifier.NONE : member(context);
  }

  List<Identifier> members(List<IdentifierContext> contexts) {
    return contexts.stream().map(this::member).toList();
  }

  /** Whether the server has sequences. */
  boolean hasSequences() {
    return dialect.profile().flavor() == Flavor.MARIADB;
  }

  /** The relation that a name in an expression means, where it means no column. */
  ObjectName relation(SqlExpr.ColumnRef written) {
    Identifier name = dialect.identifiers().object(written.column().text(), true);
    return written.qualifiers().isEmpty()
        ? ObjectName.unqualified(name)
        : new ObjectName(
            dialect.identifiers().object(written.qualifiers().getFirst().text(), true), name);
  }

  /** A name that the server makes. */
  Identifier generated(String text) {
    return dialect.identifiers().member(text, true);
  }

  /** A database or table by what its name is without quotes. */
  Identifier objectOf(String text) {
    return dialect.identifiers().object(text, true);
  }

  /** A database or table. */
  Identifier object(IdentifierContext context) {
    return dialect.identifiers().object(text(context), isQuoted(context));
  }

  ObjectName qualified(QualifiedNameContext context) {
    List<IdentifierContext> parts = context.identifier();
    return parts.size() == 1
        ? ObjectName.unqualified(object(parts.getFirst()))
        // Manual, 9.3: behind a period no word is reserved.
        : new ObjectName(object(parts.getFirst()), afterPeriod(parts.getLast()));
  }

  private Identifier afterPeriod(IdentifierContext context) {
    return dialect.identifiers().object(written(context), isQuoted(context));
  }

  /** The characters of a name, quotes off; a reserved word is refused. */
  String text(IdentifierContext context) {
    String written = written(context);
    if (!isQuoted(context) && reserved.contains(written)) {
      Token token = context.getStart();
      throw Refusal.syntax(
          grammar.start(token),
          grammar.end(token),
          "unexpected '" + written + "', expecting: identifier (a reserved word needs backticks)");
    }
    return written;
  }

  /** The characters of a word that is no name: an option's value, a character set. */
  static String written(IdentifierContext context) {
    String text = context.getText();
    return isQuoted(context) ? unquoted(text) : text;
  }

  static String unquoted(String text) {
    String quote = text.substring(0, 1);
    return text.substring(1, text.length() - 1).replace(quote + quote, quote);
  }

  private static boolean isQuoted(IdentifierContext context) {
    return context.QUOTED_NAME() != null;
  }

  /** A character set by its canonical name; empty for {@code DEFAULT}. */
  Optional<String> characterSet(CharsetNameContext context) {
    MySqlCharacterSets sets = dialect.characterSets();
    return context.DEFAULT() != null
        ? Optional.empty()
        : Optional.of(sets.canonicalSet(word(context.identifier(), context.getText())));
  }

  /** A collation by its canonical name; empty for {@code DEFAULT}. */
  Optional<String> collation(CollationNameContext context) {
    MySqlCharacterSets sets = dialect.characterSets();
    return context.DEFAULT() != null
        ? Optional.empty()
        : Optional.of(sets.canonicalCollation(word(context.identifier(), context.getText())));
  }

  private static String word(IdentifierContext identifier, String text) {
    if (identifier != null) {
      return written(identifier);
    }
    char first = text.charAt(0);
    return first == '\'' || first == '"' ? Literals.unquoted(text) : text;
  }
}
