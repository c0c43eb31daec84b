package dev.schemend.dialect.postgres;

import dev.schemend.apply.Applied;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.model.Namespace;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What PostgreSQL does to its catalogs, statement by statement. Each kind of object has its own
 * class in this package.
 */
public final class PostgresInterpreter implements SchemaInterpreter {

  private final Dialect dialect;
  private final PostgresRights rights;
  private final Optional<RightsBasis> basis;
  private final Optional<NewRights> made;

  /** An interpreter for the server that {@code dialect} speaks for. */
  public PostgresInterpreter(Dialect dialect) {
    this(dialect, dialect.profile().rights());
  }

  private PostgresInterpreter(Dialect dialect, Optional<RightsBasis> basis) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.basis = basis;
    this.rights = new PostgresRights(dialect.profile());
    this.made = basis.map(one -> new NewRights(rights, one, dialect.profile().version()));
  }

  @Override
  public SchemaInterpreter withoutRights() {
    return basis.isEmpty() ? this : new PostgresInterpreter(dialect, Optional.empty());
  }

  /** An empty database: {@code public}, and the schema that the connection starts in. */
  @Override
  public Schema initial() {
    Schema schemas =
        Schema.empty()
            .with(new Namespace(Identifier.of("public")))
            .with(new Namespace(dialect.profile().defaultSchema()));
    return made.map(one -> one.initial(schemas)).orElse(schemas);
  }

  @Override
  public Schema afterSession(Schema schema) {
    return Dropping.cascade(schema, schema.dependants(ObjectRef.schema(Scope.TEMPORARY)).toList());
  }

  @Override
  public boolean undoesDefinitions() {
    return true;
  }

  @Override
  public Applied apply(Schema schema, Session session, DdlStatement statement) {
    try {
      Schema after = run(new Scope(schema, session), statement);
      return new Applied.Ok(
          made.map(one -> one.follow(schema, session, statement, after)).orElse(after));
    } catch (Rejection rejection) {
      return new Applied.Rejected(rejection.error());
    }
  }

  // The new schema stands before the search path while its elements are made.
  private Schema create(Scope scope, DdlStatement.CreateSchema create) {
    Schema schema = SchemaStatements.create(scope, create);
    List<Identifier> path = new ArrayList<>(scope.session().searchPath());
    path.addFirst(create.name());
    Session inside =
        scope.session().withSearchPath(path, path.stream().map(Identifier::text).toList());
    for (DdlStatement element : SchemaStatements.elements(create)) {
      schema = run(new Scope(schema, inside), element);
    }
    return schema;
  }

  private Schema run(Scope scope, DdlStatement statement) {
    return switch (statement) {
      case DdlStatement.CreateSchema create -> create(scope, create);
      case DdlStatement.DropSchema drop -> SchemaStatements.drop(scope, drop);
      case DdlStatement.RenameSchema rename -> SchemaStatements.rename(scope, rename);
      case DdlStatement.CreateTable create -> new TableCreation(dialect, scope).create(create);
      case DdlStatement.CreateTableAs create -> new TableCreation(dialect, scope).create(create);
      case DdlStatement.DropTable drop -> new TableStatements(scope).drop(drop);
      case DdlStatement.AlterTable alter -> new TableActions(dialect, scope).run(alter);
      case DdlStatement.OfMySql other -> throw PostgresErrors.foreign("a statement of MySQL");
      case DdlStatement.RenameTables rename -> throw PostgresErrors.foreign("RENAME TABLE");
      case DdlStatement.CreateIndex create -> new IndexStatements(dialect, scope).create(create);
      case DdlStatement.DropIndexes drop -> new IndexStatements(dialect, scope).drop(drop);
      case DdlStatement.DropIndexOn drop -> throw PostgresErrors.foreign("DROP INDEX … ON");
      case DdlStatement.RenameIndex rename -> new IndexStatements(dialect, scope).rename(rename);
      case DdlStatement.AlterIndex alter -> new IndexStatements(dialect, scope).alter(alter);
      case DdlStatement.CreateEnum create -> EnumStatements.create(scope, create);
      case DdlStatement.AddEnumValue add -> EnumStatements.addValue(scope, add);
      case DdlStatement.RenameEnumValue rename -> EnumStatements.renameValue(scope, rename);
      case DdlStatement.DropTypes drop -> EnumStatements.drop(scope, drop);
      case DdlStatement.CreateSequence create ->
          new SequenceStatements(dialect, scope).create(create);
      case DdlStatement.AlterSequence alter -> new SequenceStatements(dialect, scope).alter(alter);
      case DdlStatement.DropSequences drop -> new SequenceStatements(dialect, scope).drop(drop);
      case DdlStatement.RenameObject rename -> ObjectStatements.rename(scope, rename);
      case DdlStatement.SetObjectSchema set -> ObjectStatements.setSchema(scope, set);
      case DdlStatement.CreateObject create -> ObjectStatements.create(dialect, scope, create);
      case DdlStatement.AlterObject alter -> ObjectStatements.alter(dialect, scope, alter);
      case DdlStatement.DropObjects drop ->
          ObjectStatements.drop(scope, drop.objects(), drop.ifExists(), drop.behavior());
      case DdlStatement.CommentOn comment -> TableStatements.comment(scope, comment);
      case DdlStatement.CheckBodies nothing -> scope.schema();
      case DdlStatement.CopyRows copy -> TableStatements.copied(scope, copy);
      case DdlStatement.ContinueCount count -> SequenceStatements.continued(scope, count);
      case DdlStatement.CreateOpaque create -> ObjectStatements.createOpaque(scope, create);
      case DdlStatement.DropOpaque drop ->
          ObjectStatements.drop(scope, drop.objects(), drop.ifExists(), drop.behavior());
      case DdlStatement.ChangeRights change ->
          basis
              .map(one -> new RightsStatements(rights, one, scope).apply(change.action()))
              .orElse(scope.schema());
    };
  }
}
