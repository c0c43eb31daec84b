package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL gives another name, and in which words (manual, the {@code ALTER} commands). */
final class PostgresRenames {

  /** Kinds whose {@code ALTER} has statements of its own in the vocabulary. */
  private static final Set<ObjectKind> HELD_BY_NAME =
      EnumSet.of(ObjectKind.SEQUENCE, ObjectKind.ENUM_TYPE);

  private final ServerProfile server;
  private final Transition transition;

  PostgresRenames(ServerProfile server, Transition transition) {
    this.server = server;
    this.transition = transition;
  }

  /**
   * The step; empty where the server cannot, and for a column that is inherited and stays so: its
   * name follows that of the parent's.
   */
  Optional<Step> step(ObjectRef from, ObjectRef to) {
    Schema schema = transition.from();
    List<DdlStatement> statements = new ArrayList<>();
    if (from.kind() == ObjectKind.COLUMN) {
      for (Table parent : sources(schema, from)) {
        if (!isLeft(transition.to(), to.name(), parent, from.member())) {
          return Optional.empty();
        }
        statements.add(leaving(schema.table(from.name()).orElseThrow(), parent.name()));
      }
    }
    List<DdlStatement> renaming = statements(from, to);
    if (renaming.isEmpty()) {
      return Optional.empty();
    }
    Optional<ObjectName> type =
        from.kind() == ObjectKind.CONSTRAINT
            ? schema.table(from.name()).flatMap(table -> Descent.lineage(table).ofType())
            : Optional.empty();
    // No constraint of a typed table takes another name.
    type.ifPresent(one -> statements.add(ofType(from.name(), Optional.empty())));
    statements.addAll(renaming);
    type.ifPresent(one -> statements.add(ofType(from.name(), type)));
    Identifier home = to.name().schema();
    if (!from.name().schema().equals(home) && schema.get(ObjectRef.schema(home)).isEmpty()) {
      // Renames come ahead of all else, and so must the schema that one leads into.
      statements.addFirst(new DdlStatement.CreateSchema(home, false));
    }
    return Optional.of(Steps.step(label(from.kind()), statements));
  }

  private static DdlStatement ofType(ObjectName table, Optional<ObjectName> type) {
    return alter(table, new TableAction.OfPostgres.SetOfType(type));
  }

  /** The tables that a column is inherited from. */
  private static List<Table> sources(Schema schema, ObjectRef column) {
    return schema.table(column.name()).stream()
        .flatMap(table -> Descent.lineage(table).parents().stream())
        .flatMap(parent -> schema.table(parent).stream())
        .filter(parent -> parent.column(column.member()).isPresent())
        .toList();
  }

  /** Whether a table is to leave a parent that keeps its own column, or goes. */
  private static boolean isLeft(Schema wanted, ObjectName table, Table parent, Identifier column) {
    boolean leaves =
        wanted
            .table(table)
            .filter(one -> !Descent.lineage(one).parents().contains(parent.name()))
            .isPresent();
    return leaves
        && wanted.table(parent.name()).stream().allMatch(one -> one.column(column).isPresent());
  }

  // What is left for good is left first, so that a name of one's own can be had.
  private static DdlStatement leaving(Table table, ObjectName parent) {
    return Descent.lineage(table).isPartition()
        ? alter(
            parent,
            new OfPostgres.DetachPartition(table.name(), OfPostgres.DetachPartition.Mode.AT_ONCE))
        : alter(table.name(), new OfPostgres.NoInherit(parent));
  }

  private static StepLabel label(ObjectKind kind) {
    return switch (kind) {
      case TABLE -> StepLabel.RENAME_TABLE;
      case COLUMN, CONSTRAINT -> StepLabel.ALTER_TABLE;
      case INDEX -> StepLabel.RENAME_INDEX;
      case ENUM_TYPE, ENUM_VALUE -> StepLabel.ALTER_ENUM;
      case SEQUENCE -> StepLabel.ALTER_SEQUENCE;
      case SCHEMA,
          EXTENSION,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          DOMAIN,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          CAST,
          TRANSFORM,
          RULE,
          TRIGGER,
          EVENT_TRIGGER,
          EVENT,
          POLICY,
          PUBLICATION,
          SUBSCRIPTION,
          STATISTICS,
          COLLATION,
          CONVERSION,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          USER_MAPPING,
          LANGUAGE,
          ACCESS_METHOD,
          RIGHTS,
          DEFAULT_RIGHTS,
          COMMENT ->
          StepLabel.RENAME_OBJECT;
    };
  }

  private List<DdlStatement> statements(ObjectRef from, ObjectRef to) {
    return switch (from.kind()) {
      case SCHEMA -> List.of(new DdlStatement.RenameSchema(from.name().name(), to.name().name()));
      case COLUMN ->
          List.of(alter(from.name(), new TableAction.RenameColumn(from.member(), to.member())));
      case CONSTRAINT ->
          List.of(alter(from.name(), new TableAction.RenameConstraint(from.member(), to.member())));
      case INDEX ->
          List.of(
              new DdlStatement.RenameIndex(from.name().sibling(from.member()), to.member(), false));
      case ENUM_VALUE ->
          List.of(
              new DdlStatement.RenameEnumValue(
                  from.name(), from.member().text(), to.member().text()));
      case TRIGGER -> from.name().equals(to.name()) ? trigger(from, to) : List.of();
      case POLICY, RULE -> from.name().equals(to.name()) ? part(from, to) : List.of();
      case ROUTINE -> isOneKind(from, to) ? object(from, to) : List.of();
      case AGGREGATE, OPERATOR_CLASS, OPERATOR_FAMILY ->
          from.member().equals(to.member()) ? object(from, to) : List.of();
      case TABLE,
          SEQUENCE,
          ENUM_TYPE,
          VIEW,
          MATERIALIZED_VIEW,
          DOMAIN,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          FOREIGN_TABLE,
          EVENT_TRIGGER,
          PUBLICATION,
          SUBSCRIPTION,
          STATISTICS,
          COLLATION,
          CONVERSION,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          LANGUAGE ->
          object(from, to);
      case EXTENSION,
          OPERATOR,
          CAST,
          TRANSFORM,
          EVENT,
          USER_MAPPING,
          ACCESS_METHOD,
          RIGHTS,
          DEFAULT_RIGHTS,
          COMMENT ->
          List.of();
    };
  }

  /** Whether they are called alike: a procedure takes no function's place. */
  private boolean isOneKind(ObjectRef from, ObjectRef to) {
    return from.member().equals(to.member())
        && transition.from().get(from).orElse(null) instanceof Routine older
        && transition.to().get(to).orElse(null) instanceof Routine newer
        && older.kind() == newer.kind();
  }

  private static List<DdlStatement> part(ObjectRef from, ObjectRef to) {
    return List.of(new DdlStatement.AlterObject(from, false, new ObjectAction.Rename(to.member())));
  }

  /**
   * Not in place where the old name would stay in use: as that of the constraint which a constraint
   * trigger is, too, and, before 15, as that of the triggers in partitions (renametrig).
   */
  private List<DdlStatement> trigger(ObjectRef from, ObjectRef to) {
    Optional<Table> table = transition.from().table(from.name());
    if (!(transition.from().get(from).orElse(null) instanceof Trigger trigger)) {
      return List.of();
    }
    boolean above = table.filter(one -> Descent.lineage(one).isPartitioned()).isPresent();
    boolean follows = !above || PostgresFeature.RENAMES_CLONED_TRIGGERS.in(server);
    if (follows && trigger.postgres().constraint().isEmpty()) {
      return part(from, to);
    }
    PostgresTriggerOptions options = trigger.postgres();
    List<DdlStatement> anew = new ArrayList<>();
    anew.add(new DdlStatement.DropObjects(List.of(from), false, DropBehavior.RESTRICT));
    anew.add(
        new DdlStatement.CreateObject(
            trigger
                .withName(trigger.table(), to.member())
                .withPostgres(options.withEnabled(PostgresTriggerOptions.Enabled.ORIGIN)),
            false,
            false));
    if (options.enabled() != PostgresTriggerOptions.Enabled.ORIGIN) {
      anew.add(
          alter(trigger.table(), new OfPostgres.SetTriggerEnabled(to.member(), options.enabled())));
    }
    return anew;
  }

  /** Into the other schema first: the name may be taken in the old one. */
  private static List<DdlStatement> object(ObjectRef from, ObjectRef to) {
    List<DdlStatement> statements = new ArrayList<>();
    ObjectRef moved = from;
    if (!from.name().schema().equals(to.name().schema())) {
      statements.add(move(from, to));
      moved =
          new ObjectRef(
              from.kind(), new ObjectName(to.name().schema(), from.name().name()), from.member());
    }
    if (!from.name().name().equals(to.name().name())) {
      statements.add(rename(moved, to));
    }
    return statements;
  }

  private static DdlStatement move(ObjectRef from, ObjectRef to) {
    if (from.kind() == ObjectKind.TABLE) {
      return alter(from.name(), new TableAction.SetSchema(to.name().schema()));
    }
    return HELD_BY_NAME.contains(from.kind())
        ? new DdlStatement.SetObjectSchema(from.kind(), from.name(), to.name().schema(), false)
        : new DdlStatement.AlterObject(from, false, new ObjectAction.SetSchema(to.name().schema()));
  }

  private static DdlStatement rename(ObjectRef from, ObjectRef to) {
    if (from.kind() == ObjectKind.TABLE) {
      return alter(from.name(), new TableAction.RenameTo(unqualified(to)));
    }
    return HELD_BY_NAME.contains(from.kind())
        ? new DdlStatement.RenameObject(from.kind(), from.name(), to.name().name(), false)
        : new DdlStatement.AlterObject(from, false, new ObjectAction.Rename(to.name().name()));
  }

  private static ObjectName unqualified(ObjectRef ref) {
    return ObjectName.unqualified(ref.name().name());
  }

  private static DdlStatement alter(ObjectName table, TableAction action) {
    return new DdlStatement.AlterTable(table, false, List.of(action));
  }
}
