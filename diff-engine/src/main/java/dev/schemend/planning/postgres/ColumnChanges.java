package dev.schemend.planning.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.postgres.PostgresSequences;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.DomainType;
import dev.schemend.model.Generation;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.planning.Columns;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The actions that change a column in place. */
final class ColumnChanges {

  static final SqlType TEXT = SqlType.builtin("text");

  private final Dialect dialect;
  private final Schema end;

  ColumnChanges(Dialect dialect, Schema end) {
    this.dialect = dialect;
    this.end = end;
  }

  /** Whether only dropping the column and adding it anew helps. */
  boolean mustRecreate(ColumnAltered altered) {
    boolean wasComputed = Columns.computed(altered.from()).isPresent();
    boolean isComputed = Columns.computed(altered.to()).isPresent();
    if (wasComputed && isComputed) {
      return altered.aspects().contains(ColumnAspect.GENERATION) || changesType(altered);
    }
    if (isComputed) {
      return true;
    }
    boolean uncastable =
        altered.aspects().contains(ColumnAspect.TYPE)
            && risk(altered.from().type(), altered.to().type()) == CastRisk.IMPOSSIBLE;
    // Only a stored column has values to keep (manual, ALTER TABLE, DROP EXPRESSION).
    boolean valueless =
        wasComputed
            && (!PostgresFeature.DROP_EXPRESSION.in(dialect.profile())
                || !Columns.computed(altered.from()).get().stored());
    return uncastable || valueless;
  }

  /** Whether the values take another type or order. */
  boolean changesType(ColumnAltered altered) {
    return altered.aspects().contains(ColumnAspect.TYPE)
        || altered.aspects().contains(ColumnAspect.COLLATION);
  }

  /** Whether the server can make values of the one type out of those of the other. */
  boolean isCastable(SqlType from, SqlType to) {
    return from.equals(to) || risk(from, to) != CastRisk.IMPOSSIBLE;
  }

  private CastRisk risk(SqlType from, SqlType to) {
    return dialect.types().castRisk(underlying(from), underlying(to));
  }

  // A domain is cast as what is under it (find_coercion_pathway).
  private SqlType underlying(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin;
      case SqlType.InlineEnum inline -> inline;
      case SqlType.UserDefined user ->
          end.get(ObjectRef.to(ObjectKind.DOMAIN, user.name())).orElse(null)
                  instanceof DomainType domain
              ? underlying(domain.type())
              : user;
      case SqlType.ArrayOf array -> array;
    };
  }

  /**
   * The new sequences that a column draws from instead of its identity, which lets go of its own
   * sequence's name before they are made.
   */
  Set<ObjectRef> yieldsTo(ColumnAltered altered, Schema before) {
    SortedSet<ObjectRef> mentioned = new TreeSet<>();
    if (identity(altered.from()).isPresent() && identity(altered.to()).isEmpty()) {
      altered.to().defaultValue().ifPresent(value -> References.expression(value, mentioned));
    }
    mentioned.removeIf(ref -> ref.kind() != ObjectKind.SEQUENCE || before.has(ref));
    return mentioned;
  }

  /**
   * What must be a statement of its own, ahead of {@link #actions}: the server looks for an
   * identity's new type before it runs any action, {@code DROP IDENTITY} included (22023).
   */
  Optional<TableAction> ahead(ColumnAltered altered) {
    boolean losesIdentity =
        identity(altered.from()).isPresent() && identity(altered.to()).isEmpty();
    return losesIdentity && altered.aspects().contains(ColumnAspect.TYPE)
        ? Optional.of(new TableAction.DropIdentity(altered.from().name(), false))
        : Optional.empty();
  }

  /**
   * The actions in Prisma's order: nullability, default, type. A default goes before a change of
   * type and comes back after it, since the server may be unable to cast it along.
   */
  List<TableAction> actions(ColumnAltered altered) {
    Column from = altered.from();
    Column to = altered.to();
    Identifier name = from.name();
    List<TableAction> actions = new ArrayList<>();
    boolean hadIdentity = identity(from).isPresent();
    boolean hasIdentity = identity(to).isPresent();
    // Nullability is refused while the column is an identity.
    if (hadIdentity && !hasIdentity && ahead(altered).isEmpty()) {
      actions.add(new TableAction.DropIdentity(name, false));
    }
    if (Columns.computed(from).isPresent() && Columns.computed(to).isEmpty()) {
      actions.add(new TableAction.DropExpression(name, false));
    }
    if (from.nullable() != to.nullable()) {
      actions.add(to.nullable() ? new TableAction.DropNotNull(name) : NotNullChanges.set(name, to));
    }
    boolean typeChanges = changesType(altered);
    boolean defaultChanges = altered.aspects().contains(ColumnAspect.DEFAULT);
    if (from.defaultValue().isPresent()
        && (typeChanges || (defaultChanges && to.defaultValue().isEmpty()))) {
      actions.add(new TableAction.DropDefault(name));
    }
    if (typeChanges) {
      actions.add(
          new TableAction.AlterColumnType(
              name, to.type(), to.collation(), converted(name, from.type(), to.type())));
    }
    if (typeChanges || defaultChanges) {
      to.defaultValue()
          .ifPresent(
              value ->
                  actions.add(
                      new TableAction.SetDefault(name, WrittenDefaults.of(to.type(), value))));
    }
    // A new type brings its own storage.
    PostgresColumnOptions left =
        altered.aspects().contains(ColumnAspect.TYPE)
            ? from.postgres().withStorage(Optional.empty())
            : from.postgres();
    if (hasIdentity && altered.aspects().contains(ColumnAspect.GENERATION)) {
      actions.add(identityAction(from, to));
    }
    actions.addAll(TableSettings.columnActions(name, to.type(), left, to.postgres(), end));
    return actions;
  }

  private static TableAction identityAction(Column from, Column to) {
    Generation.Identity wanted = identity(to).orElseThrow();
    Optional<Generation.Identity> had = identity(from);
    if (had.isEmpty()) {
      return new TableAction.AddIdentity(to.name(), wanted);
    }
    // A change of the column's type, which stands before this, changes the sequence's as well.
    SequenceOptions written =
        SequenceChanges.written(
            PostgresSequences.ofType(to.type(), had.get().options()),
            PostgresSequences.ofType(to.type(), wanted.options()));
    return new TableAction.SetIdentity(
        to.name(),
        had.get().always() == wanted.always() ? Optional.empty() : Optional.of(wanted.always()),
        written,
        restarts(from, to));
  }

  private static boolean restarts(Column from, Column to) {
    Optional<Generation.Identity> had = identity(from);
    Optional<Generation.Identity> wanted = identity(to);
    return had.isPresent()
        && wanted.isPresent()
        && SequenceChanges.restarts(
            PostgresSequences.ofType(to.type(), had.get().options()),
            PostgresSequences.ofType(to.type(), wanted.get().options()));
  }

  private static Optional<Generation.Identity> identity(Column column) {
    return column
        .generation()
        .filter(Generation.Identity.class::isInstance)
        .map(Generation.Identity.class::cast);
  }

  /** How values of a column take another type; empty where an assignment does it. */
  Optional<SqlExpr> converted(Identifier name, SqlType from, SqlType to) {
    if (from.equals(to) || risk(from, to) != CastRisk.EXPLICIT) {
      return Optional.empty();
    }
    SqlExpr column = column(name);
    // Two types without a cast of their own meet in text, which every type can be read from.
    boolean direct = (isPlain(from) && isPlain(to)) || isText(from) || isText(to);
    return Optional.of(new SqlExpr.Cast(direct ? column : new SqlExpr.Cast(column, TEXT), to));
  }

  private boolean isText(SqlType type) {
    return dialect.types().isCharacter(type);
  }

  private static boolean isPlain(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> true;
      case SqlType.InlineEnum inline -> true;
      case SqlType.UserDefined user -> false;
      case SqlType.ArrayOf array -> isPlain(array.element());
    };
  }

  static SqlExpr column(Identifier name) {
    return new SqlExpr.ColumnRef(List.of(), name);
  }
}
