package dev.schemend.evaluate;

import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators over values that may be null or unknown. */
final class Operators {

  private final CodeRules rules;

  Operators(CodeRules rules) {
    this.rules = rules;
  }

  static Value not(Value value) {
    return switch (truth(value)) {
      case Value.Bool bool -> Value.of(!bool.value());
      case Value other -> other;
    };
  }

  static Value and(Value left, Value right) {
    Value a = truth(left);
    Value b = truth(right);
    if (a.equals(Value.FALSE) || b.equals(Value.FALSE)) {
      return Value.FALSE;
    }
    return weaker(a, b, Value.TRUE);
  }

  static Value or(Value left, Value right) {
    Value a = truth(left);
    Value b = truth(right);
    if (a.equals(Value.TRUE) || b.equals(Value.TRUE)) {
      return Value.TRUE;
    }
    return weaker(a, b, Value.FALSE);
  }

  private static Value weaker(Value a, Value b, Value neutral) {
    if (a instanceof Value.Unknown) {
      return a;
    }
    if (b instanceof Value.Unknown) {
      return b;
    }
    return a.equals(Value.NULL) || b.equals(Value.NULL) ? Value.NULL : neutral;
  }

  /** {@code value} as a condition: true, false, null or unknown. */
  static Value truth(Value value) {
    return switch (value) {
      case Value.Bool bool -> bool;
      case Value.Null none -> none;
      case Value.Unknown unknown -> unknown;
      case Value.Num number -> Value.of(number.value().signum() != 0);
      case Value.Text text ->
          switch (text.value().strip().toLowerCase(java.util.Locale.ROOT)) {
            case "t", "true", "yes", "y", "on", "1" -> Value.TRUE;
            case "f", "false", "no", "n", "off", "0", "" -> Value.FALSE;
            default -> Value.unknown("the truth of '" + text.value() + "'");
          };
      case Value.Paraphrase text -> Value.unknown("the server's spelling of a definition");
      case Value.Reference reference -> Value.TRUE;
      case Value.Items items -> Value.unknown("the truth of an array");
      case Value.Composite row -> Value.unknown("the truth of a row");
    };
  }

  /** What makes a result of these operands null or unknown, if anything does. */
  static Optional<Value> spoiled(List<Value> operands) {
    Optional<Value> none = operands.stream().filter(Value.Null.class::isInstance).findFirst();
    return none.or(() -> operands.stream().filter(Value.Unknown.class::isInstance).findFirst());
  }

  Value compare(String operator, Value left, Value right) {
    boolean equality = operator.equals("=") || operator.equals("<>") || operator.equals("!=");
    if (equality && (excludes(left, right) || excludes(right, left))) {
      return Value.of(!operator.equals("="));
    }
    Optional<Value> spoiled = spoiled(List.of(left, right));
    if (spoiled.isPresent()) {
      return spoiled.get();
    }
    if (left instanceof Value.Paraphrase || right instanceof Value.Paraphrase) {
      return Value.unknown("the server's spelling of a definition");
    }
    if (left instanceof Value.Composite a && right instanceof Value.Composite b && equality) {
      return rows(operator, a, b);
    }
    if (left instanceof Value.Items a && right instanceof Value.Items b && equality) {
      Value same = items(a, b);
      return operator.equals("=") ? same : not(same);
    }
    Optional<Integer> order = order(left, right);
    if (order.isEmpty()) {
      return Value.unknown("a comparison of two kinds of values");
    }
    int sign = order.get();
    return Value.of(
        switch (operator) {
          case "=" -> sign == 0;
          case "<>", "!=" -> sign != 0;
          case "<" -> sign < 0;
          case "<=" -> sign <= 0;
          case ">" -> sign > 0;
          default -> sign >= 0;
        });
  }

  private static boolean excludes(Value one, Value other) {
    return one instanceof Value.Unknown unknown
        && other instanceof Value.Text text
        && unknown.excludes(text.value());
  }

  private Value rows(String operator, Value.Composite left, Value.Composite right) {
    if (left.fields().size() != right.fields().size()) {
      return Value.unknown("a comparison of rows of different length");
    }
    Value same = Value.TRUE;
    for (int i = 0; i < left.fields().size(); i++) {
      same = and(same, compare("=", left.fields().get(i).value(), right.fields().get(i).value()));
    }
    return operator.equals("=") ? same : not(same);
  }

  private Value items(Value.Items left, Value.Items right) {
    if (left.values().size() != right.values().size()) {
      return Value.FALSE;
    }
    Value same = Value.TRUE;
    for (int i = 0; i < left.values().size(); i++) {
      Value one = left.values().get(i);
      Value other = right.values().get(i);
      boolean bothNull = one instanceof Value.Null && other instanceof Value.Null;
      same = and(same, bothNull ? Value.TRUE : compare("=", one, other));
    }
    return same;
  }

  /** The order of two values that are neither null nor unknown; empty where it is not known. */
  Optional<Integer> order(Value left, Value right) {
    if (left instanceof Value.Num a && right instanceof Value.Num b) {
      return Optional.of(a.value().compareTo(b.value()));
    }
    if (left instanceof Value.Text a && right instanceof Value.Text b) {
      return Optional.of(rules.compare(a.value(), b.value()));
    }
    if (left instanceof Value.Bool || right instanceof Value.Bool) {
      Value a = truth(left);
      Value b = truth(right);
      return a instanceof Value.Bool one && b instanceof Value.Bool other
          ? Optional.of(Boolean.compare(one.value(), other.value()))
          : Optional.empty();
    }
    if (left instanceof Value.Num || right instanceof Value.Num) {
      Optional<BigDecimal> a = number(left);
      Optional<BigDecimal> b = number(right);
      return a.isPresent() && b.isPresent()
          ? Optional.of(a.get().compareTo(b.get()))
          : Optional.empty();
    }
    if (left instanceof Value.Reference a && right instanceof Value.Reference b) {
      int catalogs = a.catalog().compareTo(b.catalog());
      return Optional.of(catalogs != 0 ? catalogs : a.key().compareTo(b.key()));
    }
    // An identity without a text is that of something whose name is not known.
    if (left instanceof Value.Reference a && right instanceof Value.Text b && !a.key().isEmpty()) {
      return Optional.of(a.key().compareTo(b.value()));
    }
    if (left instanceof Value.Text a && right instanceof Value.Reference b && !b.key().isEmpty()) {
      return Optional.of(a.value().compareTo(b.key()));
    }
    return Optional.empty();
  }

  /** {@code value} as a number, if it is one or spells one. */
  static Optional<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Num number -> Optional.of(number.value());
      case Value.Bool bool -> Optional.of(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO);
      case Value.Text text -> parse(text.value());
      case Value.Null none -> Optional.empty();
      case Value.Paraphrase text -> Optional.empty();
      case Value.Reference reference -> Optional.empty();
      case Value.Items items -> Optional.empty();
      case Value.Composite row -> Optional.empty();
      case Value.Unknown unknown -> Optional.empty();
    };
  }

  // A huge exponent is cheap to write and dear to print.
  private static final int LONGEST_NUMBER = 100;

  private static Optional<BigDecimal> parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(digits);
      return Math.abs(number.scale()) > LONGEST_NUMBER ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  Value arithmetic(String operator, Value left, Value right) {
    Optional<Value> spoiled = spoiled(List.of(left, right));
    if (spoiled.isPresent()) {
      return spoiled.get();
    }
    Optional<BigDecimal> a = number(left);
    Optional<BigDecimal> b = number(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Value.unknown("a calculation with dates or other values that are no numbers");
    }
    return arithmetic(operator, a.get(), b.get());
  }

  private static Value arithmetic(String operator, BigDecimal a, BigDecimal b) {
    boolean divides = operator.equals("/") || operator.equals("%") || operator.equals("div");
    if (divides && b.signum() == 0) {
      return Value.unknown("a division by zero");
    }
    BigDecimal result =
        switch (operator) {
          case "+" -> a.add(b);
          case "-" -> a.subtract(b);
          case "*" -> a.multiply(b);
          case "/" -> isWhole(a) && isWhole(b) ? whole(a, b) : a.divide(b, MathContext.DECIMAL64);
          case "div" -> whole(a, b);
          default -> a.remainder(b);
        };
    return Math.abs(result.scale()) > LONGEST_NUMBER || result.precision() > LONGEST_NUMBER
        ? Value.unknown("a number that is too long")
        : new Value.Num(result);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.scale() <= 0;
  }

  private static BigDecimal whole(BigDecimal a, BigDecimal b) {
    return a.divide(b, 0, RoundingMode.DOWN);
  }

  /** {@code left || right}: arrays are joined, all else as text. */
  Value concatenate(Value left, Value right, World world) {
    if (left instanceof Value.Items || right instanceof Value.Items) {
      return append(left, right);
    }
    if (left instanceof Value.Null || right instanceof Value.Null) {
      return Value.NULL;
    }
    return joined(List.of(left, right), world);
  }

  private static Value append(Value left, Value right) {
    if (left instanceof Value.Unknown) {
      return left;
    }
    if (right instanceof Value.Unknown) {
      return right;
    }
    List<Value> all = new ArrayList<>();
    for (Value part : List.of(left, right)) {
      switch (part) {
        case Value.Items items -> all.addAll(items.values());
        case Value.Null none -> {
          // array || NULL is the array.
        }
        case Value one -> all.add(one);
      }
    }
    return new Value.Items(all);
  }

  /** The parts as one text; unknown from the first unknown part on. Null parts are skipped. */
  Value joined(List<Value> parts, World world) {
    StringBuilder text = new StringBuilder();
    boolean exact = true;
    for (Value part : parts) {
      if (part instanceof Value.Unknown unknown) {
        return new Value.Unknown(unknown.why(), text + unknown.prefix());
      }
      exact &= !(part instanceof Value.Paraphrase);
      Optional<String> written = rules.text(part, world);
      if (written.isEmpty() && !(part instanceof Value.Null)) {
        return new Value.Unknown("a name that only a server knows", text.toString());
      }
      written.ifPresent(text::append);
    }
    return exact ? Value.of(text.toString()) : new Value.Paraphrase(text.toString());
  }
}
