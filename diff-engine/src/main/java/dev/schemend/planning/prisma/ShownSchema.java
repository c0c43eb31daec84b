package dev.schemend.planning.prisma;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables as a script of Prisma's writes them where it shows the default schema: as declared, but
 * their names, and those of the enums that the schema declares, with it.
 */
final class ShownSchema {

  private final Identifier defaultSchema;
  private final Set<ObjectName> enums;

  ShownSchema(Identifier defaultSchema, DeclaredSchema schema) {
    this.defaultSchema = defaultSchema;
    this.enums =
        schema.statements().stream()
            .filter(DdlStatement.CreateEnum.class::isInstance)
            .map(DdlStatement.CreateEnum.class::cast)
            .map(create -> shown(create.name()))
            .collect(Collectors.toUnmodifiableSet());
  }

  DdlStatement.CreateTable in(DdlStatement.CreateTable create) {
    return new DdlStatement.CreateTable(
        shown(create.name()),
        create.columns().stream().map(this::in).toList(),
        create.constraints(),
        create.indexes(),
        create.options(),
        create.ifNotExists(),
        create.likes());
  }

  private ColumnDefinition in(ColumnDefinition definition) {
    return new ColumnDefinition(
        definition.column().withType(in(definition.column().type())),
        definition.explicitNull(),
        definition.constraints(),
        definition.indexes());
  }

  private SqlType in(SqlType type) {
    return switch (type) {
      case SqlType.UserDefined user ->
          enums.contains(shown(user.name()))
              ? new SqlType.UserDefined(shown(user.name()), user.modifiers())
              : user;
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(in(array.element()));
      case SqlType.Builtin builtin -> builtin;
      case SqlType.InlineEnum inline -> inline;
    };
  }

  private ObjectName shown(ObjectName name) {
    return new ObjectName(name.schema().or(defaultSchema), name.name());
  }
}
