package dev.schemend.ddl;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an {@code ALTER} does to an object that is no table. */
public sealed interface ObjectAction {

  /** {@code RENAME TO …}. */
  record Rename(Identifier to) implements ObjectAction {}

  /** {@code SET SCHEMA …}. */
  record SetSchema(Identifier schema) implements ObjectAction {}

  /** {@code RENAME [COLUMN | ATTRIBUTE] … TO …}. */
  record RenameColumn(Identifier from, Identifier to, DropBehavior behavior)
      implements ObjectAction {}

  /** {@code ALTER [COLUMN] … SET DEFAULT …} of a view; empty for {@code DROP DEFAULT}. */
  record ColumnDefault(Identifier column, Optional<SqlExpr> value) implements ObjectAction {}

  /** {@code SET (…)} and {@code RESET (…)} of a view: an empty value resets. */
  record Parameters(SortedMap<String, Optional<String>> values) implements ObjectAction {
    /** Copies the values. */
    public Parameters {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /**
   * Attributes of a routine, by the names they have there; an empty value is the server's default,
   * and {@code set *} stands for all settings.
   */
  record Attributes(SortedMap<String, Optional<String>> values) implements ObjectAction {
    /** Copies the values. */
    public Attributes {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /** Facts of a declared object: an empty one is taken back. */
  record Facts(SortedMap<String, Optional<Declaration.Fact>> values) implements ObjectAction {
    /** Copies the facts. */
    public Facts {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /** {@code ADD}, {@code DROP} and {@code SET} of what is in a publication. */
  record Publish(Verb verb, List<Declaration.Fact> objects) implements ObjectAction {
    /** What happens to the objects. */
    public enum Verb {
      ADD,
      DROP,
      SET
    }

    /** Copies the objects. */
    public Publish {
      Objects.requireNonNull(verb, "verb");
      objects = List.copyOf(objects);
    }
  }

  /**
   * Another list of a subscription's publications.
   *
   * @param publications their names
   * @param refresh whether the publisher is asked at once which tables they have
   */
  record Subscribe(Publish.Verb verb, List<String> publications, boolean refresh)
      implements ObjectAction {
    /** Copies the names. */
    public Subscribe {
      Objects.requireNonNull(verb, "verb");
      publications = List.copyOf(publications);
    }
  }

  /** {@code ADD} and {@code DROP} of what is in an operator family. */
  record GroupItems(boolean adds, List<Declaration.Fact.Item> items) implements ObjectAction {
    /** Copies the items. */
    public GroupItems {
      items = List.copyOf(items);
    }
  }

  /**
   * A change of what a text search configuration looks up.
   *
   * @param tokens the kinds of tokens; none means all
   * @param dictionaries where they are looked up, in order; of {@code REPLACE}, the old one and the
   *     new one
   */
  record Mapping(
      Kind kind, List<Identifier> tokens, List<ObjectName> dictionaries, boolean ifExists)
      implements ObjectAction {
    /** What happens to the tokens. */
    public enum Kind {
      ADD,
      ALTER,
      REPLACE,
      DROP
    }

    /** Copies the lists. */
    public Mapping {
      Objects.requireNonNull(kind, "kind");
      tokens = List.copyOf(tokens);
      dictionaries = List.copyOf(dictionaries);
    }
  }

  /**
   * A change of a wrapper, a server, a user mapping or a foreign table's own part.
   *
   * @param facts those besides options: an empty one is taken back
   */
  record Foreign(SortedMap<String, Optional<Declaration.Fact>> facts, List<Option> options)
      implements ObjectAction {
    /**
     * One option of {@code OPTIONS (…)}.
     *
     * @param value empty for {@code DROP}
     */
    public record Option(Edit edit, String name, Optional<String> value) {}

    /** What happens to an option; the server minds whether it is there. */
    public enum Edit {
      ADD,
      SET,
      DROP
    }

    /** Copies both. */
    public Foreign {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
      options = List.copyOf(options);
    }
  }

  /** {@code ALTER FOREIGN TABLE … ALTER COLUMN … OPTIONS (…)}. */
  record ForeignColumn(Identifier column, List<Foreign.Option> options) implements ObjectAction {
    /** Copies the options. */
    public ForeignColumn {
      Objects.requireNonNull(column, "column");
      options = List.copyOf(options);
    }
  }

  /** {@code ALTER POLICY}: what is present replaces. */
  record PolicyClauses(
      Optional<List<Identifier>> roles, Optional<SqlExpr> using, Optional<SqlExpr> check)
      implements ObjectAction {
    /** Rejects null parts. */
    public PolicyClauses {
      roles = roles.map(List::copyOf);
      Objects.requireNonNull(using, "using");
      Objects.requireNonNull(check, "check");
    }
  }

  /** {@code SET DEFAULT …} of a domain; empty for {@code DROP DEFAULT}. */
  record DomainDefault(Optional<SqlExpr> value) implements ObjectAction {}

  /** {@code SET NOT NULL} and {@code DROP NOT NULL} of a domain. */
  record DomainNullable(boolean nullable) implements ObjectAction {}

  /** {@code ADD CONSTRAINT …} of a domain. */
  record AddCheck(Constraint.Check check) implements ObjectAction {}

  /** {@code DROP CONSTRAINT …} of a domain. */
  record DropCheck(Identifier check, boolean ifExists) implements ObjectAction {}

  /** {@code RENAME CONSTRAINT … TO …} of a domain. */
  record RenameCheck(Identifier from, Identifier to) implements ObjectAction {}

  /** {@code VALIDATE CONSTRAINT …} of a domain. */
  record ValidateCheck(Identifier check) implements ObjectAction {}

  /** Several changes of a composite type's attributes, in order. */
  record AttributeChanges(List<AttributeChange> changes) implements ObjectAction {
    /** Copies the changes. */
    public AttributeChanges {
      changes = List.copyOf(changes);
    }
  }

  /** One change of an attribute of a composite type. */
  sealed interface AttributeChange {
    /** {@code ADD ATTRIBUTE}. */
    record Add(CompositeType.Attribute attribute, DropBehavior behavior)
        implements AttributeChange {}

    /** {@code DROP ATTRIBUTE}. */
    record Drop(Identifier attribute, boolean ifExists, DropBehavior behavior)
        implements AttributeChange {}

    /** {@code ALTER ATTRIBUTE … TYPE …}. */
    record Retype(CompositeType.Attribute attribute, DropBehavior behavior)
        implements AttributeChange {}
  }
}
