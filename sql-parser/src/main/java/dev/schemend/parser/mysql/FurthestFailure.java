package dev.schemend.parser.mysql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStartState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * The token that no reading of a statement gets past, and everything that could stand in its place.
 *
 * <p>Walks every path of the grammar's transition network over the tokens, remembering where each
 * rule can end, so the answer does not depend on where the parser's prediction gave up.
 */
final class FurthestFailure {

  private final ATN network;
  private final Vocabulary vocabulary;
  private final Map<Integer, String> labels;
  private final List<Token> tokens;
  private final Map<Entry, Set<Integer>> ends = new HashMap<>();
  private final SortedSet<String> expected = new TreeSet<>();
  private int furthest = -1;

  private record Entry(int state, int token, int precedence) {}

  private record Place(ATNState state, int token) {}

  /** What a rule is called in a message, and where it was entered. */
  private record Label(String words, int token) {}

  /**
   * Prepares a search.
   *
   * @param labels names of rules, by index, for what would else be a long list of tokens
   * @param tokens of the default channel, the end of the text included
   */
  FurthestFailure(
      ATN network, Vocabulary vocabulary, Map<Integer, String> labels, List<Token> tokens) {
    this.network = network;
    this.vocabulary = vocabulary;
    this.labels = labels;
    this.tokens = tokens;
  }

  /** Reads from {@code rule}; afterwards the answers are there. */
  void search(int rule) {
    endsOf(network.ruleToStartState[rule], 0, 0, null);
  }

  Token token() {
    return tokens.get(Math.clamp(furthest, 0, tokens.size() - 1));
  }

  SortedSet<String> expected() {
    return expected;
  }

  private Set<Integer> endsOf(RuleStartState start, int token, int precedence, Label outer) {
    Entry entry = new Entry(start.stateNumber, token, precedence);
    Set<Integer> known = ends.get(entry);
    if (known != null) {
      return known;
    }
    Set<Integer> found = new HashSet<>();
    ends.put(entry, found);
    String words = labels.get(start.ruleIndex);
    Label label =
        (outer != null && outer.token() == token) || words == null
            ? outer
            : new Label(words, token);
    Set<Place> seen = new HashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(start, token));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (!seen.add(place)) {
        continue;
      }
      if (place.state() instanceof RuleStopState) {
        found.add(place.token());
        continue;
      }
      for (Transition transition : place.state().getTransitions()) {
        follow(transition, place.token(), precedence, label, open);
      }
    }
    return found;
  }

  private void follow(
      Transition transition, int token, int precedence, Label label, Deque<Place> open) {
    switch (transition) {
      case RuleTransition call -> {
        RuleStartState callee = (RuleStartState) call.target;
        for (int end : endsOf(callee, token, call.precedence, label)) {
          open.push(new Place(call.followState, end));
        }
      }
      case PrecedencePredicateTransition climb -> {
        if (climb.precedence >= precedence) {
          open.push(new Place(climb.target, token));
        }
      }
      default -> {
        if (transition.isEpsilon()) {
          open.push(new Place(transition.target, token));
        } else if (transition.matches(
            tokens.get(token).getType(), Token.MIN_USER_TOKEN_TYPE, vocabulary.getMaxTokenType())) {
          open.push(new Place(transition.target, token + 1));
        } else {
          fail(token, transition.label(), label);
        }
      }
    }
  }

  private void fail(int token, IntervalSet wanted, Label label) {
    if (token < furthest || wanted == null) {
      return;
    }
    if (token > furthest) {
      furthest = token;
      expected.clear();
    }
    if (label != null && label.token() == token) {
      expected.add(label.words());
    } else {
      wanted.toList().forEach(type -> expected.add(words(type)));
    }
  }

  private String words(int type) {
    if (type == Token.EOF) {
      return "end of statement";
    }
    return switch (vocabulary.getSymbolicName(type)) {
      case "STRING", "NATIONAL_STRING", "HEX_STRING", "BIT_STRING", "INTRODUCER" -> "string";
      case "INTEGER_NUMBER", "DECIMAL_NUMBER", "FLOAT_NUMBER" -> "number";
      case "WORD", "QUOTED_NAME" -> "identifier";
      default -> {
        String literal = vocabulary.getLiteralName(type);
        String text =
            literal == null
                ? vocabulary.getSymbolicName(type)
                : literal.substring(1, literal.length() - 1);
        yield Character.isLetter(text.charAt(0)) ? text : "'" + text + "'";
      }
    };
  }
}
