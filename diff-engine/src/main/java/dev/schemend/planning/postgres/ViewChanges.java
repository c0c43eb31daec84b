package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.View;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Views whose query or defaults change. */
final class ViewChanges {

  private ViewChanges() {}

  // Columns may be added behind the others (CREATE VIEW). A view whose old columns mean something
  // else is made anew where their types are not known to be the same.
  static List<DdlStatement> statements(View from, View to, Transition transition, Dialect dialect) {
    boolean continues =
        to.columns().size() >= from.columns().size()
            && !from.columns().isEmpty()
            && to.columns().subList(0, from.columns().size()).equals(from.columns());
    if (!continues || !ViewItems.sameTypes(from, to, transition, dialect)) {
      return List.of();
    }
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CreateObject(
            to.withPostgres(new PostgresViewOptions(to.postgres().parameters(), new TreeMap<>())),
            true,
            false));
    statements.addAll(defaults(from, to));
    return statements;
  }

  private static List<DdlStatement> defaults(View from, View to) {
    List<DdlStatement> statements = new ArrayList<>();
    from.postgres()
        .defaults()
        .forEach(
            (column, value) -> {
              if (!to.postgres().defaults().containsKey(column)) {
                statements.add(
                    altered(to.ref(), new ObjectAction.ColumnDefault(column, Optional.empty())));
              }
            });
    to.postgres()
        .defaults()
        .forEach(
            (column, value) -> {
              if (!value.equals(from.postgres().defaults().get(column))) {
                statements.add(
                    altered(to.ref(), new ObjectAction.ColumnDefault(column, Optional.of(value))));
              }
            });
    return statements;
  }

  private static DdlStatement altered(ObjectRef object, ObjectAction action) {
    return new DdlStatement.AlterObject(object, false, action);
  }
}
