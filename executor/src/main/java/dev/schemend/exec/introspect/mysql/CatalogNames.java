package dev.schemend.exec.introspect.mysql;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectName;
import java.util.Objects;

/**
 * Names as the server holds them.
 *
 * @param rules the dialect's
 * @param current the session's database, which goes without saying; or {@link Identifier#NONE}
 */
record CatalogNames(IdentifierRules rules, Identifier current) {

  static CatalogNames of(IdentifierRules rules, String database) {
    return new CatalogNames(
        rules,
        Objects.requireNonNullElse(database, "").isEmpty()
            ? Identifier.NONE
            : rules.object(database, true));
  }

  Identifier schema(String database) {
    Identifier schema = rules.object(database, true);
    return schema.equals(current) ? Identifier.NONE : schema;
  }

  ObjectName object(String database, String name) {
    return new ObjectName(schema(database), object(name));
  }

  Identifier object(String name) {
    return rules.object(name, true);
  }

  Identifier member(String name) {
    return rules.member(name, true);
  }
}
