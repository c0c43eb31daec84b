package dev.schemend.plan;

import dev.schemend.model.EnumType;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Objects;

/** A difference between two schemas: a fact, without any thought of how to bring it about. */
public sealed interface Change {

  /** The object that differs, as the older schema names it where it has it. */
  ObjectRef ref();

  /** Only the newer schema has it. */
  record Created(SchemaObject object) implements Change {
    @Override
    public ObjectRef ref() {
      return object.ref();
    }
  }

  /** Only the older schema has it. */
  record Dropped(SchemaObject object) implements Change {
    @Override
    public ObjectRef ref() {
      return object.ref();
    }
  }

  /** A table that both have, with what differs in it. */
  record TableAltered(Table from, Table to, List<TableDifference> differences) implements Change {
    /** Copies the differences. */
    public TableAltered {
      differences = List.copyOf(differences);
    }

    @Override
    public ObjectRef ref() {
      return from.ref();
    }
  }

  /** An enumerated type with other labels, or the same in another order. */
  record EnumAltered(EnumType from, EnumType to) implements Change {
    @Override
    public ObjectRef ref() {
      return from.ref();
    }
  }

  /** A sequence with other options or another owner. */
  record SequenceAltered(Sequence from, Sequence to) implements Change {
    @Override
    public ObjectRef ref() {
      return from.ref();
    }
  }

  /** An object of another kind than those above, of which both have their own definition. */
  record ObjectAltered(SchemaObject from, SchemaObject to) implements Change {
    @Override
    public ObjectRef ref() {
      return from.ref();
    }
  }

  /** The same object under another name; only where a hint said so. */
  record Renamed(SchemaObject from, SchemaObject to) implements Change {
    @Override
    public ObjectRef ref() {
      return from.ref();
    }
  }

  /** A label of an enumerated type under another name; only where somebody said so. */
  record LabelRenamed(ObjectRef from, ObjectRef to) implements Change {
    @Override
    public ObjectRef ref() {
      return from;
    }
  }

  /**
   * Neither equal nor different could be shown. Reported, never acted upon.
   *
   * @param from the older form, as text
   * @param to the newer form, as text
   */
  record Unproven(ObjectRef ref, String from, String to) implements Change {
    /** Rejects null parts. */
    public Unproven {
      Objects.requireNonNull(ref, "ref");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }
}
