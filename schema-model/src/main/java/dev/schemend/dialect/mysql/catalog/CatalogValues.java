package dev.schemend.dialect.mysql.catalog;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.name.Identifier;
import dev.schemend.query.Value;

/**
 * Names as values. The connection's own database may have a name that nobody knows: it is equal to
 * itself and to no text for certain.
 */
final class CatalogValues {

  private static final String NAME = "name";

  private final ServerProfile profile;

  CatalogValues(ServerProfile profile) {
    this.profile = profile;
  }

  Value database(Identifier database) {
    return object(database.isNone() ? profile.database() : database);
  }

  Value object(Identifier name) {
    return name.isNone() ? new Value.Reference(NAME, "") : Value.of(name.text());
  }

  /** Whether a value is the database whose name nobody knows. */
  static boolean isNameless(Value value) {
    return value instanceof Value.Reference name && name.key().isEmpty();
  }
}
