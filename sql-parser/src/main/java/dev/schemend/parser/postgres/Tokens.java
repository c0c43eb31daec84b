package dev.schemend.parser.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The tokens of a parse tree, for what is carried and not understood. */
final class Tokens {

  private Tokens() {}

  /** The tokens in order, words in lower case, quoted names and constants as they are. */
  static List<String> folded(ParseTree tree) {
    List<String> tokens = new ArrayList<>();
    collect(tree, tokens);
    return tokens;
  }

  /** The same of tokens that no tree was made of. */
  static List<String> folded(List<Token> tokens) {
    return tokens.stream().map(Tokens::folded).toList();
  }

  private static String folded(Token token) {
    int type = token.getType();
    boolean word = type == PostgresLexer.IDENTIFIER || KeyWords.isKeyWord(type);
    return word ? token.getText().toLowerCase(Locale.ROOT) : token.getText();
  }

  private static void collect(ParseTree node, List<String> tokens) {
    if (node instanceof TerminalNode leaf) {
      tokens.add(folded(leaf.getSymbol()));
      return;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      collect(node.getChild(i), tokens);
    }
  }
}
