package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerProfile;
import java.util.Objects;

/** The facts of one MySQL or MariaDB server. */
public final class MySqlDialect implements Dialect {

  private final ServerProfile profile;
  private final MySqlIdentifiers identifiers;
  private final MySqlCharacterSets characterSets;
  private final MySqlTypes types;
  private final MySqlExpressions expressions;

  /** The facts of the server that {@code profile} describes. */
  public MySqlDialect(ServerProfile profile) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.identifiers = new MySqlIdentifiers(profile.foldTableNames());
    this.characterSets = new MySqlCharacterSets(profile);
    this.types = new MySqlTypes(profile);
    this.expressions = new MySqlExpressions(profile);
  }

  @Override
  public ServerProfile profile() {
    return profile;
  }

  @Override
  public MySqlIdentifiers identifiers() {
    return identifiers;
  }

  @Override
  public MySqlTypes types() {
    return types;
  }

  @Override
  public MySqlExpressions expressions() {
    return expressions;
  }

  /** Its character sets and collations. */
  public MySqlCharacterSets characterSets() {
    return characterSets;
  }
}
