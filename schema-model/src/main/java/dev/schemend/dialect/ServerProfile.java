package dev.schemend.dialect;

import dev.schemend.name.Identifier;
import java.util.Objects;

/**
 * What the same text can mean different things by: the server it is meant for.
 *
 * @param flavor product
 * @param version version
 * @param defaultSchema where unqualified names of new objects go: {@code public} or the URL's
 *     {@code schema} on PostgreSQL; {@link Identifier#NONE}, the connection's database, on MySQL
 * @param foldTableNames MySQL's {@code lower_case_table_names} other than 0: names of tables and
 *     databases are compared without regard to case
 * @param characterSet the database's default character set, lower case; MySQL only, else empty
 * @param collation the database's default collation, lower case; MySQL only, else empty
 * @param database what the connection's database is called, so that text which names it means
 *     {@code defaultSchema}; MySQL only, {@link Identifier#NONE} where nobody knows
 */
public record ServerProfile(
    Flavor flavor,
    ServerVersion version,
    Identifier defaultSchema,
    boolean foldTableNames,
    String characterSet,
    String collation,
    Identifier database) {

  /** Rejects null parts. */
  public ServerProfile {
    Objects.requireNonNull(flavor, "flavor");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(database, "database");
  }

  /** A profile of a server whose database has no name that text could use. */
  public ServerProfile(
      Flavor flavor,
      ServerVersion version,
      Identifier defaultSchema,
      boolean foldTableNames,
      String characterSet,
      String collation) {
    this(flavor, version, defaultSchema, foldTableNames, characterSet, collation, Identifier.NONE);
  }
}
