package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;

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
          ref.isOfColumn()
              ? hasLabel(schema, ref)
              : schema
                  .enumType(ref.name())
                  .filter(type -> type.labels().contains(ref.member().text()))
                  .isPresent();
      default -> schema.has(ref) || (ref.kind().hasNamesakes() && hasNamesake(schema, ref));
    };
  }

  private static boolean hasNamesake(Schema schema, ObjectRef ref) {
    return ref.member().isNone() && !Namesakes.of(schema, ref).isEmpty();
  }

  private static boolean hasLabel(Schema schema, ObjectRef ref) {
    return schema
        .table(ref.name())
        .flatMap(table -> table.column(ref.member()))
        .filter(
            column ->
                column.type() instanceof SqlType.InlineEnum type
                    && type.values().contains(ref.label().text()))
        .isPresent();
  }

  private static boolean hasIndex(Table table, ObjectRef ref) {
    return table.index(ref.member()).isPresent();
  }
}
