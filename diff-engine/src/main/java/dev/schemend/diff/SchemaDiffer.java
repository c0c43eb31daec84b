package dev.schemend.diff;

import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.dialect.Dialect;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.EnumType;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.References;
import dev.schemend.model.Rights;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.type.TypeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What differs between two schemas: total, and without a thought of what to do about it.
 *
 * <p>Walks both schemas once in the order of their references; what two versions of a schema share,
 * whole stretches of objects, is passed over, so that neighbours cost what their differences cost.
 * Tables and columns are matched by name alone: that one was renamed is never guessed.
 */
public final class SchemaDiffer {

  private final TypeSystem types;
  private final ExpressionRules rules;
  private final Function<SqlExpr, String> text;
  private final TableDiffer tables;
  private final ObjectComparison objects;
  private final Function<SchemaObject, String> definition;

  /** A differ by one server's rules, which shows doubtful expressions as their records. */
  public SchemaDiffer(Dialect dialect) {
    this(dialect, SqlExpr::toString, object -> object.ref().toString());
  }

  /** A differ by one server's rules, which shows doubtful objects by their names alone. */
  public SchemaDiffer(Dialect dialect, Function<SqlExpr, String> text) {
    this(dialect, text, object -> object.ref().toString());
  }

  /**
   * A differ by one server's rules.
   *
   * @param text how an expression is shown where two of them could be neither told apart nor proven
   *     equal
   * @param definition the same of a whole object
   */
  public SchemaDiffer(
      Dialect dialect, Function<SqlExpr, String> text, Function<SchemaObject, String> definition) {
    this(dialect.types(), dialect.expressions(), text, definition);
  }

  private SchemaDiffer(
      TypeSystem types,
      ExpressionRules rules,
      Function<SqlExpr, String> text,
      Function<SchemaObject, String> definition) {
    this.types = types;
    this.rules = rules;
    this.text = text;
    this.tables = new TableDiffer(new Comparison(rules), types, text);
    this.objects = new ObjectComparison(rules);
    this.definition = definition;
  }

  /** This differ, knowing what a live server has settled. */
  public SchemaDiffer knowing(Settled settled) {
    return new SchemaDiffer(types, settled.over(rules), text, definition);
  }

  /**
   * The differences, in the order of the objects' references; what could not be decided follows the
   * table it is in. Empty for equal schemas (law L2).
   */
  public List<Change> diff(Schema from, Schema to) {
    List<Change> changes = new ArrayList<>();
    for (Edit<ObjectRef, SchemaObject> edit : to.objects().editsSince(from.objects())) {
      if (isToldByItsObject(edit, from, to)) {
        continue;
      }
      if (edit.before().isEmpty()) {
        changes.add(new Change.Created(edit.after().orElseThrow()));
      } else if (edit.after().isEmpty()) {
        changes.add(new Change.Dropped(edit.before().orElseThrow()));
      } else {
        compare(edit.before().get(), from, edit.after().get(), to, changes);
      }
    }
    return List.copyOf(changes);
  }

  // Whatever comes or goes comes or goes with its rights.
  private static boolean isToldByItsObject(
      Edit<ObjectRef, SchemaObject> edit, Schema from, Schema to) {
    return edit.key().kind() == ObjectKind.RIGHTS
        && edit.before().or(edit::after).orElseThrow() instanceof Rights rights
        && isThere(from, rights.on()) != isThere(to, rights.on());
  }

  private static boolean isThere(Schema schema, ObjectRef on) {
    if (on.kind() != ObjectKind.COLUMN) {
      return schema.has(on);
    }
    Optional<Table> table = schema.table(on.name());
    return table.isPresent()
        ? table.get().column(on.member()).isPresent()
        : References.ROW_SOURCES.stream()
            .anyMatch(kind -> schema.has(ObjectRef.to(kind, on.name())));
  }

  /** Adds what differs between two objects of one kind and name. */
  private void compare(
      SchemaObject from, Schema before, SchemaObject to, Schema after, List<Change> changes) {
    if (from instanceof Table older && to instanceof Table newer) {
      tables.compare(older, newer, changes);
      return;
    }
    boolean foreign = from instanceof ForeignTable && to instanceof ForeignTable;
    Equivalence equivalence =
        foreign ? compare((ForeignTable) from, (ForeignTable) to) : objects.compare(from, to);
    switch (equivalence) {
      case EQUAL -> {}
      case DIFFERENT -> changes.add(altered(from, to));
      case UNPROVEN ->
          changes.add(
              ParsedBodies.differ(from, before, to, after)
                  ? altered(from, to)
                  : new Change.Unproven(from.ref(), text(from), text(to)));
    }
  }

  // It has no rows here, and is compared part by part but changed as a whole.
  private Equivalence compare(ForeignTable from, ForeignTable to) {
    if (!from.withTable(to.table()).equals(to)) {
      return Equivalence.DIFFERENT;
    }
    List<Change> parts = new ArrayList<>();
    tables.compare(from.table(), to.table(), parts);
    if (parts.stream().anyMatch(one -> !(one instanceof Change.Unproven))) {
      return Equivalence.DIFFERENT;
    }
    return parts.isEmpty() ? Equivalence.EQUAL : Equivalence.UNPROVEN;
  }

  private static Change altered(SchemaObject from, SchemaObject to) {
    if (from instanceof Sequence older && to instanceof Sequence newer) {
      return new Change.SequenceAltered(older, newer);
    }
    return from instanceof EnumType older && to instanceof EnumType newer
        ? new Change.EnumAltered(older, newer)
        : new Change.ObjectAltered(from, to);
  }

  // Texts, or an object that one side understands and the other only carries.
  private String text(SchemaObject object) {
    return object instanceof OpaqueObject opaque ? opaque.text() : definition.apply(object);
  }
}
