package dev.schemend.parser.postgres;

import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.IndexPart;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresForeignKeyOptions;
import dev.schemend.model.ReferentialAction;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Optional;

/** Constraints of columns and tables. */
final class ConstraintBuilder {

  private final Names names;
  private final ExpressionBuilder expressions;
  private final IndexBuilder indexes;

  ConstraintBuilder(Names names, ExpressionBuilder expressions, IndexBuilder indexes) {
    this.names = names;
    this.expressions = expressions;
    this.indexes = indexes;
  }

  /** What stands behind a constraint. */
  record Attributes(
      Deferrability deferrability, boolean validated, boolean noInherit, boolean enforced) {}

  Attributes attributes(List<PostgresParser.ConstraintAttributeContext> contexts) {
    boolean deferrable = false;
    boolean deferred = false;
    boolean validated = true;
    boolean noInherit = false;
    boolean enforced = true;
    for (PostgresParser.ConstraintAttributeContext one : contexts) {
      enforced &= one.ENFORCED() == null || one.NOT() == null;
      // INITIALLY DEFERRED alone says DEFERRABLE too (CREATE TABLE; gram.y, ConstraintAttr).
      deferrable |= one.DEFERRABLE() != null && one.NOT() == null;
      deferred |= one.DEFERRED() != null;
      validated &= one.VALID() == null;
      noInherit |= one.INHERIT() != null;
    }
    // What is not enforced is not validated either (18; processCASbits).
    return new Attributes(
        deferrability(deferrable, deferred), validated && enforced, noInherit, enforced);
  }

  private static Deferrability deferrability(boolean deferrable, boolean deferred) {
    if (deferred) {
      return Deferrability.INITIALLY_DEFERRED;
    }
    return deferrable ? Deferrability.INITIALLY_IMMEDIATE : Deferrability.NOT_DEFERRABLE;
  }

  /** {@code NOT NULL} as a constraint of the table (18). */
  NotNull notNull(PostgresParser.TableConstraintContext context) {
    Attributes attributes = attributes(context.constraintAttribute());
    return NotNull.named(context.name() == null ? Identifier.NONE : names.name(context.name()))
        .withNoInherit(attributes.noInherit())
        .withValidated(attributes.validated());
  }

  /** A table constraint other than {@code NOT NULL}. */
  Constraint table(PostgresParser.TableConstraintContext context) {
    Identifier name = context.name() == null ? Identifier.NONE : names.name(context.name());
    Attributes attributes = attributes(context.constraintAttribute());
    PostgresParser.ConstraintBodyContext body = context.constraintBody();
    return switch (body.getStart().getType()) {
      case PostgresLexer.CHECK -> check(name, body.expr(), attributes);
      case PostgresLexer.UNIQUE ->
          new Constraint.Unique(
                  name,
                  columns(names.names(body.keyColumns().name())),
                  names.include(body.includeClause()),
                  nullsNotDistinct(body.nullsDistinct()),
                  attributes.deferrability())
              .withOverlaps(body.keyColumns().OVERLAPS() == null)
              .withStorage(indexes.storage(body.indexParameters()));
      case PostgresLexer.PRIMARY ->
          new Constraint.PrimaryKey(
                  name,
                  columns(names.names(body.keyColumns().name())),
                  names.include(body.includeClause()),
                  attributes.deferrability())
              .withOverlaps(body.keyColumns().OVERLAPS() == null)
              .withStorage(indexes.storage(body.indexParameters()));
      case PostgresLexer.FOREIGN ->
          foreignKey(
              name,
              names.names(body.foreignColumns().name()),
              body.foreignColumns().PERIOD() != null,
              body.references(),
              attributes);
      case PostgresLexer.EXCLUDE -> indexes.exclusion(name, body, attributes.deferrability());
      default -> throw new BeyondTheModel(context, "NOT NULL as a constraint of the table");
    };
  }

  /** A constraint behind a column, as one of the table; empty for what is the column's own. */
  Optional<Constraint> column(
      Identifier column, PostgresParser.ColumnConstraintContext context, Attributes attributes) {
    Identifier name = context.name() == null ? Identifier.NONE : names.name(context.name());
    if (context.CHECK() != null) {
      return Optional.of(check(name, context.expr(), attributes));
    }
    if (context.UNIQUE() != null) {
      return Optional.of(
          new Constraint.Unique(
                  name,
                  columns(List.of(column)),
                  List.of(),
                  nullsNotDistinct(context.nullsDistinct()),
                  attributes.deferrability())
              .withStorage(indexes.storage(context.indexParameters())));
    }
    if (context.PRIMARY() != null) {
      return Optional.of(
          new Constraint.PrimaryKey(
                  name, columns(List.of(column)), List.of(), attributes.deferrability())
              .withStorage(indexes.storage(context.indexParameters())));
    }
    return context.references() == null
        ? Optional.empty()
        : Optional.of(foreignKey(name, List.of(column), false, context.references(), attributes));
  }

  private static boolean nullsNotDistinct(PostgresParser.NullsDistinctContext context) {
    return context != null && context.NOT() != null;
  }

  private static List<IndexPart> columns(List<Identifier> columns) {
    return columns.stream().map(IndexPart::column).toList();
  }

  private Constraint check(
      Identifier name, PostgresParser.ExprContext condition, Attributes attributes) {
    return new Constraint.Check(
        name,
        expressions.expression(condition),
        attributes.enforced(),
        attributes.validated(),
        attributes.noInherit());
  }

  private Constraint foreignKey(
      Identifier name,
      List<Identifier> columns,
      boolean period,
      PostgresParser.ReferencesContext context,
      Attributes attributes) {
    PostgresParser.ForeignColumnsContext targets = context.foreignColumns();
    if (targets != null && (targets.PERIOD() != null) != period) {
      throw new RefusedText(targets, "42830", "PERIOD stands on one side of a foreign key only");
    }
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    List<Identifier> onDeleteColumns = List.of();
    for (PostgresParser.ReferentialActionContext one : context.referentialAction()) {
      if (one.nameList() != null && one.DELETE() == null) {
        throw new RefusedText(
            one, "0A000", "a column list with SET NULL is only supported for ON DELETE actions");
      }
      if (one.nameList() != null) {
        onDeleteColumns = names.names(one.nameList());
      }
      ReferentialAction action = action(one.referentialEffect());
      if (one.DELETE() != null) {
        onDelete = action;
      } else {
        onUpdate = action;
      }
    }
    return new Constraint.ForeignKey(
        name,
        columns,
        names.object(context.qualifiedName()),
        targets == null ? List.of() : names.names(targets.name()),
        context.matchType() != null && context.matchType().FULL() != null,
        onDelete,
        onUpdate,
        attributes.deferrability(),
        attributes.validated(),
        new PostgresForeignKeyOptions(onDeleteColumns, attributes.enforced(), true, period));
  }

  private static ReferentialAction action(PostgresParser.ReferentialEffectContext context) {
    return switch (context.getStart().getType()) {
      case PostgresLexer.NO -> ReferentialAction.NO_ACTION;
      case PostgresLexer.RESTRICT -> ReferentialAction.RESTRICT;
      case PostgresLexer.CASCADE -> ReferentialAction.CASCADE;
      default ->
          context.NULL() == null ? ReferentialAction.SET_DEFAULT : ReferentialAction.SET_NULL;
    };
  }
}
