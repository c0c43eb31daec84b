package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;

/** Whether a schema has something, be it an object or a part of one. */
final class PartNames {

  private PartNames() {}

  static boolean has(Schema schema, ObjectRef ref) {
    return switch (ref.kind()) {
      case COLUMN ->
          schema.table(ref.name()).flatMap(table -> table.column(ref.member())).isPresent();
      case CONSTRAINT ->
          schema.table(ref.name()).flatMap(table -> table.constraint(ref.member())).isPresent();
      case INDEX -> schema.table(ref.name()).filter(table -> hasIndex(table, ref)).isPresent();
      case ENUM_VALUE ->
          schema
              .enumType(ref.name())
              .filter(type -> type.labels().contains(ref.member().text()))
              .isPresent();
      default ->
          ref.kind().hasNamesakes() && ref.member().isNone()
              ? schema
                  .objects()
                  .valuesFrom(ref)
                  .limit(1)
                  .anyMatch(
                      one -> one.ref().kind() == ref.kind() && one.ref().name().equals(ref.name()))
              : schema.has(ref);
    };
  }

  private static boolean hasIndex(Table table, ObjectRef ref) {
    return table.index(ref.member()).isPresent();
  }
}
