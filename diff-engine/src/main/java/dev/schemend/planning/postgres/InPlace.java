package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.EnumType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.RangeType;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes that the server can make to an object that stays. */
final class InPlace {

  private InPlace() {}

  /** Whether the object need not be dropped: it can be changed, or its users cannot follow it. */
  static boolean isPossible(SchemaObject from, SchemaObject to, Job job) {
    Schema schema = job.transition().from();
    return switch (from) {
      case Comment comment -> true;
      case AccessObject rights -> true;
      case RewriteRule rule -> true;
      case MaterializedView view -> MaterializedChanges.isPossible(view, (MaterializedView) to);
      case RangeType range -> TypeRebuild.obstacle(range, schema).isPresent();
      case DomainType domain -> !DomainChanges.isOtherType(domain, (DomainType) to);
      case CompositeType composite ->
          (!statements(from, to, job).isEmpty()
                  && !CompositeChanges.isHeld(composite, (CompositeType) to, schema))
              || TypeRebuild.obstacle(composite, schema).isPresent();
      case Declaration declaration when declaration.is(ObjectKind.PUBLICATION) ->
          PublicationChanges.isPossible(declaration, (Declaration) to);
      case Declaration declaration when declaration.is(ObjectKind.SUBSCRIPTION) -> true;
      case Declaration declaration when BaseTypes.isOne(declaration) -> true;
      case Declaration declaration when declaration.is(ObjectKind.COLLATION) ->
          schema.dependants(declaration.ref()).anyMatch(ref -> ref.kind() == ObjectKind.TABLE);
      case Declaration declaration when ExtendingChanges.isOf(declaration.ref().kind()) ->
          !statements(from, to, job).isEmpty()
              || ExtendingChanges.isHeld(declaration, schema, job.transition().to());
      case SchemaObject other -> !statements(from, to, job).isEmpty();
    };
  }

  /** The statements that make it: {@code CREATE}, and what that cannot say. */
  static List<DdlStatement> creation(DefinedObject object) {
    return switch (object) {
      case ForeignTable foreign -> foreign(foreign);
      case DomainType domain -> DomainChanges.creation(domain);
      case RewriteRule rule -> RuleChanges.creation(rule);
      case Declaration declaration -> DeclarationChanges.creation(declaration);
      case DefinedObject other -> List.of(new DdlStatement.CreateObject(other, false, false));
    };
  }

  /** The statements that drop it. */
  static List<DdlStatement> removal(DefinedObject object) {
    return object instanceof Declaration declaration
        ? DeclarationChanges.removal(declaration)
        : List.of(
            new DdlStatement.DropObjects(List.of(object.ref()), false, DropBehavior.RESTRICT));
  }

  // A check stands validated in it, whatever is said there.
  private static List<DdlStatement> foreign(ForeignTable foreign) {
    List<DdlStatement> statements = new ArrayList<>();
    Table table = foreign.table();
    List<Constraint> later = table.constraints().stream().filter(InPlace::isUnchecked).toList();
    statements.add(
        new DdlStatement.CreateObject(
            foreign.withTable(
                table
                    .withConstraints(
                        table.constraints().stream().filter(one -> !later.contains(one)).toList())
                    .withColumns(table.columns().stream().map(TableSettings::written).toList())),
            false,
            false));
    List<TableAction> settings = new ArrayList<>(TableSettings.ofNew(table));
    later.forEach(check -> settings.add(new TableAction.AddConstraint(check, false)));
    if (!settings.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table.name(), false, settings));
    }
    return statements;
  }

  private static boolean isUnchecked(Constraint constraint) {
    return constraint instanceof Constraint.Check check && !check.validated();
  }

  /** The statements that turn the one into the other; none where there are no such. */
  static List<DdlStatement> statements(SchemaObject from, SchemaObject to, Job job) {
    // One side may understand what the other only carries.
    if (!from.getClass().equals(to.getClass())) {
      return List.of();
    }
    return switch (from) {
      case View view -> ViewChanges.statements(view, (View) to, job.transition(), job.dialect());
      case Routine routine -> RoutineChanges.statements(routine, (Routine) to);
      case Extension extension ->
          List.of(altered(to.ref(), new ObjectAction.SetSchema(((Extension) to).schema())));
      case Trigger trigger -> trigger(trigger, (Trigger) to);
      case Policy policy -> policy(policy, (Policy) to);
      case DomainType domain -> DomainChanges.statements(domain, (DomainType) to);
      case CompositeType type -> CompositeChanges.statements(type, (CompositeType) to);
      case ForeignTable foreign -> ExtendingChanges.between(foreign, (ForeignTable) to);
      case Declaration declaration -> DeclarationChanges.statements(declaration, (Declaration) to);
      // These have rules of their own, or stay as they are.
      case Namespace namespace -> List.of();
      case Table table -> List.of();
      case Sequence sequence -> List.of();
      case EnumType type -> List.of();
      case RangeType range -> List.of();
      case MaterializedView view -> List.of();
      case RewriteRule rule -> List.of();
      case StoredDefinition definition -> List.of();
      case Comment comment -> List.of();
      case AccessObject rights -> List.of();
      case OpaqueObject opaque -> List.of();
    };
  }

  private static DdlStatement altered(ObjectRef object, ObjectAction action) {
    return new DdlStatement.AlterObject(object, false, action);
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
}
