package dev.schemend.cli.state;

import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a script of Prisma's says the name of the database's default schema. The versions of Prisma
 * differ in this more than in all else; {@link PrismaVersion} tells which does what.
 */
final class DefaultSchemaUse {

  private DefaultSchemaUse() {}

  /** Whether a script creates the default schema: only one from nothing does. */
  static boolean isCreated(
      StatePair states, Identifier defaultSchema, List<PrismaDeclaration> declarations) {
    return states.from().spec() instanceof StateSpec.Empty
        && !defaultSchema.isNone()
        && !declarations.isEmpty()
        && declarations.stream().allMatch(one -> creates(one, defaultSchema, states.to().schema()));
  }

  private static boolean creates(
      PrismaDeclaration declaration, Identifier defaultSchema, Schema made) {
    List<String> listed = declaration.datamodel().datasource().schemas();
    PrismaVersion version = declaration.version();
    boolean named =
        listed.isEmpty() ? version.createsDefaultSchema() : lists(listed, defaultSchema);
    return named && (isUsed(defaultSchema, made) || version.createsUnusedSchemas());
  }

  private static boolean lists(List<String> schemas, Identifier defaultSchema) {
    return schemas.stream().anyMatch(schema -> schema.equals(defaultSchema.text()));
  }

  private static boolean isUsed(Identifier defaultSchema, Schema made) {
    return Stream.of(ObjectKind.TABLE, ObjectKind.ENUM_TYPE)
        .flatMap(made::ofKind)
        .anyMatch(object -> object.ref().name().schema().equals(defaultSchema));
  }

  /** Whether names in the default schema show it that come from a side of a comparison. */
  static boolean isShown(
      ReadState side, Identifier defaultSchema, List<PrismaDeclaration> declarations) {
    return !defaultSchema.isNone()
        && !declarations.isEmpty()
        && declarations.stream().allMatch(one -> shows(one, side.declared().isEmpty()));
  }

  private static boolean shows(PrismaDeclaration declaration, boolean undeclared) {
    PrismaVersion version = declaration.version();
    boolean listed = !declaration.datamodel().datasource().schemas().isEmpty();
    return version.namesDefaultSchema()
        || (listed && version.namesListedDefaultSchema())
        || (undeclared && version.namesDefaultSchemaOfOthers());
  }
}
