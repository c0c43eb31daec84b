package dev.schemend.it.pairs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a dump of PostgreSQL in which the same is said in the same words. The server shows an
 * expression as it was written where two ways of writing give one value; which of them a schema was
 * made with makes no difference to it. Each rule stands for an equivalence that holds for all
 * values, so that none hides that two schemas differ.
 */
final class PlainWords {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*([Ee]?'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|::|[\\w.$]+|[\\[\\](),;]|[^\\s\\w\\[\\](),;'\"]+)");

  private static final Map<String, String> TRIMS =
      Map.of("BOTH", "btrim", "LEADING", "ltrim", "TRAILING", "rtrim");

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double");

  // DEFAULT NULL is what a column without a default has; a domain's default is not built in.
  private static final Pattern NULL_DEFAULT =
      Pattern.compile(
          " DEFAULT NULL::[a-z][a-z ]*?(\\(\\d+(,\\d+)?\\))?( with(out)? time zone)?(\\[])*"
              + "(?=$|,| NOT NULL)");

  // A number of a type that keeps no scale of its own.
  private static final Pattern NUMBER_DEFAULT =
      Pattern.compile(
          "(?<= (?:smallint|integer|bigint|real|double precision) DEFAULT )"
              + "(?:\\((-?[\\d.]+)\\)|'(-?[\\d.]+)'|(-?[\\d.]+))(?:::(?:smallint|integer|bigint|numeric|real|double"
              + " precision))?(?=$|,| NOT NULL)");

  // The order in which storage parameters were given.
  private static final Pattern PARAMETERS =
      Pattern.compile("(?<=\\bWITH \\()[\\w.]+='[^']*'(?:, [\\w.]+='[^']*')+(?=\\))");

  // Truth values of views, as they were written.
  private static final Pattern TRUTH =
      Pattern.compile("(?<=\\bsecurity_(?:barrier|invoker)=)'(?:on|yes|1)'");

  private PlainWords() {}

  static String of(String line) {
    String plain = NULL_DEFAULT.matcher(line).replaceAll("");
    plain = NUMBER_DEFAULT.matcher(plain).replaceAll(found -> number(found.group()));
    plain =
        PARAMETERS
            .matcher(plain)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        Arrays.stream(found.group().split(", ", -1))
                            .sorted()
                            .collect(Collectors.joining(", "))));
    plain = TRUTH.matcher(plain).replaceAll("'true'");
    List<Part> parts = new ArrayList<>();
    return read(tokens(plain), 0, "", parts).isPresent() ? print(rewritten(parts)) : plain;
  }

  private static String number(String written) {
    String digits = written.replaceFirst("::.*", "").replaceAll("['()]", "");
    return new BigDecimal(digits).stripTrailingZeros().toPlainString();
  }

  // ------------------------------------------------------------ brackets

  /** A token, or what stands in brackets ({@code open} is then {@code (} or {@code [}). */
  private record Part(String text, List<Part> inside) {
    static Part of(String text) {
      return new Part(text, List.of());
    }

    boolean is(String token) {
      return text.equals(token);
    }

    boolean isWord() {
      return text.matches("[\\w.$]+|\".*\"");
    }
  }

  private static List<String> tokens(String line) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    return tokens;
  }

  /** Reads up to {@code close}; where it ends, or nothing where the brackets are not closed. */
  private static Optional<Integer> read(
      List<String> tokens, int start, String close, List<Part> into) {
    int at = start;
    while (at < tokens.size()) {
      String token = tokens.get(at++);
      switch (token) {
        case "(", "[" -> {
          List<Part> inside = new ArrayList<>();
          Optional<Integer> end = read(tokens, at, token.equals("(") ? ")" : "]", inside);
          if (end.isEmpty()) {
            return Optional.empty();
          }
          into.add(new Part(token, inside));
          at = end.get();
        }
        case ")", "]" -> {
          return token.equals(close) ? Optional.of(at) : Optional.empty();
        }
        default -> into.add(Part.of(token));
      }
    }
    return close.isEmpty() ? Optional.of(at) : Optional.empty();
  }

  private static String print(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                switch (part.text()) {
                  case "(" -> "(" + print(part.inside()) + ")";
                  case "[" -> "[" + print(part.inside()) + "]";
                  default -> part.text();
                })
        .collect(Collectors.joining(" "));
  }

  // ------------------------------------------------------------ rules

  private static List<Part> rewritten(List<Part> parts) {
    List<Part> done = new ArrayList<>();
    for (Part part : parts) {
      List<Part> inside = rewritten(part.inside());
      Part before = done.isEmpty() ? Part.of("") : done.getLast();
      if (part.is("(")) {
        bracket(inside, before, done);
      } else if (part.is("[") && before.is("ARRAY")) {
        done.removeLast();
        done.addAll(array(inside));
      } else {
        done.add(new Part(part.text(), inside));
      }
      typedNumber(done);
    }
    return done;
  }

  private static void bracket(List<Part> inside, Part before, List<Part> done) {
    int zone = index(inside, "AT", "TIME", "ZONE");
    boolean anyOf = done.size() > 1 && before.text().matches("ANY|ALL");
    if (before.is("TRIM") && !inside.isEmpty() && TRIMS.containsKey(inside.getFirst().text())) {
      done.removeLast();
      done.addAll(trim(inside));
    } else if (before.is("SUBSTRING") && index(inside, "FROM") > 0) {
      done.removeLast();
      done.addAll(call("\"substring\"", split(inside, "FROM", "FOR")));
    } else if (before.is("POSITION") && index(inside, "IN") > 0) {
      // POSITION((a) IN (b)) is position(b, a).
      done.removeLast();
      done.addAll(call("\"position\"", split(inside, "IN").reversed()));
    } else if (zone > 0) {
      // x AT TIME ZONE y is timezone(y, x) since 14 remembers which of the two was written.
      done.addAll(
          call(
              "timezone",
              List.of(inside.subList(zone + 3, inside.size()), inside.subList(0, zone))));
    } else if (anyOf && isOneOf(done.get(done.size() - 2), before, inside)) {
      // x = ANY (ARRAY[y]) is x = y, and x <> ALL (ARRAY[y]) is x <> y.
      done.removeLast();
      done.addAll(inside.get(1).inside());
    } else if (!before.isWord() && isCall(inside)) {
      // Brackets around a call bind nothing.
      done.addAll(inside);
    } else {
      done.add(new Part("(", inside));
    }
  }

  private static boolean isCall(List<Part> parts) {
    return parts.size() == 2
        && parts.getFirst().isWord()
        && !parts.getFirst().is("ARRAY")
        && parts.getLast().is("(");
  }

  private static boolean isOneOf(Part operator, Part quantifier, List<Part> inside) {
    return ((operator.is("=") && quantifier.is("ANY"))
            || (operator.is("<>") && quantifier.is("ALL")))
        && inside.size() == 2
        && inside.getFirst().is("ARRAY")
        && inside.getLast().is("[")
        && items(inside.getLast().inside()).size() == 1;
  }

  // TRIM(BOTH y FROM x) is btrim(x, y).
  private static List<Part> trim(List<Part> inside) {
    int from = index(inside, "FROM");
    List<Part> text = inside.subList(from + 1, inside.size());
    List<Part> characters = inside.subList(1, Math.max(1, from));
    String name = TRIMS.get(inside.getFirst().text());
    return call(name, characters.isEmpty() ? List.of(text) : List.of(text, characters));
  }

  /** What stands between the words, in order, without brackets around the whole of it. */
  private static List<List<Part>> split(List<Part> parts, String... words) {
    List<List<Part>> split = new ArrayList<>(List.of(new ArrayList<>()));
    for (Part part : parts) {
      if (List.of(words).contains(part.text())) {
        split.add(new ArrayList<>());
      } else {
        split.getLast().add(part);
      }
    }
    return split.stream()
        .map(one -> one.size() == 1 && one.getFirst().is("(") ? one.getFirst().inside() : one)
        .toList();
  }

  private static List<Part> call(String name, List<List<Part>> arguments) {
    List<Part> inside = new ArrayList<>();
    for (List<Part> argument : arguments) {
      if (!inside.isEmpty()) {
        inside.add(Part.of(","));
      }
      inside.addAll(argument);
    }
    return List.of(Part.of(name), new Part("(", inside));
  }

  // An empty array, and one each of whose elements is cast to the type of all.
  private static List<Part> array(List<Part> inside) {
    if (inside.isEmpty()) {
      return List.of(Part.of("'{}'"));
    }
    List<List<Part>> items = items(inside);
    List<Part> first = items.getFirst();
    boolean cast =
        items.stream()
            .allMatch(
                item ->
                    item.size() > 2
                        && item.getFirst().is("(")
                        && item.get(1).is("::")
                        && item.subList(1, item.size()).equals(first.subList(1, first.size())));
    if (!cast) {
      return List.of(Part.of("ARRAY"), new Part("[", inside));
    }
    List<Part> bare = new ArrayList<>();
    for (List<Part> item : items) {
      if (!bare.isEmpty()) {
        bare.add(Part.of(","));
      }
      bare.addAll(item.getFirst().inside());
    }
    List<Part> whole = new ArrayList<>();
    whole.add(new Part("(", List.of(Part.of("ARRAY"), new Part("[", bare))));
    whole.addAll(first.subList(1, first.size()));
    whole.add(new Part("[", List.of()));
    return whole;
  }

  private static List<List<Part>> items(List<Part> parts) {
    List<List<Part>> items = new ArrayList<>(List.of(new ArrayList<>()));
    for (Part part : parts) {
      if (part.is(",")) {
        items.add(new ArrayList<>());
      } else {
        items.getLast().add(part);
      }
    }
    return items;
  }

  // (1)::numeric is '1'::numeric.
  private static void typedNumber(List<Part> done) {
    int size = done.size();
    boolean typed =
        size > 2
            && NUMBERS.contains(done.getLast().text())
            && done.get(size - 2).is("::")
            && done.get(size - 3).is("(")
            && done.get(size - 3).inside().size() == 1
            && done.get(size - 3).inside().getFirst().text().matches("\\d+");
    if (typed) {
      done.set(size - 3, Part.of("'" + done.get(size - 3).inside().getFirst().text() + "'"));
    }
  }

  private static int index(List<Part> parts, String... tokens) {
    for (int i = 0; i + tokens.length <= parts.size(); i++) {
      int at = i;
      boolean here = true;
      for (int k = 0; k < tokens.length; k++) {
        here &= parts.get(at + k).is(tokens[k]);
      }
      if (here) {
        return i;
      }
    }
    return -1;
  }
}
