package dev.schemend.dialect.postgres.catalog;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Definitions as texts: the functions {@code pg_get_…def} and the columns that show them (manual,
 * 9.27.9). They mean what the server's texts mean and are spelled otherwise.
 */
final class CatalogTexts {

  private static final Value UNKNOWN = Value.unknown("the server's spelling of a definition");

  private final SqlFrontend frontend;
  private final dev.schemend.dialect.postgres.PostgresIdentifiers identifiers =
      new dev.schemend.dialect.postgres.PostgresIdentifiers();

  CatalogTexts(SqlFrontend frontend) {
    this.frontend = Objects.requireNonNull(frontend, "frontend");
  }

  String definition(DefinedObject object) {
    return frontend.print(new DdlStatement.CreateObject(object, false, false));
  }

  Value expression(SqlExpr expression) {
    return new Value.Paraphrase(frontend.print(expression));
  }

  /** The query of a view or a materialized view. */
  Value query(SchemaObject object) {
    return object instanceof View || object instanceof MaterializedView
        ? ViewTexts.body(definition((DefinedObject) object))
            .<Value>map(Value.Paraphrase::new)
            .orElse(UNKNOWN)
        : UNKNOWN;
  }

  /** What {@code pg_get_…def} gives; empty for another function. */
  Optional<Value> call(String name, List<Value> arguments, Schema schema) {
    return switch (name) {
      case "pg_get_viewdef" -> Optional.of(of(arguments, key -> view(key, schema)));
      case "pg_get_functiondef" ->
          Optional.of(of(arguments, key -> routine(key, schema).map(one -> text(definition(one)))));
      case "pg_get_function_identity_arguments" ->
          Optional.of(of(arguments, key -> routine(key, schema).map(RoutineArguments::identity)));
      case "pg_get_indexdef" ->
          Optional.of(arguments.size() > 1 ? UNKNOWN : of(arguments, key -> index(key, schema)));
      case "pg_get_constraintdef" -> Optional.of(of(arguments, key -> constraint(key, schema)));
      case "pg_get_triggerdef" -> Optional.of(of(arguments, key -> trigger(key, schema)));
      default -> Optional.empty();
    };
  }

  private static Value text(String definition) {
    return new Value.Paraphrase(definition);
  }

  private static Value of(List<Value> arguments, Function<String, Optional<Value>> read) {
    Value object = arguments.isEmpty() ? UNKNOWN : arguments.getFirst();
    return switch (object) {
      case Value.Null none -> none;
      case Value.Unknown unknown -> unknown;
      case Value.Reference reference -> read.apply(reference.key()).orElse(UNKNOWN);
      case Value other -> UNKNOWN;
    };
  }

  private Optional<Value> view(String key, Schema schema) {
    ObjectName name = identifiers.inString(key);
    return schema
        .get(ObjectRef.to(ObjectKind.VIEW, name))
        .or(() -> schema.get(ObjectRef.to(ObjectKind.MATERIALIZED_VIEW, name)))
        .map(this::query);
  }

  private static Optional<Routine> routine(String key, Schema schema) {
    return schema
        .objects()
        .values()
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .filter(routine -> Oids.key(routine.ref()).equals(key))
        .findFirst();
  }

  private Optional<Value> index(String key, Schema schema) {
    ObjectName name = identifiers.inString(key);
    return schema
        .index(name)
        .flatMap(ref -> schema.table(ref.name()))
        .flatMap(table -> table.index(name.name()).map(index -> create(table, index)));
  }

  private Value create(Table table, dev.schemend.model.Index index) {
    return text(frontend.print(new DdlStatement.CreateIndex(table.name(), index, false, false)));
  }

  // ALTER TABLE t ADD CONSTRAINT name and then what is asked for.
  private Optional<Value> constraint(String key, Schema schema) {
    return schema
        .tables()
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(one -> QuotedNames.member(table.name(), one.name()).equals(key))
                    .map(one -> added(table, one)))
        .findFirst();
  }

  private Value added(Table table, dev.schemend.model.Constraint constraint) {
    String whole =
        frontend.print(
            new DdlStatement.AlterTable(
                table.name(), false, List.of(new TableAction.AddConstraint(constraint, false))));
    String mark = "ADD CONSTRAINT ";
    int start = whole.indexOf(mark);
    int name = start < 0 ? -1 : nameEnd(whole, start + mark.length());
    return name < 0 ? UNKNOWN : text(whole.substring(name).strip());
  }

  private static int nameEnd(String text, int from) {
    if (text.charAt(from) != '"') {
      return text.indexOf(' ', from);
    }
    int at = from + 1;
    while (at < text.length()) {
      if (text.charAt(at) == '"' && !text.startsWith("\"\"", at)) {
        return at + 1;
      }
      at += text.charAt(at) == '"' ? 2 : 1;
    }
    return -1;
  }

  private Optional<Value> trigger(String key, Schema schema) {
    return schema
        .objects()
        .values()
        .filter(Trigger.class::isInstance)
        .map(Trigger.class::cast)
        .filter(trigger -> trigger.ref().toString().equals(key))
        .findFirst()
        .map(trigger -> text(definition(trigger)));
  }
}
