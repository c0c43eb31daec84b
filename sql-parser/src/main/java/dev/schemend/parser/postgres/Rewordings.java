package dev.schemend.parser.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Statements that say what others say, in the tokens of those. */
final class Rewordings {

  private Rewordings() {}

  /**
   * A comment.
   *
   * @param drop what it is about, as the statement that would drop it
   * @param text the tokens of its text
   */
  record CommentOn(List<Token> drop, List<Token> text) {}

  /** {@code COMMENT ON object IS text}: an object is named as in {@code DROP}. */
  static Optional<CommentOn> comment(List<Token> tokens) {
    int is = tokens.size() - 1;
    while (is > 2 && tokens.get(is).getType() != PostgresLexer.IS) {
      is--;
    }
    if (is <= 2) {
      return Optional.empty();
    }
    List<Token> drop = new ArrayList<>();
    drop.add(like(tokens.getFirst(), PostgresLexer.DROP));
    drop.addAll(tokens.subList(2, is));
    drop.add(tokens.getLast());
    return Optional.of(new CommentOn(drop, tokens.subList(is + 1, tokens.size())));
  }

  /**
   * {@code CLUSTER [VERBOSE] table USING index}, which marks the index as {@code CLUSTER ON} does.
   */
  static Optional<List<Token>> cluster(List<Token> tokens) {
    Token first = tokens.getFirst();
    int from = tokens.size() > 1 && TokenCursor.word(tokens.get(1)).equals("verbose") ? 2 : 1;
    int using = from;
    while (using < tokens.size() && tokens.get(using).getType() != PostgresLexer.USING) {
      using++;
    }
    if (using == from || using == tokens.size()) {
      return Optional.empty();
    }
    List<Token> alter = new ArrayList<>();
    alter.add(like(first, PostgresLexer.ALTER));
    alter.add(like(first, PostgresLexer.TABLE));
    alter.addAll(tokens.subList(from, using));
    alter.add(first);
    alter.add(like(first, PostgresLexer.ON));
    alter.addAll(tokens.subList(using + 1, tokens.size()));
    return Optional.of(alter);
  }

  // At the place of another one, for messages.
  private static Token like(Token place, int type) {
    CommonToken token = new CommonToken(place);
    token.setType(type);
    return token;
  }
}
