package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What goes along when something goes (manual, 5.15, Dependency Tracking). */
final class Dropping {

  private Dropping() {}

  /**
   * What keeps {@code going} from being dropped without {@code CASCADE}: all that depends on it and
   * does not belong to it.
   */
  static List<ObjectRef> blockers(Schema schema, Collection<ObjectRef> going) {
    SortedSet<ObjectRef> blockers = new TreeSet<>();
    for (ObjectRef target : going) {
      dependants(schema, target)
          .filter(user -> !going.contains(user))
          .filter(user -> needs(schema.get(user).orElseThrow(), target))
          .filter(user -> !belongs(user, target))
          .filter(user -> !goesWithOwner(user, going))
          .forEach(blockers::add);
    }
    return List.copyOf(blockers);
  }

  /**
   * The objects that mention {@code target}. Calls name no types, so they mean a routine only where
   * it has no namesakes.
   */
  private static Stream<ObjectRef> dependants(Schema schema, ObjectRef target) {
    long namesakes = schema.routines(target.name()).count();
    boolean calls =
        (target.kind() == ObjectKind.ROUTINE && namesakes == 1)
            || (target.kind() == ObjectKind.AGGREGATE && namesakes == 0);
    return calls
        ? Stream.concat(
                schema.dependants(target),
                schema.dependants(ObjectRef.to(ObjectKind.ROUTINE, target.name())))
            .distinct()
        : schema.dependants(target);
  }

  // What an opaque object mentions is an over-estimate: code of routines is a string to the server.
  private static boolean needs(SchemaObject user, ObjectRef target) {
    return !(user instanceof OpaqueObject)
        || target.kind() == ObjectKind.SCHEMA
        || HOLDING.contains(user.ref().kind())
        || (!user.ref().member().isNone() && user.ref().name().equals(target.name()));
  }

  private static final Set<ObjectKind> HOLDING =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE);

  private static final Set<ObjectKind> PARTS =
      EnumSet.of(ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.RULE);

  private static final Set<ObjectKind> BESIDE =
      EnumSet.of(ObjectKind.COMMENT, ObjectKind.RIGHTS, ObjectKind.DEFAULT_RIGHTS);

  // Comments, rights, a table's triggers, policies, rules, statistics and owned sequences go
  // without
  // being asked; a publication lets go of a table, but not of a column that it lists.
  // A trigger, policy or rule goes with its table, whatever else of what goes it mentions.
  private static boolean goesWithOwner(ObjectRef user, Collection<ObjectRef> going) {
    return PARTS.contains(user.kind())
        && References.ROW_SOURCES.stream()
            .anyMatch(kind -> going.contains(ObjectRef.to(kind, user.name())));
  }

  private static boolean belongs(ObjectRef user, ObjectRef target) {
    return BESIDE.contains(user.kind())
        || (user.kind() == ObjectKind.STATISTICS
            && (References.ROW_SOURCES.contains(target.kind())
                || target.kind() == ObjectKind.COLUMN))
        || (user.kind() == ObjectKind.PUBLICATION && target.kind() != ObjectKind.COLUMN)
        || (target.kind() != ObjectKind.COLUMN
            && References.ROW_SOURCES.contains(target.kind())
            && ((PARTS.contains(user.kind()) && user.name().equals(target.name()))
                || user.kind() == ObjectKind.SEQUENCE));
  }

  /** Drops {@code roots} and whatever depends on them: {@code CASCADE}. */
  static Schema cascade(Schema schema, Collection<ObjectRef> roots) {
    Schema current = schema;
    Deque<ObjectRef> going = new ArrayDeque<>(roots);
    while (!going.isEmpty()) {
      ObjectRef ref = going.pop();
      Optional<SchemaObject> object = current.get(ref);
      if (object.isEmpty()) {
        continue;
      }
      for (ObjectRef dependant : dependants(current, ref).toList()) {
        Optional<SchemaObject> user = current.get(dependant);
        if (user.isEmpty()) {
          continue;
        }
        if (user.get() instanceof Table table) {
          boolean child =
              ref.kind() == ObjectKind.TABLE && Heirs.lineage(table).parents().contains(ref.name());
          boolean typed =
              ref.kind() == ObjectKind.COMPOSITE_TYPE
                  && Heirs.lineage(table).ofType().filter(ref.name()::equals).isPresent();
          if (child || typed) {
            going.push(dependant);
          } else {
            current = Comments.swept(detach(current, table, ref), table.name());
          }
        } else if (user.get() instanceof Declaration publication
            && publication.is(ObjectKind.PUBLICATION)) {
          current = current.with(DeclarationStatements.without(publication, ref));
        } else if (needs(user.get(), ref)) {
          going.push(dependant);
        }
      }
      current = current.without(ref);
    }
    return current;
  }

  /** The table without what it has of the object that goes. */
  private static Schema detach(Schema schema, Table table, ObjectRef gone) {
    if (gone.kind() == ObjectKind.SEQUENCE) {
      return schema.with(withoutDefaultsFrom(table, gone.name()));
    }
    if (gone.kind() == ObjectKind.SCHEMA) {
      return cascade(schema, List.of(table.ref()));
    }
    if (gone.kind() == ObjectKind.ROUTINE) {
      return withoutUsesOf(schema, table, gone);
    }
    Schema current =
        gone.kind() == ObjectKind.TABLE ? schema.with(withoutKeysTo(table, gone.name())) : schema;
    if (References.TYPES.contains(gone.kind())) {
      current = withoutUsesOf(current, current.table(table.name()).orElseThrow(), gone);
    }
    for (Column column : current.table(table.name()).orElseThrow().columns()) {
      if (uses(column.type(), gone.name())) {
        for (ObjectRef computed : ColumnDrop.computedFrom(table, column.name())) {
          current = column(current, current.table(table.name()).orElseThrow(), computed.member());
        }
        current = column(current, current.table(table.name()).orElseThrow(), column.name());
      }
    }
    return current;
  }

  // Defaults, checks, indexes and computed columns go with a function that they call, and with a
  // type that they cast to.
  private static Schema withoutUsesOf(Schema schema, Table table, ObjectRef gone) {
    Table kept =
        table
            .withColumns(
                table.columns().stream()
                    .map(
                        column ->
                            column.defaultValue().filter(one -> mentions(one, gone)).isPresent()
                                ? column.withDefault(Optional.empty())
                                : column)
                    .toList())
            .withConstraints(
                table.constraints().stream()
                    .filter(
                        one ->
                            References.constraintExpressions(one)
                                .noneMatch(part -> mentions(part, gone)))
                    .toList())
            .withIndexes(table.indexes().stream().filter(one -> !mentions(one, gone)).toList());
    Schema current = schema.with(kept);
    for (Column column : kept.columns()) {
      if (column.generation().orElse(null) instanceof Generation.Computed computed
          && mentions(computed.expression(), gone)) {
        current = column(current, current.table(table.name()).orElseThrow(), column.name());
      }
    }
    return current;
  }

  private static boolean mentions(Index index, ObjectRef gone) {
    return index.predicate().filter(one -> mentions(one, gone)).isPresent()
        || index.parts().stream()
            .anyMatch(
                part ->
                    part.key() instanceof IndexPart.ExpressionKey key
                        && mentions(key.expression(), gone));
  }

  private static boolean mentions(SqlExpr expression, ObjectRef gone) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    References.expression(expression, found);
    return found.contains(ObjectRef.to(gone.kind(), gone.name()));
  }

  private static Table withoutKeysTo(Table table, ObjectName target) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(
                constraint ->
                    !(constraint instanceof Constraint.ForeignKey key
                        && key.target().equals(target)))
            .toList());
  }

  private static Table withoutDefaultsFrom(Table table, ObjectName sequence) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column ->
                    column.defaultValue().filter(value -> mentions(value, sequence)).isPresent()
                        ? column.withDefault(Optional.empty())
                        : column)
            .toList());
  }

  private static boolean mentions(SqlExpr expression, ObjectName relation) {
    boolean[] found = new boolean[1];
    Expressions.visit(
        expression,
        node ->
            found[0] |=
                node instanceof SqlExpr.RegClass constant && constant.relation().equals(relation));
    return found[0];
  }

  private static boolean uses(SqlType type, ObjectName name) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user -> user.name().equals(name);
      case SqlType.ArrayOf array -> uses(array.element(), name);
    };
  }

  /**
   * Drops a column with what goes along: indexes and constraints that mention it, keys of other
   * tables that rest on those, and sequences that it owns.
   */
  static Schema column(Schema schema, Table whole, Identifier column) {
    ObjectRef ref = ObjectRef.column(whole.name(), column);
    Schema current =
        cascade(
            schema,
            schema.dependants(ref).filter(user -> user.kind() != ObjectKind.TABLE).toList());
    Table table = current.table(whole.name()).orElseThrow();
    for (List<Identifier> columns : keysWith(table, column).toList()) {
      current = withoutKeysOn(current, table, columns);
    }
    // A default of another table that draws from them goes as well.
    current =
        cascade(current, ownedBy(current, table, column).stream().map(Sequence::ref).toList());
    Table kept = current.table(table.name()).orElseThrow();
    return current.with(
        IndexMentions.onlyExisting(
            new Table(
                kept.name(),
                kept.columns().stream().filter(one -> !one.name().equals(column)).toList(),
                kept.constraints().stream()
                    .filter(one -> !ColumnUses.in(one).contains(column))
                    .toList(),
                kept.indexes().stream()
                    .filter(one -> !ColumnUses.in(one).contains(column))
                    .toList(),
                kept.options())));
  }

  /** The sequences that a column owns. */
  static List<Sequence> ownedBy(Schema schema, Table table, Identifier column) {
    ObjectRef owner = ObjectRef.column(table.name(), column);
    return ownedBy(schema, table)
        .filter(sequence -> sequence.ownedBy().filter(owner::equals).isPresent())
        .toList();
  }

  /** The sequences that the columns of a table own. */
  static Stream<Sequence> ownedBy(Schema schema, Table table) {
    return schema
        .dependants(table.ref())
        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE)
        .map(ref -> schema.sequence(ref.name()).orElseThrow())
        .filter(sequence -> sequence.ownedBy().isPresent());
  }

  /** Drops the foreign keys of other tables that rest on a key of this one. */
  static Schema withoutKeysOn(Schema schema, Table table, Constraint key) {
    return switch (key) {
      case Constraint.PrimaryKey primary -> withoutKeysOn(schema, table, key.columns().toList());
      case Constraint.Unique unique -> withoutKeysOn(schema, table, key.columns().toList());
      case Constraint.ForeignKey foreign -> schema;
      case Constraint.Check check -> schema;
      case Constraint.Exclusion exclusion -> schema;
    };
  }

  private static Schema withoutKeysOn(Schema schema, Table table, List<Identifier> columns) {
    Schema current = schema;
    for (ObjectRef ref : keyHolders(schema, table, columns)) {
      Table holder = current.table(ref.name()).orElseThrow();
      current = current.with(holder.withoutConstraint(ref.member()));
    }
    return current;
  }

  /**
   * The columns of each key of a table that a foreign key may rest on and that goes with a column,
   * be the column a part of it or only included.
   */
  static Stream<List<Identifier>> keysWith(Table table, Identifier column) {
    return Stream.concat(
        table.constraints().stream()
            .filter(
                constraint ->
                    constraint instanceof Constraint.PrimaryKey
                        || constraint instanceof Constraint.Unique)
            .filter(constraint -> ColumnUses.in(constraint).contains(column))
            .map(constraint -> constraint.columns().toList()),
        table.indexes().stream()
            .filter(index -> index.unique() && index.predicate().isEmpty())
            .filter(index -> ColumnUses.in(index).contains(column))
            .map(index -> index.columns().toList()));
  }

  /** The foreign keys, as constraint references, that rest on exactly these columns of a table. */
  static List<ObjectRef> keyHolders(Schema schema, Table table, List<Identifier> columns) {
    return Stream.concat(schema.dependants(table.ref()), Stream.of(table.ref()))
        .filter(ref -> ref.kind() == ObjectKind.TABLE)
        .flatMap(ref -> schema.table(ref.name()).stream())
        .flatMap(
            holder ->
                holder
                    .foreignKeys()
                    .filter(key -> key.target().equals(table.name()))
                    .filter(key -> sameColumns(key.targetColumns(), columns))
                    .map(key -> ObjectRef.constraint(holder.name(), key.name())))
        .toList();
  }

  static boolean sameColumns(List<Identifier> left, List<Identifier> right) {
    return left.size() == right.size() && left.containsAll(right);
  }
}
