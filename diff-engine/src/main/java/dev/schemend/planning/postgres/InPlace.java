package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.RangeType;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Transition;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes that the server can make to an object that stays. */
final class InPlace {

  /** What the result of an aggregate hangs on, which cannot be another one (AggregateCreate). */
  private static final List<String> RESULT = List.of("stype", "finalfunc", "hypothetical");

  private InPlace() {}

  /** Whether the object need not be dropped: it can be changed, or its users cannot follow it. */
  static boolean isPossible(SchemaObject from, SchemaObject to, Transition transition) {
    Schema schema = transition.from();
    return switch (from) {
      case Comment comment -> true;
      case AccessObject rights -> true;
      case RewriteRule rule -> true;
      case MaterializedView view -> MaterializedChanges.isPossible(view, (MaterializedView) to);
      case RangeType range -> TypeRebuild.obstacle(range, schema).isPresent();
      case DomainType domain -> !DomainChanges.isOtherType(domain, (DomainType) to);
      case CompositeType composite ->
          (!statements(from, to).isEmpty() && !isHeld(composite, (CompositeType) to, schema))
              || TypeRebuild.obstacle(composite, schema).isPresent();
      case Declaration declaration when declaration.is(ObjectKind.PUBLICATION) ->
          PublicationChanges.isPossible(declaration, (Declaration) to);
      case Declaration declaration when declaration.is(ObjectKind.SUBSCRIPTION) -> true;
      case Declaration declaration when BaseTypes.isOne(declaration) -> true;
      case Declaration declaration when declaration.is(ObjectKind.COLLATION) ->
          schema.dependants(declaration.ref()).anyMatch(ref -> ref.kind() == ObjectKind.TABLE);
      case Declaration declaration when ExtendingChanges.isOf(declaration.ref().kind()) ->
          !statements(from, to).isEmpty()
              || ExtendingChanges.isHeld(declaration, schema, transition.to());
      case SchemaObject other -> !statements(from, to).isEmpty();
    };
  }

  /** Whether columns keep the type of an attribute as it is (find_composite_type_dependencies). */
  static boolean isHeld(CompositeType from, CompositeType to, Schema schema) {
    boolean retyped =
        from.attributes().stream()
            .anyMatch(
                one -> to.attribute(one.name()).filter(other -> !other.equals(one)).isPresent());
    return retyped
        && schema
            .dependants(from.ref())
            .anyMatch(
                ref ->
                    (ref.kind() == ObjectKind.TABLE && hasColumns(ref, from.ref(), schema))
                        || ref.kind() == ObjectKind.DOMAIN
                        || ref.kind() == ObjectKind.COMPOSITE_TYPE);
  }

  // A table that is OF the type need not have a column of it.
  private static boolean hasColumns(ObjectRef table, ObjectRef type, Schema schema) {
    return schema.table(table.name()).stream()
        .flatMap(one -> one.columns().stream())
        .anyMatch(column -> isOf(column.type(), type));
  }

  private static boolean isOf(SqlType type, ObjectRef wanted) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user -> user.name().equals(wanted.name());
      case SqlType.ArrayOf array -> isOf(array.element(), wanted);
    };
  }

  /** The statement that makes it, and those that say of it what no {@code CREATE} can. */
  static List<DdlStatement> creation(DefinedObject object) {
    if (object instanceof ForeignTable foreign) {
      return foreign(foreign);
    }
    if (object instanceof DomainType domain) {
      return DomainChanges.creation(domain);
    }
    if (object instanceof RewriteRule rule) {
      return RuleChanges.creation(rule);
    }
    if (object instanceof Declaration subscription && subscription.is(ObjectKind.SUBSCRIPTION)) {
      return List.of(
          new DdlStatement.CreateObject(SubscriptionChanges.made(subscription), false, false));
    }
    if (!(object instanceof Declaration declaration)) {
      return List.of(new DdlStatement.CreateObject(object, false, false));
    }
    Declaration made =
        ExtendingChanges.made(declaration).without(Declaration.TARGET).without(Declaration.ENABLED);
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.CreateObject(made, false, false));
    statements.addAll(declaration(made, declaration));
    return made.equals(declaration) ? statements.subList(0, 1) : statements;
  }

  /** The statements that drop it. */
  static List<DdlStatement> removal(DefinedObject object) {
    if (object instanceof Declaration type && BaseTypes.isOne(type)) {
      return List.of(BaseTypes.removal(type));
    }
    return object instanceof Declaration declaration && declaration.is(ObjectKind.SUBSCRIPTION)
        ? SubscriptionChanges.removal(declaration)
        : List.of(
            new DdlStatement.DropObjects(List.of(object.ref()), false, DropBehavior.RESTRICT));
  }

  /** Why the one is not turned into the other, although nothing holds it; empty where it is. */
  static Optional<String> obstacle(SchemaObject from, SchemaObject to) {
    return from instanceof Declaration older
            && older.is(ObjectKind.SUBSCRIPTION)
            && to instanceof Declaration newer
        ? SubscriptionChanges.obstacle(older, newer)
        : Optional.empty();
  }

  private static List<DdlStatement> foreign(ForeignTable foreign) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CreateObject(
            foreign.withTable(
                foreign
                    .table()
                    .withColumns(
                        foreign.table().columns().stream().map(TableSettings::written).toList())),
            false,
            false));
    List<TableAction> settings = TableSettings.ofNew(foreign.table());
    if (!settings.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(foreign.table().name(), false, settings));
    }
    return statements;
  }

  /** The statements that turn the one into the other; none where there are no such. */
  static List<DdlStatement> statements(SchemaObject from, SchemaObject to) {
    if (from instanceof View older && to instanceof View newer) {
      return view(older, newer);
    }
    if (from instanceof Routine older && to instanceof Routine newer) {
      return RoutineChanges.statements(older, newer);
    }
    if (from instanceof Extension && to instanceof Extension newer) {
      return List.of(altered(newer.ref(), new ObjectAction.SetSchema(newer.schema())));
    }
    if (from instanceof Trigger older && to instanceof Trigger newer) {
      return trigger(older, newer);
    }
    if (from instanceof Policy older && to instanceof Policy newer) {
      return policy(older, newer);
    }
    if (from instanceof DomainType older && to instanceof DomainType newer) {
      return DomainChanges.statements(older, newer);
    }
    if (from instanceof ForeignTable older && to instanceof ForeignTable newer) {
      return ExtendingChanges.between(older, newer);
    }
    if (from instanceof Declaration older && to instanceof Declaration newer) {
      return declaration(older, newer);
    }
    return from instanceof CompositeType older && to instanceof CompositeType newer
        ? composite(older, newer)
        : List.of();
  }

  private static List<DdlStatement> replaced(DefinedObject object) {
    return List.of(new DdlStatement.CreateObject(object, true, false));
  }

  private static DdlStatement altered(ObjectRef object, ObjectAction action) {
    return new DdlStatement.AlterObject(object, false, action);
  }

  // Columns may be added behind the others (CREATE VIEW). Their types are not known here, so a view
  // whose old columns mean something else is made anew.
  private static List<DdlStatement> view(View from, View to) {
    boolean continues =
        to.columns().size() >= from.columns().size()
            && !from.columns().isEmpty()
            && to.columns().subList(0, from.columns().size()).equals(from.columns());
    if (!continues || !ViewItems.sameTypes(from, to)) {
      return List.of();
    }
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CreateObject(
            to.withPostgres(new PostgresViewOptions(to.postgres().parameters(), new TreeMap<>())),
            true,
            false));
    statements.addAll(defaults(from, to));
    return statements;
  }

  private static List<DdlStatement> defaults(View from, View to) {
    List<DdlStatement> statements = new ArrayList<>();
    from.postgres()
        .defaults()
        .forEach(
            (column, value) -> {
              if (!to.postgres().defaults().containsKey(column)) {
                statements.add(
                    altered(to.ref(), new ObjectAction.ColumnDefault(column, Optional.empty())));
              }
            });
    to.postgres()
        .defaults()
        .forEach(
            (column, value) -> {
              if (!value.equals(from.postgres().defaults().get(column))) {
                statements.add(
                    altered(to.ref(), new ObjectAction.ColumnDefault(column, Optional.of(value))));
              }
            });
    return statements;
  }

  private static List<DdlStatement> trigger(Trigger from, Trigger to) {
    boolean onlyEnabled =
        from.withPostgres(from.postgres().withEnabled(to.postgres().enabled())).equals(to);
    return onlyEnabled
        ? List.of(
            new DdlStatement.AlterTable(
                to.table(),
                false,
                List.of(
                    new TableAction.OfPostgres.SetTriggerEnabled(
                        to.name(), to.postgres().enabled()))))
        : List.of();
  }

  // ALTER POLICY changes roles and conditions, and cannot take a condition away.
  private static List<DdlStatement> policy(Policy from, Policy to) {
    boolean can =
        from.permissive() == to.permissive()
            && from.command() == to.command()
            && (from.using().isEmpty() || to.using().isPresent())
            && (from.check().isEmpty() || to.check().isPresent());
    return can
        ? List.of(
            altered(
                to.ref(),
                new ObjectAction.PolicyClauses(
                    from.roles().equals(to.roles()) ? Optional.empty() : Optional.of(to.roles()),
                    to.using().filter(one -> !to.using().equals(from.using())),
                    to.check().filter(one -> !to.check().equals(from.check())))))
        : List.of();
  }

  private static List<DdlStatement> declaration(Declaration from, Declaration to) {
    return switch (to.ref().kind()) {
      case AGGREGATE -> from.keeps(to, RESULT) ? replaced(to) : List.of();
      case STATISTICS -> onlyFact(from, to, Declaration.TARGET);
      case EVENT_TRIGGER -> onlyFact(from, to, Declaration.ENABLED);
      case SUBSCRIPTION -> SubscriptionChanges.between(from, to);
      case COMPOSITE_TYPE -> BaseTypes.between(from, to);
      default -> ExtendingChanges.between(from, to);
    };
  }

  private static List<DdlStatement> onlyFact(Declaration from, Declaration to, String word) {
    SortedMap<String, Optional<Declaration.Fact>> values = new TreeMap<>();
    values.put(word, to.fact(word));
    return from.without(word).equals(to.without(word))
        ? List.of(altered(to.ref(), new ObjectAction.Facts(values)))
        : List.of();
  }

  // New attributes come last, so only what keeps the order of the others can be done.
  private static List<DdlStatement> composite(CompositeType from, CompositeType to) {
    SortedMap<Identifier, CompositeType.Attribute> older = new TreeMap<>();
    from.attributes().forEach(one -> older.put(one.name(), one));
    List<Identifier> kept =
        from.attributes().stream()
            .map(CompositeType.Attribute::name)
            .filter(name -> to.attribute(name).isPresent())
            .toList();
    List<Identifier> wanted = to.attributes().stream().map(CompositeType.Attribute::name).toList();
    if (!wanted.subList(0, Math.min(kept.size(), wanted.size())).equals(kept)) {
      return List.of();
    }
    List<ObjectAction.AttributeChange> changes = new ArrayList<>();
    from.attributes().stream()
        .filter(one -> !kept.contains(one.name()))
        .forEach(
            one ->
                changes.add(
                    new ObjectAction.AttributeChange.Drop(
                        one.name(), false, DropBehavior.RESTRICT)));
    for (CompositeType.Attribute attribute : to.attributes()) {
      CompositeType.Attribute old = older.get(attribute.name());
      if (old == null) {
        changes.add(new ObjectAction.AttributeChange.Add(attribute, DropBehavior.RESTRICT));
      } else if (!old.equals(attribute)) {
        changes.add(new ObjectAction.AttributeChange.Retype(attribute, DropBehavior.RESTRICT));
      }
    }
    return changes.isEmpty()
        ? List.of()
        : List.of(altered(to.ref(), new ObjectAction.AttributeChanges(changes)));
  }
}
