package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.References;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Signatures;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Triggers, policies and rules: what lives on a table or a view. */
final class TriggerStatements {

  private static final Identifier NEW = Identifier.of("new");
  private static final Identifier OLD = Identifier.of("old");
  private static final Identifier PUBLIC = Identifier.of("public");

  private static final Set<String> BEFORE_RELATIONS =
      Set.of("into", "update", "from", "join", "only");

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** Trigger functions that the server brings (manual, 9.28 and 12.4.3). */
  private static final Set<String> BROUGHT =
      Set.of(
          "suppress_redundant_updates_trigger",
          "tsvector_update_trigger",
          "tsvector_update_trigger_column");

  private final PostgresExpressions expressions;
  private final Scope scope;

  TriggerStatements(PostgresExpressions expressions, Scope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  private ObjectRef owner(ObjectName written) {
    return scope
        .find(written, References.ROW_SOURCES)
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.table(written)));
  }

  private List<RowSource> rows(ObjectRef owner, List<Identifier> aliases) {
    Optional<List<RowSource.Output>> columns =
        new FromForm(form(), scope, new TreeSet<>()).columns(owner);
    return aliases.stream()
        .map(alias -> new RowSource(alias, Optional.of(owner.name()), columns))
        .toList();
  }

  private QueryForm form() {
    return new QueryForm(expressions, scope);
  }

  private Schema put(SchemaObject object, boolean orReplace) {
    if (scope.schema().has(object.ref()) && !orReplace) {
      throw PostgresErrors.duplicate(object.ref());
    }
    return scope.schema().with(object);
  }

  Schema create(Trigger written, boolean orReplace) {
    ObjectRef owner = owner(written.table());
    QueryForm form = form();
    Trigger trigger =
        new Trigger(
            owner.name(),
            written.name(),
            written.timing(),
            written.events().stream().sorted(Comparator.comparing(Trigger.Event::kind)).toList(),
            written.forEachRow(),
            written.condition().map(one -> form.of(one, rows(owner, List.of(NEW, OLD)))),
            function(written),
            written.arguments(),
            options(written.postgres()));
    requireColumns(owner, trigger);
    requireNoClone(owner, trigger);
    if (!orReplace && trigger.forEachRow()) {
      scope.schema().table(owner.name()).ifPresent(table -> requireNoneBelow(table, trigger));
    }
    return put(trigger, orReplace);
  }

  /**
   * Refuses a new name that a partition, or a trigger of the table above, keeps (renametrig).
   *
   * @param goesDown whether the triggers of partitions are renamed, too
   */
  void requireFree(Trigger trigger, Identifier name, boolean goesDown) {
    Trigger renamed = trigger.withName(trigger.table(), name);
    requireNoClone(ObjectRef.table(trigger.table()), renamed);
    if (goesDown && trigger.forEachRow()) {
      scope.schema().table(trigger.table()).ifPresent(table -> requireNoneBelow(table, renamed));
    }
  }

  // A partition has the row triggers of its parents under their names
  // (CloneRowTriggersToPartition).
  private void requireNoClone(ObjectRef owner, Trigger trigger) {
    Optional<Table> partition =
        scope.schema().table(owner.name()).filter(one -> Heirs.lineage(one).isPartition());
    while (partition.isPresent()) {
      Optional<Table> parent = Heirs.parents(scope.schema(), partition.get()).findFirst();
      boolean cloned =
          parent
              .map(one -> new ObjectRef(ObjectKind.TRIGGER, one.name(), trigger.name()))
              .flatMap(scope.schema()::get)
              .filter(one -> one instanceof Trigger above && above.forEachRow())
              .isPresent();
      if (cloned) {
        throw PostgresErrors.duplicate(trigger.ref());
      }
      partition = parent.filter(one -> Heirs.lineage(one).isPartition());
    }
  }

  // CreateTriggerFiringOn goes down to all partitions.
  private void requireNoneBelow(Table table, Trigger trigger) {
    if (!Heirs.lineage(table).isPartitioned()) {
      return;
    }
    for (Table partition : Heirs.of(scope.schema(), table)) {
      ObjectRef own = new ObjectRef(ObjectKind.TRIGGER, partition.name(), trigger.name());
      if (scope.schema().has(own)) {
        throw PostgresErrors.duplicate(own);
      }
      requireNoneBelow(partition, trigger);
    }
  }

  private void requireColumns(ObjectRef owner, Trigger trigger) {
    scope
        .schema()
        .table(owner.name())
        .ifPresent(
            table ->
                trigger
                    .events()
                    .forEach(
                        event ->
                            Canonical.requireColumns(
                                table.name(),
                                table.columns(),
                                event.columns(),
                                PostgresErrors.UNDEFINED_COLUMN)));
  }

  private PostgresTriggerOptions options(PostgresTriggerOptions written) {
    return new PostgresTriggerOptions(
        written.oldTable(),
        written.newTable(),
        written.constraint(),
        written.from().map(other -> owner(other).name()),
        written.enabled());
  }

  // A trigger calls a function without arguments; those that it hands over come another way.
  private ObjectName function(Trigger trigger) {
    ObjectRef written =
        new ObjectRef(ObjectKind.ROUTINE, trigger.function(), Signatures.of(List.of()));
    Optional<ObjectRef> found = RoutineNames.find(scope, written);
    if (found.isPresent()) {
      return found.get().name();
    }
    boolean brought =
        isOfCatalog(trigger.function()) && BROUGHT.contains(trigger.function().name().key());
    if (!brought && scope.isElsewhere(trigger.function())) {
      return trigger.function();
    }
    if (!brought && !scope.hasExtensions()) {
      throw PostgresErrors.undefined(written);
    }
    return ObjectName.unqualified(trigger.function().name());
  }

  private static boolean isOfCatalog(ObjectName name) {
    return !name.isQualified() || name.schema().key().equals("pg_catalog");
  }

  Schema create(Policy written) {
    ObjectRef owner = owner(written.table());
    return put(
        formed(
            new Policy(
                owner.name(),
                written.name(),
                written.permissive(),
                written.command(),
                written.roles().contains(PUBLIC) ? List.of() : written.roles(),
                written.using(),
                written.check(),
                new TreeSet<>())),
        false);
  }

  private Policy formed(Policy policy) {
    QueryForm form = form();
    List<RowSource> rows = rows(ObjectRef.table(policy.table()), List.of(policy.table().name()));
    Optional<SqlExpr> using = policy.using().map(one -> form.of(one, rows));
    Optional<SqlExpr> check = policy.check().map(one -> form.of(one, rows));
    SortedSet<ObjectRef> uses = form.uses();
    using.ifPresent(one -> References.expression(one, uses));
    check.ifPresent(one -> References.expression(one, uses));
    return policy.withConditions(using, check, uses);
  }

  Schema alter(Policy policy, ObjectAction.PolicyClauses change) {
    Policy changed =
        new Policy(
            policy.table(),
            policy.name(),
            policy.permissive(),
            policy.command(),
            change
                .roles()
                .map(roles -> roles.contains(PUBLIC) ? List.<Identifier>of() : roles)
                .orElse(policy.roles()),
            change.using().or(policy::using),
            change.check().or(policy::check),
            policy.dependsOn());
    return scope.schema().with(formed(changed));
  }

  Schema create(RewriteRule written, boolean orReplace) {
    ObjectRef owner = owner(written.table());
    QueryForm form = form();
    Optional<SqlExpr> condition =
        written.condition().map(one -> form.of(one, rows(owner, List.of(NEW, OLD))));
    SortedSet<ObjectRef> uses = form.uses();
    for (ObjectRef mentioned : written.dependsOn()) {
      scope
          .find(mentioned.name(), References.ROW_SOURCES)
          .filter(found -> !found.equals(owner))
          .ifPresent(uses::add);
    }
    for (ObjectName called : called(written.commands())) {
      scope.routines(called).stream()
          .findFirst()
          .ifPresent(routine -> uses.add(ObjectRef.to(ObjectKind.ROUTINE, routine.name())));
    }
    RewriteRule rule =
        written
            .withName(owner.name(), written.name())
            .withCommands(placed(written.commands()))
            .withCondition(condition, uses);
    // One that is replaced stays disabled (rewriteDefine.c, InsertRule).
    PostgresTriggerOptions.Enabled enabled =
        scope.schema().get(rule.ref()).orElse(null) instanceof RewriteRule older
            ? older.enabled()
            : PostgresTriggerOptions.Enabled.ORIGIN;
    return put(rule.withEnabled(enabled), orReplace);
  }

  // The server shows what is not in the usual schema with its own. What stands in parentheses may
  // be no relation behind these words, as in EXTRACT.
  private List<String> placed(List<String> tokens) {
    List<String> placed = new ArrayList<>();
    // Several commands stand in parentheses.
    int depth = !tokens.isEmpty() && tokens.getFirst().equals("(") ? -1 : 0;
    for (int at = 0; at < tokens.size(); at++) {
      String token = tokens.get(at);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      boolean bare = at + 1 == tokens.size() || !tokens.get(at + 1).equals(".");
      if (at > 0 && depth == 0 && bare && BEFORE_RELATIONS.contains(tokens.get(at - 1))) {
        scope
            .find(ObjectName.unqualified(Scope.unquoted(token)), References.ROW_SOURCES)
            .map(found -> found.name().schema())
            .filter(schema -> !schema.equals(PUBLIC) && !schema.equals(Scope.TEMPORARY))
            .ifPresent(schema -> placed.addAll(List.of(quoted(schema), ".")));
      }
      placed.add(token);
    }
    return placed;
  }

  private static String quoted(Identifier name) {
    return PLAIN.matcher(name.text()).matches()
        ? name.text()
        : '"' + name.text().replace("\"", "\"\"") + '"';
  }

  /** The names in front of parentheses. */
  private static List<ObjectName> called(List<String> tokens) {
    List<ObjectName> names = new ArrayList<>();
    for (int at = 1; at < tokens.size(); at++) {
      if (tokens.get(at).equals("(")) {
        Identifier name = Scope.unquoted(tokens.get(at - 1));
        boolean qualified = at > 2 && tokens.get(at - 2).equals(".");
        names.add(
            qualified
                ? new ObjectName(Scope.unquoted(tokens.get(at - 3)), name)
                : ObjectName.unqualified(name));
      }
    }
    return names;
  }
}
