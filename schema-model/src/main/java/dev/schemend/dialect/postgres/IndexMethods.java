package dev.schemend.dialect.postgres;

import dev.schemend.model.Column;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each access method can index (manual, 11.2 and 64; catalogs pg_am and pg_opclass). */
final class IndexMethods {

  private record Method(boolean unique, boolean multicolumn) {}

  private static final Map<String, Method> METHODS =
      Map.of(
          "btree", new Method(true, true),
          "hash", new Method(false, false),
          "gist", new Method(false, true),
          "spgist", new Method(false, false),
          "gin", new Method(false, true),
          "brin", new Method(false, true));

  // Manual, 11.2: no order is defined for these, so b-tree has no operator class for them.
  private static final Set<String> WITHOUT_ORDER =
      Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");

  private static final Set<String> GIN_TYPES = Set.of("jsonb", "tsvector");

  private IndexMethods() {}

  /** Refuses an index that its method cannot serve (DefineIndex). */
  static void require(Schema schema, ObjectName table, Index index, List<Column> columns) {
    boolean extended = schema.ofKind(ObjectKind.EXTENSION).findAny().isPresent();
    ObjectRef ref = ObjectRef.index(table, index.name());
    Method method = METHODS.get(index.method());
    if (method == null) {
      if (extended) {
        return;
      }
      throw PostgresErrors.invalid(
          ref,
          "access method \"" + index.method() + "\" does not exist",
          PostgresErrors.UNDEFINED_OBJECT);
    }
    if ((index.unique() && !method.unique())
        || (index.parts().size() > 1 && !method.multicolumn())) {
      throw PostgresErrors.invalid(
          ref,
          "access method \""
              + index.method()
              + "\" does not support "
              + (index.unique() ? "unique" : "multicolumn")
              + " indexes",
          PostgresErrors.NOT_SUPPORTED);
    }
    if (!extended) {
      requireOperatorClasses(ref, index.method(), index.parts(), columns);
    }
  }

  /** Refuses key parts whose type has no default operator class for the method. */
  static void requireOperatorClasses(
      ObjectRef index, String method, List<IndexPart> parts, List<Column> columns) {
    for (IndexPart part : parts) {
      Optional<SqlType> type =
          part.columnName()
              .flatMap(name -> columns.stream().filter(one -> one.name().equals(name)).findFirst())
              .map(Column::type);
      if (part.operatorClass().isEmpty()
          && type.filter(one -> lacksClass(method, one)).isPresent()) {
        throw PostgresErrors.invalid(
            index,
            "data type "
                + type.get()
                + " has no default operator class for access method "
                + method,
            PostgresErrors.UNDEFINED_OBJECT);
      }
    }
  }

  private static boolean lacksClass(String method, SqlType type) {
    return type instanceof SqlType.Builtin builtin
        && switch (method) {
          case "btree" -> WITHOUT_ORDER.contains(builtin.name());
          case "gin" -> !GIN_TYPES.contains(builtin.name());
          default -> false;
        };
  }
}
