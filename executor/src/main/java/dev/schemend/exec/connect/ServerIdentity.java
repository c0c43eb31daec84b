package dev.schemend.exec.connect;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * Who the server says it is, and what the session works in.
 *
 * @param flavor product
 * @param version version
 * @param versionText the version in the server's words
 * @param database the current database
 * @param schema where unqualified names of new objects go: {@code current_schema()} on PostgreSQL,
 *     empty there where no schema of the search path exists; empty on MySQL
 * @param role whom the session works as: {@code current_user} on PostgreSQL, empty on MySQL
 * @param lowerCaseTableNames MySQL's variable of that name; 0 on PostgreSQL
 * @param characterSet the database's default character set, lower case; MySQL only, else empty
 * @param collation the database's default collation, lower case; MySQL only, else empty
 */
public record ServerIdentity(
    Flavor flavor,
    ServerVersion version,
    String versionText,
    String database,
    Optional<String> schema,
    String role,
    int lowerCaseTableNames,
    String characterSet,
    String collation) {

  /** Rejects null parts. */
  public ServerIdentity {
    Objects.requireNonNull(flavor, "flavor");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(versionText, "versionText");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(characterSet, "characterSet");
    Objects.requireNonNull(collation, "collation");
  }

  /** For people: {@code MySQL 8.0.33}. */
  public String label() {
    return flavor.productName() + " " + version;
  }
}
