package dev.schemend.dialect.postgres;

import dev.schemend.model.Rights;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.List;

/** The rights on columns, which are there only where anything is granted. */
final class ColumnRights {

  private ColumnRights() {}

  /** Those on the columns of a relation. */
  static List<Rights> of(Schema schema, ObjectRef relation) {
    return schema
        .dependants(relation)
        .flatMap(ref -> schema.get(ref).stream())
        .filter(Rights.class::isInstance)
        .map(Rights.class::cast)
        .filter(one -> one.on().kind() == ObjectKind.COLUMN)
        .filter(one -> one.on().name().equals(relation.name()))
        .toList();
  }

  /** {@code schema} with these rights; without them, where nothing is granted on a column. */
  static Schema with(Schema schema, Rights rights) {
    boolean nothing = rights.owner().isEmpty() && rights.grants().isEmpty();
    return nothing ? schema.without(rights.ref()) : schema.with(rights);
  }
}
