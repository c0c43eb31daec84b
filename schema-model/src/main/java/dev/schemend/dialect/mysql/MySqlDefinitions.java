package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.model.Column;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Views, triggers, routines and events: the forms in which a server keeps them. */
final class MySqlDefinitions {

  private final MySqlScope scope;

  MySqlDefinitions(MySqlScope scope) {
    this.scope = scope;
  }

  Schema create(DdlStatement.CreateObject create) {
    if (!(create.object() instanceof StoredDefinition written)) {
      throw MySqlErrors.foreign("CREATE " + create.object().ref().kind().words());
    }
    ObjectName name = scope.toCreate(written.ref().name());
    ObjectRef ref = new ObjectRef(written.ref().kind(), name, written.ref().member());
    Schema schema = scope.schema();
    boolean there = schema.has(ref);
    if (there && create.ifNotExists()) {
      return schema;
    }
    if (!there && ref.kind() == ObjectKind.VIEW && scope.isTaken(name)) {
      throw create.orReplace()
          ? scope.errors().notView(ref)
          : MySqlErrors.duplicate(ref, alreadyThere(ref.kind()));
    }
    if (there && !create.orReplace()) {
      throw MySqlErrors.duplicate(ref, alreadyThere(ref.kind()));
    }
    StoredDefinition canonical = canonical(written, ref);
    Schema rest = there ? without(schema, ref) : schema;
    return canonical.is(ObjectKind.TRIGGER) ? placed(rest, canonical) : rest.with(canonical);
  }

  private StoredDefinition canonical(StoredDefinition written, ObjectRef ref) {
    MySqlColumns.CharacterSet set = new MySqlTableOptionRules(scope).ofDatabase(ref.name());
    MySqlTableOptions inherited =
        MySqlTableOptions.NONE.withCharacters(set.name(), set.collation());
    return new StoredDefinition(
        ref,
        written.table().map(table -> scope.table(table).name()),
        written.columns(),
        written.parameters().stream()
            .map(
                parameter ->
                    new StoredDefinition.Parameter(
                        parameter.mode(), column(parameter.column(), inherited)))
            .toList(),
        written.result().map(result -> column(result, inherited)),
        unusual(written.clauses()),
        body(written),
        existing(written.dependsOn(), ref));
  }

  private StoredDefinition.Body body(StoredDefinition written) {
    StoredDefinition.Body body = written.body();
    return new StoredDefinition.Body(
        body.text(),
        body.tokens(),
        body.query().flatMap(query -> new MySqlQueryForm(scope).of(query, written.columns())));
  }

  private Column column(Column written, MySqlTableOptions inherited) {
    ColumnDefinition definition = new ColumnDefinition(written, true, List.of(), List.of());
    return new MySqlColumns(scope).canonical(definition, inherited, false);
  }

  /** The clauses without those that say what is so anyway. */
  private static SortedMap<Clause, String> unusual(Map<Clause, String> clauses) {
    SortedMap<Clause, String> kept = new TreeMap<>();
    clauses.forEach(
        (clause, value) -> {
          if (!clause.normal().equals(Optional.of(value))) {
            kept.put(clause, value);
          }
        });
    return kept;
  }

  // What a text may name is an over-estimate.
  private SortedSet<ObjectRef> existing(SortedSet<ObjectRef> written, ObjectRef self) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    for (ObjectRef mention : written) {
      ObjectRef ref =
          new ObjectRef(mention.kind(), scope.qualify(mention.name()), mention.member());
      if (scope.schema().has(ref) && !ref.equals(self)) {
        found.add(ref);
      }
    }
    return found;
  }

  // ------------------------------------------------------------ the order of triggers

  /** The triggers that fire together with one, and it among them, in their order. */
  private static List<StoredDefinition> together(Schema schema, StoredDefinition trigger) {
    return trigger.table().stream()
        .flatMap(table -> schema.dependants(ObjectRef.table(table)))
        .flatMap(ref -> schema.get(ref).stream())
        .filter(StoredDefinition.class::isInstance)
        .map(StoredDefinition.class::cast)
        .filter(trigger::firesWith)
        .sorted(Comparator.comparingInt(StoredDefinition::place))
        .toList();
  }

  private Schema placed(Schema schema, StoredDefinition trigger) {
    List<StoredDefinition> others = together(schema, trigger);
    int place = others.size() + 1;
    String before = trigger.clauses().get(Clause.PRECEDES);
    String behind = trigger.clauses().get(Clause.FOLLOWS);
    if (before != null) {
      place = named(others, before).place();
    } else if (behind != null) {
      place = named(others, behind).place() + 1;
    }
    Schema result = schema;
    for (StoredDefinition other : others) {
      if (other.place() >= place) {
        result = result.with(moved(other, other.place() + 1));
      }
    }
    return result.with(moved(trigger, place));
  }

  private static StoredDefinition moved(StoredDefinition trigger, int place) {
    Map<Clause, String> clauses = new EnumMap<>(Clause.class);
    clauses.putAll(trigger.clauses());
    clauses.remove(Clause.FOLLOWS);
    clauses.remove(Clause.PRECEDES);
    clauses.put(Clause.PLACE, String.valueOf(place));
    return trigger.withClauses(unusual(clauses));
  }

  // Manual, 15.1.22: the other trigger must have the same table, time and event.
  private static StoredDefinition named(List<StoredDefinition> triggers, String name) {
    Identifier key = Identifier.of(name);
    return triggers.stream()
        .filter(trigger -> trigger.ref().name().name().key().equalsIgnoreCase(key.key()))
        .findFirst()
        .orElseThrow(
            () ->
                MySqlErrors.undefined(
                    ObjectRef.to(ObjectKind.TRIGGER, ObjectName.unqualified(key)),
                    ErrorCode.of(3011, "HY000")));
  }

  private static Schema without(Schema schema, ObjectRef ref) {
    Schema rest = schema.without(ref);
    if (schema.get(ref).orElse(null) instanceof StoredDefinition old
        && old.is(ObjectKind.TRIGGER)) {
      for (StoredDefinition other : together(rest, old)) {
        if (other.place() > old.place()) {
          rest = rest.with(moved(other, other.place() - 1));
        }
      }
    }
    return rest;
  }

  /** The schema without the triggers of a table. */
  static Schema withoutTriggers(Schema schema, ObjectName table) {
    Schema rest = schema;
    for (ObjectRef user : schema.dependants(ObjectRef.table(table)).toList()) {
      if (rest.get(user).orElse(null) instanceof StoredDefinition definition
          && definition.table().equals(Optional.of(table))) {
        rest = rest.without(user);
      }
    }
    return rest;
  }

  // ------------------------------------------------------------ changed and dropped

  Schema alter(DdlStatement.OfMySql.AlterDefinition alter) {
    ObjectRef ref = place(alter.object());
    if (!(scope.schema().get(ref).orElse(null) instanceof StoredDefinition old)) {
      throw MySqlErrors.undefined(ref, notThere(ref.kind()));
    }
    Map<Clause, String> clauses = new EnumMap<>(Clause.class);
    clauses.putAll(old.clauses());
    boolean mariaDb = scope.dialect().profile().flavor() == Flavor.MARIADB;
    if (alter.clauses().containsKey(Clause.AT) || alter.clauses().containsKey(Clause.EVERY)) {
      List.of(Clause.AT, Clause.EVERY, Clause.STARTS).forEach(clauses::remove);
      // MariaDB leaves the end of a schedule where none is said (mysql_event_fill_row).
      if (!mariaDb || alter.clauses().containsKey(Clause.AT)) {
        clauses.remove(Clause.ENDS);
      }
    }
    String comment = clauses.getOrDefault(Clause.COMMENT, "");
    clauses.putAll(alter.clauses());
    // MySQL takes an empty comment of a routine for none said (ALTER PROCEDURE on 8.0.33).
    boolean unheard = !mariaDb && ref.kind() == ObjectKind.ROUTINE;
    if (unheard && clauses.getOrDefault(Clause.COMMENT, "").isEmpty()) {
      clauses.put(Clause.COMMENT, comment);
    }
    StoredDefinition changed = old.withClauses(unusual(clauses));
    if (alter.body().isPresent()) {
      changed = changed.withBody(alter.body().get());
    }
    if (alter.newName().isEmpty()) {
      return scope.schema().with(changed);
    }
    StoredDefinition renamed = changed.withName(scope.toCreate(alter.newName().get()));
    if (scope.schema().has(renamed.ref())) {
      throw MySqlErrors.duplicate(renamed.ref(), alreadyThere(ref.kind()));
    }
    return scope.schema().without(ref).with(renamed);
  }

  /** The view of a written name, where no table has it. */
  static Optional<StoredDefinition> view(MySqlScope scope, ObjectName written) {
    return scope.findTable(written).isPresent()
        ? Optional.empty()
        : scope
            .schema()
            .get(ObjectRef.to(ObjectKind.VIEW, scope.qualify(written)))
            .filter(StoredDefinition.class::isInstance)
            .map(StoredDefinition.class::cast);
  }

  /** The schema with a view under another name; texts that read it go on reading the old one. */
  static Schema rename(MySqlScope scope, StoredDefinition view, ObjectName written) {
    ObjectName to = scope.toCreate(written);
    if (to.equals(view.ref().name())) {
      return scope.schema();
    }
    if (!to.schema().equals(view.ref().name().schema())) {
      throw MySqlErrors.invalid(view.ref(), "stays in its database", ErrorCode.of(1450, "HY000"));
    }
    if (scope.isTaken(to)) {
      throw scope.errors().tableExists(to);
    }
    return scope.schema().without(view.ref()).with(view.withName(to));
  }

  Schema drop(List<ObjectRef> objects, boolean ifExists) {
    Schema schema = scope.schema();
    for (ObjectRef written : objects) {
      ObjectRef ref = place(written);
      if (!schema.has(ref)) {
        if (ifExists) {
          continue;
        }
        if (ref.kind() == ObjectKind.VIEW && schema.table(ref.name()).isPresent()) {
          throw scope.errors().notView(ref);
        }
        throw MySqlErrors.undefined(ref, notThere(ref.kind()));
      }
      schema = without(schema, ref);
    }
    return schema;
  }

  private ObjectRef place(ObjectRef written) {
    return new ObjectRef(written.kind(), scope.qualify(written.name()), written.member());
  }

  static ErrorCode alreadyThere(ObjectKind kind) {
    if (kind == ObjectKind.TRIGGER) {
      return ErrorCode.of(1359, "HY000");
    }
    if (kind == ObjectKind.ROUTINE) {
      return ErrorCode.of(1304, "42000");
    }
    return kind == ObjectKind.EVENT ? ErrorCode.of(1537, "HY000") : ErrorCode.of(1050, "42S01");
  }

  private static ErrorCode notThere(ObjectKind kind) {
    if (kind == ObjectKind.TRIGGER) {
      return ErrorCode.of(1360, "HY000");
    }
    if (kind == ObjectKind.ROUTINE) {
      return ErrorCode.of(1305, "42000");
    }
    return kind == ObjectKind.EVENT ? ErrorCode.of(1539, "HY000") : ErrorCode.of(1051, "42S02");
  }
}
