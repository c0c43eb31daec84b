package dev.schemend.ddl;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.name.Identifier;
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
