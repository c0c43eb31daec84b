package dev.schemend.dialect.postgres;

import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What an index of each access method can be stored with (server source: reloptions.c). */
final class IndexParameters {

  /** What a parameter takes. */
  private sealed interface Range {
    record Whole(long least, long most) implements Range {}

    record Words(Pattern words) implements Range {}
  }

  private record Parameter(Set<String> methods, Range range) {}

  // parse_bool_with_len: beginnings of the words will do.
  private static final Range FLAG =
      new Range.Words(
          Pattern.compile(
              "t(r(ue?)?)?|f(a(l(se?)?)?)?|y(es?)?|no?|on|off?|[10]", Pattern.CASE_INSENSITIVE));

  private static final Map<String, Parameter> PARAMETERS =
      Map.of(
          "fillfactor",
          new Parameter(Set.of("btree", "hash", "gist", "spgist"), new Range.Whole(10, 100)),
          "deduplicate_items",
          new Parameter(Set.of("btree"), FLAG),
          "buffering",
          new Parameter(
              Set.of("gist"),
              new Range.Words(Pattern.compile("auto|on|off", Pattern.CASE_INSENSITIVE))),
          "fastupdate",
          new Parameter(Set.of("gin"), FLAG),
          "gin_pending_list_limit",
          new Parameter(Set.of("gin"), new Range.Whole(64, Integer.MAX_VALUE)),
          "pages_per_range",
          new Parameter(Set.of("brin"), new Range.Whole(1, 131_072)),
          "autosummarize",
          new Parameter(Set.of("brin"), FLAG));

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

  private static final Pattern NO_NUMBER = Pattern.compile("\\D*");

  private IndexParameters() {}

  /** Refuses parameters that the method does not have, and values that they do not take. */
  static void require(
      Schema schema, ObjectRef index, String method, SortedMap<String, String> parameters) {
    // Extensions bring parameters and methods of their own.
    if (schema.ofKind(ObjectKind.EXTENSION).findAny().isPresent()) {
      return;
    }
    parameters.forEach(
        (name, value) -> {
          Parameter parameter = PARAMETERS.get(name);
          if (parameter == null || !parameter.methods().contains(method)) {
            throw refused(index, "unrecognized parameter \"" + name + "\"");
          }
          if (!takes(parameter.range(), value)) {
            throw refused(index, "\"" + name + "\" does not take the value " + value);
          }
        });
  }

  // A number with a fraction, or to another base, is left to the server.
  private static boolean takes(Range range, String value) {
    return switch (range) {
      case Range.Whole whole -> {
        if (WHOLE.matcher(value).matches()) {
          long number = Long.parseLong(value);
          yield whole.least() <= number && number <= whole.most();
        }
        yield !NO_NUMBER.matcher(value).matches();
      }
      case Range.Words words -> words.words().matcher(value).matches();
    };
  }

  private static RuntimeException refused(ObjectRef index, String reason) {
    return PostgresErrors.invalid(index, reason, PostgresErrors.INVALID_PARAMETER);
  }
}
