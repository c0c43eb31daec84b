package dev.schemend.dialect.postgres.catalog;

import dev.schemend.apply.ErrorCode;
import dev.schemend.evaluate.RaisedError;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code format} (manual, 9.4.1). */
final class FormatFunction {

  private final List<Value> arguments;
  private final Function<Value, Optional<String>> text;
  private final StringBuilder result = new StringBuilder();
  private boolean exact = true;
  private int next = 1;

  private FormatFunction(List<Value> arguments, Function<Value, Optional<String>> text) {
    this.arguments = arguments;
    this.text = text;
  }

  static Value format(List<Value> arguments, Function<Value, Optional<String>> text) {
    if (arguments.isEmpty() || arguments.getFirst() instanceof Value.Null) {
      return Value.NULL;
    }
    Optional<String> pattern = text.apply(arguments.getFirst());
    if (pattern.isEmpty()) {
      return arguments.getFirst();
    }
    return new FormatFunction(arguments, text).run(pattern.get());
  }

  private Value run(String pattern) {
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      at++;
      if (c != '%') {
        result.append(c);
        continue;
      }
      int place = -1;
      int digits = at;
      while (digits < pattern.length() && Character.isDigit(pattern.charAt(digits))) {
        digits++;
      }
      if (digits > at
          && digits - at < 6
          && digits < pattern.length()
          && pattern.charAt(digits) == '$') {
        place = Integer.parseInt(pattern.substring(at, digits));
        at = digits + 1;
      }
      // Flags and widths only pad.
      while (at < pattern.length() && "-0123456789*".indexOf(pattern.charAt(at)) >= 0) {
        at++;
      }
      if (at >= pattern.length()) {
        throw new RaisedError(ErrorCode.of("22023"), "unterminated format() type specifier");
      }
      char kind = pattern.charAt(at);
      at++;
      if (kind == '%') {
        result.append('%');
        continue;
      }
      Value argument = argument(place);
      if (argument instanceof Value.Unknown unknown) {
        return new Value.Unknown(unknown.why(), result + unknown.prefix());
      }
      if (!(argument instanceof Value.Null) && text.apply(argument).isEmpty()) {
        return new Value.Unknown("a name that only a server knows", result.toString());
      }
      append(kind, argument);
    }
    return exact ? Value.of(result.toString()) : new Value.Paraphrase(result.toString());
  }

  private Value argument(int place) {
    int index = place < 0 ? next : place;
    next = index + 1;
    if (index < 1 || index >= arguments.size()) {
      throw new RaisedError(ErrorCode.of("22023"), "too few arguments for format()");
    }
    return arguments.get(index);
  }

  private void append(char kind, Value argument) {
    Optional<String> value = text.apply(argument);
    exact &= !(argument instanceof Value.Paraphrase);
    switch (kind) {
      case 's' -> value.ifPresent(result::append);
      case 'I' ->
          result.append(
              QuotedNames.ident(
                  value.orElseThrow(
                      () ->
                          new RaisedError(
                              ErrorCode.of("22004"),
                              "null values cannot be formatted as an SQL identifier"))));
      case 'L' -> result.append(value.map(QuotedNames::literal).orElse("NULL"));
      default ->
          throw new RaisedError(
              ErrorCode.of("22023"), "unrecognized format() type specifier \"" + kind + "\"");
    }
  }
}
