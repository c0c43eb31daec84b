package dev.schemend.evaluate;

import dev.schemend.query.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Operators over two values, by their symbols or lower-case key words. */
final class BinaryOperators {

  private final CodeRules rules;
  private final Operators operators;
  private final Supplier<World> world;

  BinaryOperators(CodeRules rules, Operators operators, Supplier<World> world) {
    this.rules = rules;
    this.operators = operators;
    this.world = world;
  }

  Value apply(String operator, Value left, Value right) {
    return switch (operator) {
      case "=", "<>", "!=", "<", "<=", ">", ">=" -> operators.compare(operator, left, right);
      case "<=>", "is not distinct from" -> sameOrNull(left, right);
      case "is distinct from" -> Operators.not(sameOrNull(left, right));
      case "+", "-", "*", "/", "%", "div", "mod" ->
          rules
              .arithmetic(operator, left, right)
              .orElseGet(
                  () -> operators.arithmetic(operator.equals("mod") ? "%" : operator, left, right));
      case "xor" -> xor(left, right);
      case "like", "ilike", "~~", "~~*" ->
          matches(left, right, (text, pattern) -> like(text, pattern, operator));
      case "!~~", "!~~*" ->
          Operators.not(
              matches(left, right, (text, pattern) -> like(text, pattern, operator.substring(1))));
      case "~", "regexp", "rlike" ->
          matches(left, right, (text, pattern) -> regular(text, pattern, operator));
      case "~*" -> matches(left, right, (text, pattern) -> Patterns.find(text, pattern, true));
      case "!~" ->
          Operators.not(
              matches(left, right, (text, pattern) -> Patterns.find(text, pattern, false)));
      case "!~*" ->
          Operators.not(
              matches(left, right, (text, pattern) -> Patterns.find(text, pattern, true)));
      case "@>", "<@", "&&" -> containment(operator, left, right);
      default ->
          Operators.spoiled(List.of(left, right))
              .orElseGet(() -> Value.unknown("the operator " + operator));
    };
  }

  private Value regular(String text, String pattern, String operator) {
    return Patterns.find(text, pattern, !operator.equals("~"));
  }

  private Value like(String text, String pattern, String operator) {
    boolean ignoresCase =
        operator.equals("ilike") || operator.equals("~~*") || !rules.barsConcatenate();
    return Patterns.like(text, pattern, '\\', ignoresCase);
  }

  /** A test of two texts. */
  private interface TextTest {
    Value test(String text, String pattern);
  }

  private Value matches(Value left, Value right, TextTest test) {
    Optional<Value> spoiled = Operators.spoiled(List.of(left, right));
    if (spoiled.isPresent()) {
      return spoiled.get();
    }
    if (left instanceof Value.Paraphrase || right instanceof Value.Paraphrase) {
      return Value.unknown("the server's spelling of a definition");
    }
    return rules
        .text(left, world.get())
        .flatMap(text -> rules.text(right, world.get()).map(pattern -> test.test(text, pattern)))
        .orElseGet(() -> Value.unknown("a pattern"));
  }

  private Value sameOrNull(Value left, Value right) {
    boolean leftNull = left instanceof Value.Null;
    boolean rightNull = right instanceof Value.Null;
    if (left instanceof Value.Unknown) {
      return left;
    }
    if (right instanceof Value.Unknown) {
      return right;
    }
    return leftNull || rightNull
        ? Value.of(leftNull && rightNull)
        : operators.compare("=", left, right);
  }

  private static Value xor(Value left, Value right) {
    Value a = Operators.truth(left);
    Value b = Operators.truth(right);
    return Operators.spoiled(List.of(a, b)).orElseGet(() -> Value.of(!a.equals(b)));
  }

  private Value containment(String operator, Value left, Value right) {
    Optional<Value> spoiled = Operators.spoiled(List.of(left, right));
    if (spoiled.isPresent()) {
      return spoiled.get();
    }
    if (!(left instanceof Value.Items a) || !(right instanceof Value.Items b)) {
      return Value.unknown("the operator " + operator);
    }
    return switch (operator) {
      case "@>" -> Value.of(a.values().containsAll(b.values()));
      case "<@" -> Value.of(b.values().containsAll(a.values()));
      default -> Value.of(a.values().stream().anyMatch(b.values()::contains));
    };
  }
}
