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
    return folded(of(tree));
  }

  /** The tokens themselves. */
  static List<Token> of(ParseTree tree) {
    List<Token> tokens = new ArrayList<>();
    leaves(tree, tokens);
    return tokens;
  }

  private static void leaves(ParseTree node, List<Token> tokens) {
    if (node instanceof TerminalNode leaf) {
      tokens.add(leaf.getSymbol());
      return;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      leaves(node.getChild(i), tokens);
    }
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
}
