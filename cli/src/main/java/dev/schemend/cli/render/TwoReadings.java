package dev.schemend.cli.render;

import dev.schemend.cli.kit.Definitions;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;

/**
 * An object as two schemas have it, in the lines in which the two differ.
 *
 * @param first the lines that only the first has, in order
 * @param second the lines that only the second has, in order
 */
record TwoReadings(List<String> first, List<String> second) {

  TwoReadings {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  static TwoReadings of(DialectKit kit, ObjectRef ref, Schema first, Schema second) {
    Definitions definitions = new Definitions(kit);
    List<String> one = lines(definitions.of(first, ref));
    List<String> other = lines(definitions.of(second, ref));
    return new TwoReadings(without(one, other), without(other, one));
  }

  private static List<String> lines(List<String> statements) {
    return statements.stream()
        .flatMap(String::lines)
        .map(String::strip)
        // The last column of a table has no comma behind it, wherever it stands otherwise.
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(others);
    return lines.stream().filter(line -> !rest.remove(line)).toList();
  }
}
