package dev.schemend.testkit;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.Schema;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Edits of views, triggers, procedures and events. */
final class MySqlDefinitionEdits {

  private MySqlDefinitionEdits() {}

  static Optional<DdlStatement> propose(Schema schema, Draws draws) {
    return switch (draws.below(7)) {
      case 0 ->
          Optional.of(
              create(
                  ref(ObjectKind.VIEW, "v", draws, Identifier.NONE),
                  Optional.empty(),
                  Map.of(),
                  "select " + draws.below(3),
                  true));
      case 1, 2, 3 ->
          draws
              .table(schema)
              .map(
                  table ->
                      create(
                          ref(ObjectKind.TRIGGER, "g", draws, Identifier.NONE),
                          Optional.of(table.name()),
                          trigger(draws),
                          "set @a = " + draws.below(2),
                          false));
      case 4 ->
          Optional.of(
              create(
                  ref(ObjectKind.ROUTINE, "p", draws, Identifier.of("procedure")),
                  Optional.empty(),
                  draws.oneIn(2) ? Map.of() : Map.of(Clause.DATA, "NO SQL"),
                  "set @a = " + draws.below(3),
                  false));
      case 5 ->
          Optional.of(
              create(
                  ref(ObjectKind.EVENT, "e", draws, Identifier.NONE),
                  Optional.empty(),
                  Map.of(Clause.EVERY, (1 + draws.below(3)) + " DAY"),
                  "set @a = " + draws.below(2),
                  false));
      default ->
          draws
              .some(schema.objects().values().filter(StoredDefinition.class::isInstance).toList())
              .map(
                  object ->
                      new DdlStatement.DropObjects(
                          List.of(object.ref()), false, DropBehavior.RESTRICT));
    };
  }

  private static Map<Clause, String> trigger(Draws draws) {
    SortedMap<Clause, String> clauses = new TreeMap<>();
    clauses.put(Clause.TIMING, "AFTER");
    clauses.put(Clause.EVENT, draws.oneIn(3) ? "UPDATE" : "INSERT");
    if (draws.oneIn(2)) {
      clauses.put(draws.oneIn(2) ? Clause.FOLLOWS : Clause.PRECEDES, "g" + draws.below(3));
    }
    return clauses;
  }

  private static ObjectRef ref(ObjectKind kind, String prefix, Draws draws, Identifier member) {
    Identifier name = Identifier.of(prefix + draws.below(3));
    return new ObjectRef(kind, ObjectName.unqualified(name), member);
  }

  private static DdlStatement create(
      ObjectRef ref,
      Optional<ObjectName> table,
      Map<Clause, String> clauses,
      String body,
      boolean orReplace) {
    return new DdlStatement.CreateObject(
        new StoredDefinition(
            ref,
            table,
            List.of(),
            List.of(),
            Optional.empty(),
            new TreeMap<>(clauses),
            MySqlDefinitionArbitraries.body(body),
            new TreeSet<>()),
        orReplace,
        false);
  }
}
