package dev.schemend.dialect;

import dev.schemend.name.Identifier;
import java.util.Objects;
import java.util.Optional;

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
 * @param session the role that the session works as, which text may call {@code CURRENT_USER};
 *     PostgreSQL only, {@link Identifier#NONE} where nobody knows
 * @param rights present where owners and privileges are part of the schema: only where they are
 *     asked for, since most projects keep them elsewhere
 */
public record ServerProfile(
    Flavor flavor,
    ServerVersion version,
    Identifier defaultSchema,
    boolean foldTableNames,
    String characterSet,
    String collation,
    Identifier database,
    Identifier session,
    Optional<RightsBasis> rights) {

  /** Rejects null parts. */
  public ServerProfile {
    Objects.requireNonNull(flavor, "flavor");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(rights, "rights");
  }

  /** A profile for schemas without owners and privileges. */
  public ServerProfile(
      Flavor flavor,
      ServerVersion version,
      Identifier defaultSchema,
      boolean foldTableNames,
      String characterSet,
      String collation,
      Identifier database) {
    this(
        flavor,
        version,
        defaultSchema,
        foldTableNames,
        characterSet,
        collation,
        database,
        Identifier.NONE,
        Optional.empty());
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

  /** The same server, with owners and privileges as part of its schemas. */
  public ServerProfile withRights(RightsBasis basis) {
    return new ServerProfile(
        flavor,
        version,
        defaultSchema,
        foldTableNames,
        characterSet,
        collation,
        database,
        session,
        Optional.of(basis));
  }

  /** The same server, with a session of that role. */
  public ServerProfile withSession(Identifier role) {
    return new ServerProfile(
        flavor,
        version,
        defaultSchema,
        foldTableNames,
        characterSet,
        collation,
        database,
        role,
        rights);
  }
}
