package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code CREATE TABLE}, {@code DROP TABLE} and comments. */
final class TableStatements {

  private final Dialect dialect;
  private final Scope scope;

  TableStatements(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema create(DdlStatement.CreateTable create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.isTaken(name) && create.ifNotExists()) {
      return scope.schema();
    }
    scope.requireFree(name, ObjectKind.TABLE);

    Schema schema = scope.schema();
    List<Column> columns = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    List<Column> siblings = create.columns().stream().map(ColumnDefinition::column).toList();
    Set<Identifier> notNull = primaryKeyColumns(create);
    for (ColumnDefinition definition : create.columns()) {
      ColumnRules.requireSound(name, definition);
      if (columns.stream().anyMatch(one -> one.name().equals(definition.column().name()))) {
        throw PostgresErrors.duplicate(ObjectRef.column(name, definition.column().name()));
      }
      Serial.Expanded expanded =
          Serial.expand(new Scope(schema, scope.session()), name, definition.column());
      // The name is taken at once, so that the next serial column numbers its own.
      if (expanded.sequence().isPresent()) {
        Sequence sequence = expanded.sequence().get();
        sequences.add(sequence);
        schema = schema.with(sequence);
      }
      Column column =
          new Canonical(dialect, new Scope(schema, scope.session()))
              .column(name, expanded.column(), siblings);
      ColumnRules.requireComputable(name, column, siblings);
      columns.add(notNull.contains(column.name()) ? column.withNullable(false) : column);
    }
    schema = schema.with(new Table(name, columns, List.of(), List.of(), create.options()));
    for (Sequence sequence : sequences) {
      schema =
          schema.with(
              new Sequence(
                  sequence.name(),
                  sequence.options(),
                  Optional.of(ObjectRef.column(name, Serial.owner(columns, sequence)))));
    }
    for (Constraint constraint : inServerOrder(create)) {
      schema = new Constraints(dialect, new Scope(schema, scope.session())).add(name, constraint);
    }
    return schema;
  }

  private static Set<Identifier> primaryKeyColumns(DdlStatement.CreateTable create) {
    Set<Identifier> columns = new LinkedHashSet<>();
    constraints(create)
        .filter(Constraint.PrimaryKey.class::isInstance)
        .forEach(key -> key.columns().forEach(columns::add));
    return columns;
  }

  // Checks are named when the table is made, then the primary key, then other keys, foreign keys
  // last (DefineRelation, transformIndexConstraints, transformFKConstraints).
  private static List<Constraint> inServerOrder(DdlStatement.CreateTable create) {
    return constraints(create).sorted(Comparator.comparingInt(TableStatements::rank)).toList();
  }

  private static int rank(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> 0;
      case Constraint.PrimaryKey key -> 1;
      case Constraint.Unique key -> 2;
      case Constraint.Exclusion exclusion -> 2;
      case Constraint.ForeignKey key -> 3;
    };
  }

  private static Stream<Constraint> constraints(DdlStatement.CreateTable create) {
    return Stream.concat(
        create.columns().stream().flatMap(definition -> definition.constraints().stream()),
        create.constraints().stream());
  }

  Schema drop(DdlStatement.DropTable drop) {
    List<ObjectRef> going = new ArrayList<>();
    for (ObjectName written : drop.names()) {
      Optional<Table> table = scope.findTable(written);
      if (table.isPresent()) {
        going.add(table.get().ref());
      } else if (!drop.ifExists() || scope.relation(written).isPresent()) {
        scope.table(written);
      }
    }
    if (drop.behavior() == DropBehavior.RESTRICT) {
      for (ObjectRef table : going) {
        List<ObjectRef> users =
            scope
                .schema()
                .dependants(table)
                .filter(user -> !going.contains(user) && restrains(user))
                .toList();
        if (!users.isEmpty()) {
          throw PostgresErrors.referenced(table, users);
        }
      }
    }
    return Dropping.cascade(scope.schema(), going);
  }

  // What the table owns goes without being asked: its sequences, triggers, policies and rules.
  private static boolean restrains(ObjectRef user) {
    return Dropping.holds(user) && user.kind() != ObjectKind.SEQUENCE;
  }

  static Schema comment(Scope scope, DdlStatement.CommentOn comment) {
    Optional<String> text = comment.text().filter(value -> !value.isEmpty());
    Table table = scope.table(comment.target().name());
    if (comment.target().kind() != ObjectKind.COLUMN) {
      return scope.schema().with(table.withOptions(table.options().withComment(text)));
    }
    Identifier column = comment.target().member();
    if (table.column(column).isEmpty()) {
      throw PostgresErrors.undefined(ObjectRef.column(table.name(), column));
    }
    SchemaObject commented = table.changing(column, one -> one.withComment(text));
    return scope.schema().with(commented);
  }
}
