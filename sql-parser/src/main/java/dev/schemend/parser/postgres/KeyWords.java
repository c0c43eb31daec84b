package dev.schemend.parser.postgres;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Key words by their class (manual, appendix C), read off the grammar, which is the one place where
 * they are listed.
 */
final class KeyWords {

  // In appendix C "non-reserved (cannot be function or type)", and no tokens of the grammar.
  private static final Set<String> PLAIN_TYPE_WORDS =
      Set.of(
          "bigint",
          "boolean",
          "dec",
          "decimal",
          "float",
          "grouping",
          "inout",
          "int",
          "integer",
          "json",
          "json_table",
          "merge_action",
          "numeric",
          "out",
          "real",
          "smallint",
          "varchar",
          "xmlattributes",
          "xmlnamespaces",
          "xmltable");

  private static final IntervalSet NON_RESERVED = startOf(PostgresParser.RULE_nonReserved);

  private static final Set<String> TAKEN =
      IntStream.range(PostgresLexer.ALL, PostgresLexer.LPAREN)
          .filter(type -> !NON_RESERVED.contains(type))
          .mapToObj(KeyWords::word)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> CALLABLE =
      startOf(PostgresParser.RULE_functionOrTypeWord).toSet().stream()
          .map(KeyWords::word)
          .collect(Collectors.toUnmodifiableSet());

  private KeyWords() {}

  private static IntervalSet startOf(int rule) {
    return PostgresParser._ATN.nextTokens(PostgresParser._ATN.ruleToStartState[rule]);
  }

  private static String word(int type) {
    return PostgresLexer.VOCABULARY.getLiteralName(type).replace("'", "").toLowerCase(Locale.ROOT);
  }

  /** Whether the word, in lower case, cannot name everything without quotes. */
  static boolean isTaken(String word) {
    return TAKEN.contains(word) || PLAIN_TYPE_WORDS.contains(word);
  }

  /** Whether the word, in lower case, may name a function without quotes. */
  static boolean mayCall(String word) {
    return CALLABLE.contains(word);
  }

  /** Whether a token is a key word of any class. */
  static boolean isKeyWord(int tokenType) {
    return tokenType >= PostgresLexer.ALL && tokenType < PostgresLexer.LPAREN;
  }

  /** Whether a token is a key word that may also be a name. */
  static boolean isNonReserved(int tokenType) {
    return NON_RESERVED.contains(tokenType);
  }
}
