package dev.schemend.cli.state;

import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import java.util.Objects;
import java.util.Set;

/**
 * A state as its Prisma schema declares it.
 *
 * @param schema the statements that it comes to
 * @param datamodel what it means
 * @param version the Prisma that it is for
 * @param external the tables and enums that {@code prisma.config.ts} leaves to others
 */
public record PrismaDeclaration(
    DeclaredSchema schema, Datamodel datamodel, PrismaVersion version, Set<ObjectRef> external) {

  /** Copies the names. */
  public PrismaDeclaration {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(datamodel, "datamodel");
    Objects.requireNonNull(version, "version");
    external = Set.copyOf(external);
  }
}
