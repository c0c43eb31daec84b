package dev.schemend.parser.prisma.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of names that would meet in the database. */
final class NameClashes {

  private final Connector connector;
  private final Problems problems;

  NameClashes(Connector connector, Problems problems) {
    this.connector = connector;
    this.problems = problems;
  }

  void find(List<Model> models, List<EnumDefinition> enums) {
    boolean global = connector.supports(Connector.Capability.GLOBAL_INDEX_NAMES);
    Map<String, String> types = new HashMap<>();
    Map<String, String> tables = new HashMap<>();
    for (Model model : models) {
      String table = model.schema().orElse("") + "." + model.table();
      String other = tables.putIfAbsent(table, model.name());
      if (other != null) {
        problems.error(
            model.declaration().name().span(),
            "\""
                + other
                + "\" and \""
                + model.name()
                + "\" are the same table \""
                + model.table()
                + "\".",
            "Map one of them to another table.");
      }
    }
    indexes(models);
    for (EnumDefinition one : enums) {
      String type = one.schema().orElse("") + "." + one.databaseName();
      String other = types.putIfAbsent(type, one.name());
      // A database that keeps its enums in the columns has no names for them to meet.
      if (other != null && global) {
        problems.error(
            one.span(),
            "\""
                + other
                + "\" and \""
                + one.name()
                + "\" are the same type \""
                + one.databaseName()
                + "\".",
            "Map one of them to another name.");
      }
    }
  }

  private void indexes(List<Model> models) {
    boolean global = connector.supports(Connector.Capability.GLOBAL_INDEX_NAMES);
    Map<String, Key> seen = new HashMap<>();
    for (Model model : models) {
      if (model.isView()) {
        continue;
      }
      String space = global ? model.schema().orElse("") : model.schema() + "." + model.table();
      Optional<Key> primary =
          model
              .primaryKey()
              .filter(key -> connector.supports(Connector.Capability.NAMED_PRIMARY_KEYS));
      primary.ifPresent(key -> claim(space, key, seen, global));
      model.indexes().forEach(key -> claim(space, key, seen, global));
    }
  }

  private void claim(String space, Key key, Map<String, Key> seen, boolean global) {
    Key other = seen.putIfAbsent(space + "." + key.name(), key);
    if (other != null) {
      problems.error(
          key.span(),
          "There is already an index or key \""
              + key.name()
              + "\" (line "
              + other.span().line()
              + ").",
          "Give this one a name of its own with map: names are shared in the whole "
              + (global ? "schema" : "table")
              + ".");
    }
  }
}
