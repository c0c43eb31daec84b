package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Routine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes of routines that stay. */
final class RoutineChanges {

  /** What stands for nothing said (manual, CREATE FUNCTION). */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "volatility", "volatile",
          "strict", "false",
          "security", "invoker",
          "leakproof", "false",
          "parallel", "unsafe");

  private static final String SETTING = "set ";

  private RoutineChanges() {}

  /** The statements; none where the routine must be made anew. */
  static List<DdlStatement> statements(Routine from, Routine to) {
    if (from.withAttributes(to.attributes()).equals(to) && isAlterable(from, to)) {
      // The body is not looked at again: it may name what is not there any more.
      return List.of(
          new DdlStatement.AlterObject(
              to.ref(), false, new ObjectAction.Attributes(attributes(from, to))));
    }
    return isReplaceable(from, to)
        ? List.of(new DdlStatement.CreateObject(to, true, false))
        : List.of();
  }

  private static Set<String> changed(Routine from, Routine to) {
    Set<String> names = new TreeSet<>(from.attributes().keySet());
    names.addAll(to.attributes().keySet());
    names.removeIf(
        name ->
            Optional.ofNullable(from.attributes().get(name))
                .equals(Optional.ofNullable(to.attributes().get(name))));
    return names;
  }

  private static boolean isAlterable(Routine from, Routine to) {
    return changed(from, to).stream()
        .allMatch(
            name ->
                name.startsWith(SETTING)
                    || DEFAULTS.containsKey(name)
                    || name.equals("cost")
                    || name.equals("rows"));
  }

  private static SortedMap<String, Optional<String>> attributes(Routine from, Routine to) {
    SortedMap<String, Optional<String>> attributes = new TreeMap<>();
    for (String name : changed(from, to)) {
      Optional<String> wanted = Optional.ofNullable(to.attributes().get(name));
      attributes.put(
          name, name.startsWith(SETTING) ? wanted : wanted.or(() -> Optional.of(usual(name, to))));
    }
    return attributes;
  }

  private static String usual(String name, Routine routine) {
    boolean cheap = routine.language().equals("c") || routine.language().equals("internal");
    return switch (name) {
      case "cost" -> cheap ? "1" : "100";
      case "rows" -> "1000";
      default -> DEFAULTS.get(name);
    };
  }

  // ProcedureCreate: the kind, the result and the names of arguments must stay.
  private static boolean isReplaceable(Routine from, Routine to) {
    if (from.kind() != to.kind()
        || !from.result().equals(to.result())
        || from.arguments().size() != to.arguments().size()) {
      return false;
    }
    for (int i = 0; i < from.arguments().size(); i++) {
      Routine.Argument older = from.arguments().get(i);
      Routine.Argument newer = to.arguments().get(i);
      boolean kept =
          older.mode() == newer.mode()
              && older.type().equals(newer.type())
              && (older.name().isNone() || older.name().equals(newer.name()))
              && (older.defaultValue().isEmpty() || newer.defaultValue().isPresent());
      if (!kept) {
        return false;
      }
    }
    return true;
  }
}
