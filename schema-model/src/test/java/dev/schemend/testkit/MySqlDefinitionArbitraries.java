package dev.schemend.testkit;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.Routine;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random views, triggers, routines and events, and what changes and drops them. */
final class MySqlDefinitionArbitraries {

  private static final List<ObjectRef> KINDS =
      List.of(
          ref(ObjectKind.VIEW, ""),
          ref(ObjectKind.TRIGGER, ""),
          ref(ObjectKind.EVENT, ""),
          ref(ObjectKind.ROUTINE, "procedure"),
          ref(ObjectKind.ROUTINE, "function"));

  private static final SqlExpr ONE = new SqlExpr.NumberLiteral("1");
  private static final SqlExpr A = new SqlExpr.ColumnRef(List.of(), Identifier.of("a"));

  private final Arbitrary<ObjectName> names;
  private final Arbitrary<Identifier> members;

  MySqlDefinitionArbitraries(Arbitrary<ObjectName> names, Arbitrary<Identifier> members) {
    this.names = names;
    this.members = members;
  }

  private static ObjectRef ref(ObjectKind kind, String member) {
    Identifier of = member.isEmpty() ? Identifier.NONE : Identifier.of(member);
    return new ObjectRef(kind, ObjectName.unqualified(Identifier.NONE), of);
  }

  private Arbitrary<ObjectRef> refs() {
    return Combinators.combine(Arbitraries.of(KINDS), names)
        .as((kind, name) -> new ObjectRef(kind.kind(), name, kind.member()));
  }

  Arbitrary<DdlStatement> statements() {
    Arbitrary<Boolean> flags = Arbitraries.of(false, true);
    return Arbitraries.oneOf(
        Combinators.combine(definitions(), flags, flags).as(DdlStatement.CreateObject::new),
        Combinators.combine(refs(), flags)
            .as(
                (ref, ifExists) ->
                    new DdlStatement.DropObjects(List.of(ref), ifExists, DropBehavior.RESTRICT)),
        alterations());
  }

  private Arbitrary<DdlStatement> alterations() {
    return refs()
        .filter(ref -> ref.kind() == ObjectKind.ROUTINE || ref.kind() == ObjectKind.EVENT)
        .flatMap(
            ref ->
                ref.kind() == ObjectKind.EVENT
                    ? Combinators.combine(
                            clauses(ref), names.optional(0.5), bodies(ref).optional(0.5))
                        .as(
                            (clauses, name, body) ->
                                new DdlStatement.OfMySql.AlterDefinition(ref, clauses, name, body))
                    : clauses(ref)
                        .map(
                            clauses ->
                                new DdlStatement.OfMySql.AlterDefinition(
                                    ref,
                                    without(clauses, Clause.AGGREGATE, Clause.DEFINER),
                                    Optional.empty(),
                                    Optional.empty())));
  }

  private static SortedMap<Clause, String> without(
      SortedMap<Clause, String> clauses, Clause... others) {
    SortedMap<Clause, String> rest = new TreeMap<>(clauses);
    List.of(others).forEach(rest::remove);
    return rest;
  }

  private Arbitrary<StoredDefinition> definitions() {
    return refs()
        .flatMap(
            ref -> {
              boolean view = ref.kind() == ObjectKind.VIEW;
              boolean routine = ref.kind() == ObjectKind.ROUTINE;
              boolean function = ref.member().text().equals("function");
              Arbitrary<Optional<ObjectName>> tables = names.map(Optional::of);
              Arbitrary<Optional<Column>> results =
                  columns().map(column -> Optional.of(column.withName(Identifier.NONE)));
              return Combinators.combine(
                      ref.kind() == ObjectKind.TRIGGER
                          ? tables
                          : Arbitraries.just(Optional.<ObjectName>empty()),
                      members.list().ofMaxSize(view ? 2 : 0),
                      parameters(function).list().ofMaxSize(routine ? 2 : 0),
                      function ? results : Arbitraries.just(Optional.<Column>empty()),
                      clauses(ref),
                      bodies(ref))
                  .as(
                      (table, columns, parameters, result, clauses, body) ->
                          new StoredDefinition(
                              ref,
                              table,
                              columns,
                              parameters,
                              result,
                              clauses,
                              body,
                              view ? mentions(body) : new TreeSet<>()));
            });
  }

  private Arbitrary<StoredDefinition.Parameter> parameters(boolean function) {
    return Combinators.combine(
            function
                ? Arbitraries.just(Routine.Mode.IN)
                : Arbitraries.of(Routine.Mode.IN, Routine.Mode.OUT, Routine.Mode.INOUT),
            columns())
        .as(StoredDefinition.Parameter::new);
  }

  private Arbitrary<Column> columns() {
    return Combinators.combine(
            members,
            Arbitraries.of(
                SqlType.builtin("int"),
                SqlType.builtin("bigint unsigned"),
                SqlType.builtin("decimal", 8, 2),
                SqlType.builtin("varchar", 20)))
        .as(
            (name, type) ->
                new Column(
                    name,
                    type,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    MySqlColumnOptions.NONE));
  }

  // One value for each clause that the kind must have, or none for those that it may have.
  private Arbitrary<SortedMap<Clause, String>> clauses(ObjectRef ref) {
    List<Map<Clause, String>> choices =
        switch (ref.kind()) {
          case VIEW ->
              List.of(
                  Map.of(),
                  Map.of(Clause.ALGORITHM, "MERGE", Clause.CHECK_OPTION, "LOCAL"),
                  Map.of(Clause.SECURITY, "INVOKER", Clause.DEFINER, "`a`@`%`"),
                  Map.of(Clause.CHECK_OPTION, "CASCADED", Clause.DEFINER, "CURRENT_USER()"));
          case TRIGGER ->
              List.of(
                  Map.of(Clause.TIMING, "BEFORE", Clause.EVENT, "INSERT"),
                  Map.of(Clause.TIMING, "AFTER", Clause.EVENT, "UPDATE", Clause.FOLLOWS, "a b"),
                  Map.of(Clause.TIMING, "AFTER", Clause.EVENT, "DELETE", Clause.PRECEDES, "x"));
          case EVENT ->
              List.of(
                  Map.of(Clause.EVERY, "1 DAY", Clause.STATUS, "DISABLE"),
                  Map.of(Clause.EVERY, "1:30 MINUTE_SECOND", Clause.STARTS, "'2031-01-01'"),
                  Map.of(Clause.AT, "NOW() + INTERVAL 1 DAY", Clause.PRESERVE, "YES"),
                  Map.of(Clause.AT, "'2031-01-01'", Clause.PRESERVE, "NO", Clause.COMMENT, "it's"));
          default ->
              List.of(
                  Map.of(Clause.COMMENT, "a\\b", Clause.DATA, "NO SQL"),
                  Map.of(Clause.DETERMINISTIC, "YES", Clause.SECURITY, "INVOKER"),
                  Map.of(Clause.DETERMINISTIC, "NO", Clause.DATA, "READS SQL DATA"));
        };
    return Arbitraries.of(choices).map(TreeMap::new);
  }

  private static Arbitrary<StoredDefinition.Body> bodies(ObjectRef ref) {
    if (ref.kind() == ObjectKind.VIEW) {
      return Arbitraries.of(
          query("select 1 as x", Query.of(select(List.of(item(ONE, "x")), List.of()))),
          query(
              "select a , 'it''s' from t where a",
              Query.of(
                  select(
                      List.of(item(A, "a"), item(new SqlExpr.StringLiteral("", "it's"), "it's")),
                      List.of(
                          new FromItem.Relation(
                              ObjectName.unqualified(Identifier.of("t")),
                              false,
                              Optional.empty(),
                              List.of()))))),
          body("select a from t for update"));
    }
    List<String> texts =
        ref.member().text().equals("function")
            ? List.of("return 1", "begin return 'a;b' ; end")
            : List.of("set @a = 1", "begin set @a = 'x;' ; set @b = 2 ; end");
    return Arbitraries.of(texts).map(MySqlDefinitionArbitraries::body);
  }

  private static Query.Item item(SqlExpr value, String alias) {
    return new Query.Item(value, Optional.of(Identifier.of(alias)));
  }

  private static Query.Select select(List<Query.Item> items, List<FromItem> from) {
    return new Query.Select(
        false,
        List.of(),
        items,
        from,
        from.isEmpty() ? Optional.empty() : Optional.of(A),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static StoredDefinition.Body query(String text, Query query) {
    return new StoredDefinition.Body(text, List.of(text.split(" ")), Optional.of(query));
  }

  /** Whatever may be a name. */
  private static SortedSet<ObjectRef> mentions(StoredDefinition.Body body) {
    SortedSet<ObjectRef> mentions = new TreeSet<>();
    for (String token : body.tokens()) {
      if (Character.isLetter(token.charAt(0))) {
        ObjectName name = ObjectName.unqualified(Identifier.of(token));
        mentions.add(ObjectRef.table(name));
        mentions.add(ObjectRef.to(ObjectKind.VIEW, name));
        mentions.add(new ObjectRef(ObjectKind.ROUTINE, name, Identifier.of("function")));
      }
    }
    return mentions;
  }

  /** A body of tokens that stand apart. */
  static StoredDefinition.Body body(String text) {
    return new StoredDefinition.Body(text, List.of(text.split(" ")));
  }
}
