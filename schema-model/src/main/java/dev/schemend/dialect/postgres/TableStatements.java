package dev.schemend.dialect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.CopyRows.Copied;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code DROP TABLE} and comments. */
final class TableStatements {

  private final Scope scope;

  TableStatements(Scope scope) {
    this.scope = scope;
  }

  Schema drop(DdlStatement.DropTable drop) {
    List<ObjectRef> going = new ArrayList<>();
    for (ObjectName written : drop.names()) {
      Optional<ObjectRef> table = scope.find(written, List.of(ObjectKind.TABLE));
      if (table.isPresent()) {
        going.add(table.get());
      } else if (!drop.ifExists() || scope.relation(written).isPresent()) {
        scope.table(written);
      }
    }
    withPartitions(going);
    List<ObjectRef> blockers = Dropping.blockers(scope.schema(), withSequences(going));
    if (!blockers.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
      throw PostgresErrors.referenced(going.getFirst(), blockers);
    }
    return Dropping.cascade(scope.schema(), going);
  }

  // So do sequences that a column owns, and what another table draws from stands in their way.
  private List<ObjectRef> withSequences(List<ObjectRef> going) {
    List<ObjectRef> all = new ArrayList<>(going);
    going.stream()
        .flatMap(ref -> scope.schema().table(ref.name()).stream())
        .flatMap(table -> Dropping.ownedBy(scope.schema(), table).map(Sequence::ref))
        .forEach(all::add);
    return all;
  }

  // Partitions go with their table, unasked.
  private void withPartitions(List<ObjectRef> going) {
    for (int i = 0; i < going.size(); i++) {
      scope.schema().table(going.get(i).name()).stream()
          .flatMap(table -> Heirs.of(scope.schema(), table).stream())
          .filter(child -> Heirs.lineage(child).isPartition())
          .map(Table::ref)
          .filter(child -> !going.contains(child))
          .forEach(going::add);
    }
  }

  private static final Set<ObjectKind> OWN_COMMENT =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.COLUMN);

  /** Rows are in no schema; what is named must be there. */
  static Schema copied(Scope scope, DdlStatement.CopyRows copy) {
    List<Identifier> columns = copy.columns().stream().map(Copied::column).toList();
    for (Table table : List.of(scope.table(copy.from()), scope.table(copy.to()))) {
      Canonical.requireColumns(
          table.name(), table.columns(), columns, PostgresErrors.UNDEFINED_COLUMN);
    }
    return scope.schema();
  }

  static Schema comment(Scope scope, DdlStatement.CommentOn comment) {
    Optional<String> text = comment.text().filter(value -> !value.isEmpty());
    Optional<Table> found = scope.findTable(comment.target().name());
    if (found.isEmpty() || !OWN_COMMENT.contains(comment.target().kind())) {
      return Comments.on(scope, comment.target(), text);
    }
    Table table = found.get();
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
