package dev.schemend.parser.postgres;

import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.name.Identifier;

/** The actions of {@code ALTER TABLE} that only PostgreSQL has. */
final class SettingPrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final LineagePrinter lineages;

  SettingPrinter(TypePrinter types, ExpressionPrinter expressions, LineagePrinter lineages) {
    this.types = types;
    this.expressions = expressions;
    this.lineages = lineages;
  }

  String action(OfPostgres action) {
    return switch (action) {
      case OfPostgres.AttachPartition attach ->
          "ATTACH PARTITION "
              + types.name(attach.partition())
              + " "
              + lineages.bound(attach.bound());
      case OfPostgres.DetachPartition detach ->
          "DETACH PARTITION " + types.name(detach.partition()) + mode(detach.mode());
      case OfPostgres.Inherit inherit -> "INHERIT " + types.name(inherit.parent());
      case OfPostgres.NoInherit no -> "NO INHERIT " + types.name(no.parent());
      case OfPostgres.SetOfType set ->
          set.type().map(type -> "OF " + types.name(type)).orElse("NOT OF");
      case OfPostgres.SetTriggerEnabled set ->
          firing(set.enabled())
              + " TRIGGER "
              + (set.trigger().isNone() ? "USER" : Quoting.name(set.trigger()));
      case OfPostgres.SetRuleEnabled set ->
          firing(set.enabled()) + " RULE " + Quoting.name(set.rule());
      case OfPostgres.SetLogged set -> set.logged() ? "SET LOGGED" : "SET UNLOGGED";
      case OfPostgres.EnableRowSecurity enable ->
          (enable.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY";
      case OfPostgres.ForceRowSecurity force ->
          (force.forced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY";
      case OfPostgres.SetReplicaIdentity set -> "REPLICA IDENTITY " + identity(set.identity());
      case OfPostgres.ClusterOn cluster ->
          cluster
              .index()
              .map(index -> "CLUSTER ON " + Quoting.name(index))
              .orElse("SET WITHOUT CLUSTER");
      case OfPostgres.SetTablespace set ->
          "SET TABLESPACE " + IndexPrinter.tablespace(set.tablespace());
      case OfPostgres.SetAccessMethod set ->
          "SET ACCESS METHOD " + set.method().map(Quoting::name).orElse("heap");
      case OfPostgres.ResetOptions reset -> "RESET " + StorageParameters.names(reset.parameters());
      case OfPostgres.SetStorage set ->
          column(set.column()) + "SET STORAGE " + set.storage().map(Enum::name).orElse("DEFAULT");
      case OfPostgres.SetCompression set ->
          column(set.column()) + "SET COMPRESSION " + set.compression().orElse("default");
      case OfPostgres.SetStatistics set ->
          column(set.column()) + "SET STATISTICS " + set.target().orElse(-1);
      case OfPostgres.SetColumnParameters set ->
          column(set.column()) + "SET " + StorageParameters.print(set.parameters());
      case OfPostgres.ResetColumnParameters reset ->
          column(reset.column()) + "RESET " + StorageParameters.names(reset.parameters());
      case OfPostgres.SetExpression set ->
          column(set.column()) + "SET EXPRESSION AS (" + expressions.print(set.expression()) + ")";
      case OfPostgres.AddNotNull add -> "ADD " + notNull(add.column(), add.constraint());
      case OfPostgres.SetConstraintInherit set ->
          "ALTER CONSTRAINT "
              + Quoting.name(set.constraint())
              + (set.inherits() ? " INHERIT" : " NO INHERIT");
      case OfPostgres.EnforceConstraint enforce ->
          "ALTER CONSTRAINT "
              + Quoting.name(enforce.constraint())
              + (enforce.enforced() ? " ENFORCED" : " NOT ENFORCED");
    };
  }

  private static String firing(PostgresTriggerOptions.Enabled enabled) {
    return switch (enabled) {
      case ORIGIN -> "ENABLE";
      case DISABLED -> "DISABLE";
      case REPLICA -> "ENABLE REPLICA";
      case ALWAYS -> "ENABLE ALWAYS";
    };
  }

  private static String notNull(Identifier column, NotNull constraint) {
    return (constraint.name().isNone() ? "" : "CONSTRAINT " + Quoting.name(constraint.name()) + " ")
        + "NOT NULL "
        + Quoting.name(column)
        + (constraint.noInherit() ? " NO INHERIT" : "")
        + (constraint.validated() ? "" : " NOT VALID");
  }

  private static String column(Identifier column) {
    return "ALTER COLUMN " + Quoting.name(column) + " ";
  }

  private static String mode(OfPostgres.DetachPartition.Mode mode) {
    return switch (mode) {
      case AT_ONCE -> "";
      case CONCURRENTLY -> " CONCURRENTLY";
      case FINALIZE -> " FINALIZE";
    };
  }

  private static String identity(ReplicaIdentity identity) {
    return switch (identity) {
      case ReplicaIdentity.Usual usual -> "DEFAULT";
      case ReplicaIdentity.Full full -> "FULL";
      case ReplicaIdentity.Nothing nothing -> "NOTHING";
      case ReplicaIdentity.ByIndex by -> "USING INDEX " + Quoting.name(by.index());
    };
  }
}
