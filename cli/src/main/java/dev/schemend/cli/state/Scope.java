package dev.schemend.cli.state;

import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which schemas are compared. What lies outside is looked at on neither side. */
public sealed interface Scope {

  /** The schemas that a live server is asked for, as it spells them; empty leaves it to it. */
  List<String> asked(DatabaseUrl url);

  /** Whether objects of {@code owner} are compared. */
  boolean holds(Identifier owner, IdentifierRules rules);

  /** Everything. */
  record All() implements Scope {
    @Override
    public List<String> asked(DatabaseUrl url) {
      return List.of();
    }

    @Override
    public boolean holds(Identifier owner, IdentifierRules rules) {
      return true;
    }
  }

  /** PostgreSQL: these schemas, and nothing that belongs to the database as a whole. */
  record Schemas(List<String> names) implements Scope {
    /** Copies the names. */
    public Schemas {
      names = List.copyOf(names);
    }

    @Override
    public List<String> asked(DatabaseUrl url) {
      return names;
    }

    @Override
    public boolean holds(Identifier owner, IdentifierRules rules) {
      return identifiers(names, rules).contains(owner);
    }
  }

  /** MySQL: the connection's own database, and {@code others}. */
  record Databases(List<String> others) implements Scope {
    /** Copies the names. */
    public Databases {
      others = List.copyOf(others);
    }

    @Override
    public List<String> asked(DatabaseUrl url) {
      return others.isEmpty()
          ? List.of()
          : Stream.concat(Stream.of(url.database()), others.stream()).distinct().toList();
    }

    @Override
    public boolean holds(Identifier owner, IdentifierRules rules) {
      return owner.isNone() || identifiers(others, rules).contains(owner);
    }
  }

  private static Set<Identifier> identifiers(List<String> names, IdentifierRules rules) {
    return names.stream()
        .map(name -> rules.object(name, true))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The part of {@code schema} that is compared. */
  default Schema restrict(Schema schema, IdentifierRules rules) {
    Objects.requireNonNull(rules, "rules");
    Schema restricted = schema;
    for (SchemaObject object : schema.objects().values().toList()) {
      Identifier owner =
          object.ref().kind() == ObjectKind.SCHEMA
              ? object.ref().name().name()
              : object.ref().name().schema();
      if (!holds(owner, rules)) {
        restricted = restricted.without(object.ref());
      }
    }
    return restricted;
  }
}
