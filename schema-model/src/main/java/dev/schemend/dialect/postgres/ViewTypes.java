package dev.schemend.dialect.postgres;

import dev.schemend.apply.Session;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.DomainType;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.View;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types that the columns of a view have, as far as its query tells them. */
public final class ViewTypes {

  private ViewTypes() {}

  /**
   * The types of its columns in their order, each empty where it is not known. None are known where
   * something that the view reads has a collation of its own, which its columns may have too:
   * {@code CREATE OR REPLACE VIEW} changes neither (server source {@code checkViewColumns}).
   *
   * @param schema what the view reads
   */
  public static List<Optional<SqlType>> of(Dialect dialect, Schema schema, View view) {
    List<Optional<SqlType>> types = new ArrayList<>();
    if (isCollated(schema, view, new HashSet<>())) {
      return types;
    }
    Scope scope = new Scope(schema, Session.in(view.name().schema()));
    QueryForm form = new QueryForm((PostgresExpressions) dialect.expressions(), scope);
    new FromForm(form, scope, new TreeSet<>())
        .columns(view.ref())
        .orElse(List.of())
        .forEach(
            column -> types.add(column.declared().filter(known -> column.collation().isEmpty())));
    return types;
  }

  private static boolean isCollated(Schema schema, SchemaObject object, Set<ObjectRef> seen) {
    for (ObjectRef ref : References.of(object)) {
      if (ref.kind() == ObjectKind.TABLE) {
        continue;
      }
      if (column(schema, ref).filter(column -> column.collation().isPresent()).isPresent()) {
        return true;
      }
      SchemaObject below = schema.get(ref).orElse(null);
      if (below instanceof DomainType domain && domain.collation().isPresent()) {
        return true;
      }
      if (below != null && seen.add(ref) && isCollated(schema, below, seen)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Column> column(Schema schema, ObjectRef ref) {
    return ref.kind() == ObjectKind.COLUMN
        ? schema.table(ref.name()).flatMap(table -> table.column(ref.member()))
        : Optional.empty();
  }
}
