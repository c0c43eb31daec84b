package dev.schemend.cli.state;

import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import java.util.Objects;

/**
 * A state as its Prisma schema declares it.
 *
 * @param schema the statements that it comes to
 * @param datamodel what it means
 * @param version the Prisma that it is for
 */
public record PrismaDeclaration(DeclaredSchema schema, Datamodel datamodel, PrismaVersion version) {

  /** Rejects null parts. */
  public PrismaDeclaration {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(datamodel, "datamodel");
    Objects.requireNonNull(version, "version");
  }
}
