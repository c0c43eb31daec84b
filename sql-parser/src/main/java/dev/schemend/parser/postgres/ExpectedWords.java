package dev.schemend.parser.postgres;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Sets of tokens in the words of a message: key words first, then what stands for many. */
final class ExpectedWords {

  private ExpectedWords() {}

  static List<String> of(BitSet types) {
    List<String> words = new ArrayList<>();
    boolean names = types.get(PostgresLexer.IDENTIFIER);
    boolean constants = types.get(PostgresLexer.DECIMAL);
    types.stream()
        .filter(type -> type > 0 && !isCovered(type, names, constants))
        .mapToObj(ExpectedWords::word)
        .sorted()
        .forEach(words::add);
    if (names) {
      words.add("a name");
    }
    if (types.get(PostgresLexer.INTEGER)) {
      words.add("a number");
    }
    if (types.get(PostgresLexer.STRING)) {
      words.add("a string");
    }
    if (types.get(0)) {
      words.add("the end of the statement");
    }
    return words;
  }

  private static boolean isCovered(int type, boolean names, boolean constants) {
    boolean literal = type >= PostgresLexer.IDENTIFIER;
    boolean operator =
        constants && type >= PostgresLexer.PLUS && type <= PostgresLexer.ANY_OPERATOR;
    boolean name = names && KeyWords.isKeyWord(type) && isName(type);
    return literal || operator || name || type == PostgresLexer.SEMICOLON;
  }

  private static boolean isName(int type) {
    return KeyWords.isNonReserved(type)
        || IntStream.rangeClosed(PostgresLexer.AUTHORIZATION, PostgresLexer.XMLSERIALIZE)
            .anyMatch(word -> word == type);
  }

  private static String word(int type) {
    String literal = PostgresLexer.VOCABULARY.getLiteralName(type);
    if (literal == null) {
      return type == PostgresLexer.NOT_EQUAL ? "<>" : "an operator";
    }
    return literal.replace("'", "");
  }
}
