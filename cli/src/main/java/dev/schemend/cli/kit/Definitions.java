package dev.schemend.cli.kit;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Objects of a schema, and parts of its tables, as the statements that make them. */
public final class Definitions {

  private final DialectKit kit;

  /** Definitions in one server's SQL. */
  public Definitions(DialectKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
  }

  /**
   * The statements that a plan would make it with where all else is there, without terminators;
   * none where the schema does not hold it.
   */
  public List<String> of(Schema schema, ObjectRef ref) {
    return without(schema, ref).map(rest -> between(rest, schema)).orElse(List.of());
  }

  private List<String> between(Schema rest, Schema schema) {
    // Proven or not: what is asked for is how it looks, not whether a plan could end here.
    Plan plan = kit.planMaker(new ChangePolicy(new TreeSet<>(), false)).plan(rest, schema).plan();
    return plan.steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(kit.frontend()::print)
        .toList();
  }

  /**
   * For each object of a schema the statements that make it and what belongs to it, without
   * terminators, in the order in which they can run; an object that another's statement makes along
   * (the sequence of an identity column) has none.
   */
  public SortedMap<ObjectRef, List<String>> all(Schema schema) {
    SchemaInterpreter interpreter = kit.interpreter();
    Session session = Session.in(kit.profile().defaultSchema());
    Schema reached = interpreter.initial();
    Plan plan =
        kit.planMaker(new ChangePolicy(new TreeSet<>(), false)).plan(reached, schema).plan();
    SortedMap<ObjectRef, List<String>> definitions = new TreeMap<>();
    for (DdlStatement statement :
        plan.steps().stream().flatMap(step -> step.statements().stream()).toList()) {
      if (interpreter.apply(reached, session, statement) instanceof Applied.Ok(Schema after)) {
        String text = kit.frontend().print(statement);
        for (ObjectRef ref : made(reached, after)) {
          definitions.computeIfAbsent(ref, absent -> new ArrayList<>()).add(text);
        }
        reached = after;
      }
    }
    return definitions;
  }

  /** What a statement is about: a table where it touches one, whatever else comes along. */
  private static List<ObjectRef> made(Schema before, Schema after) {
    List<ObjectRef> touched =
        after.objects().editsSince(before.objects()).stream()
            .map(PersistentSortedMap.Edit::key)
            .toList();
    List<ObjectRef> tables =
        touched.stream().filter(ref -> ref.kind() == ObjectKind.TABLE).toList();
    return tables.isEmpty() ? touched : tables;
  }

  /** All but it; empty where it is not there. */
  private static Optional<Schema> without(Schema schema, ObjectRef ref) {
    if (schema.has(ref)) {
      return Optional.of(schema.without(ref));
    }
    return schema
        .table(ref.name())
        .flatMap(
            table -> {
              Table rest = without(table, ref.kind(), ref.member());
              return rest.equals(table) ? Optional.empty() : Optional.of(schema.with(rest));
            });
  }

  private static Table without(Table table, ObjectKind kind, Identifier part) {
    return kind == ObjectKind.COLUMN
        ? table.withColumns(
            table.columns().stream().filter(column -> !column.name().equals(part)).toList())
        : kind == ObjectKind.CONSTRAINT
            ? table.withoutConstraint(part)
            : kind == ObjectKind.INDEX ? table.withoutIndex(part) : table;
  }
}
