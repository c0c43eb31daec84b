package dev.schemend.dialect.postgres;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.name.IdentifierRules;
import dev.schemend.type.TypeSystem;
import java.util.Objects;

/** PostgreSQL's facts, for servers from 14 on. */
public final class PostgresDialect implements Dialect {

  private final ServerProfile profile;
  private final PostgresIdentifiers identifiers = new PostgresIdentifiers();
  private final PostgresTypes types = new PostgresTypes();
  private final PostgresExpressions expressions = new PostgresExpressions(types, identifiers);

  /** The facts for one server. */
  public PostgresDialect(ServerProfile profile) {
    this.profile = Objects.requireNonNull(profile, "profile");
  }

  @Override
  public ServerProfile profile() {
    return profile;
  }

  @Override
  public IdentifierRules identifiers() {
    return identifiers;
  }

  @Override
  public TypeSystem types() {
    return types;
  }

  @Override
  public ExpressionRules expressions() {
    return expressions;
  }
}
