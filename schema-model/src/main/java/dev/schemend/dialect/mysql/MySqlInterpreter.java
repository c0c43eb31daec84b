package dev.schemend.dialect.mysql;

import dev.schemend.apply.Applied;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import java.util.Objects;

/**
 * What MySQL and MariaDB do to their dictionaries, statement by statement. Each kind of object has
 * its own class in this package.
 */
public final class MySqlInterpreter implements SchemaInterpreter {

  private final MySqlDialect dialect;
  private final MySqlErrors errors;

  /** An interpreter for the server that {@code dialect} speaks for. */
  public MySqlInterpreter(MySqlDialect dialect) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.errors = new MySqlErrors(dialect.profile().flavor());
  }

  /** An empty database; the connection's own needs no name. */
  @Override
  public Schema initial() {
    return Schema.empty();
  }

  @Override
  public Applied apply(Schema schema, Session session, DdlStatement statement) {
    try {
      return new Applied.Ok(run(new MySqlScope(schema, session, dialect, errors), statement));
    } catch (Rejection rejection) {
      return new Applied.Rejected(rejection.error());
    }
  }

  @Override
  public Schema afterSession(Schema schema) {
    return MySqlTemporary.without(schema);
  }

  private static Schema run(MySqlScope scope, DdlStatement statement) {
    return switch (statement) {
      case DdlStatement.CreateSchema create -> MySqlObjects.createDatabase(scope, create);
      case DdlStatement.DropSchema drop -> MySqlObjects.dropDatabase(scope, drop);
      case DdlStatement.CreateTable create -> new MySqlTables(scope).create(create);
      case DdlStatement.CreateTableAs create ->
          throw MySqlErrors.foreign("CREATE TABLE AS of PostgreSQL");
      case DdlStatement.DropTable drop -> new MySqlTables(scope).drop(drop);
      case DdlStatement.OfMySql.CopyTable copy -> new MySqlCopies(scope).copy(copy);
      case DdlStatement.OfMySql.CreateTemporaryTable create ->
          new MySqlTables(scope).createTemporary(create);
      case DdlStatement.OfMySql.CreateTableSelect create ->
          new MySqlSelectedTables(scope).create(create);
      case DdlStatement.OfMySql.DropTemporaryTables drop ->
          new MySqlTables(scope).dropTemporary(drop);
      case DdlStatement.OfMySql.CreateDatabase create -> MySqlObjects.createDatabase(scope, create);
      case DdlStatement.OfMySql.AlterDatabase alter -> MySqlObjects.alterDatabase(scope, alter);
      case DdlStatement.OfMySql.AlterDefinition alter -> new MySqlDefinitions(scope).alter(alter);
      case DdlStatement.OfMySql.AllowZeroDates zero -> scope.schema();
      case DdlStatement.OfMySql.RelabelRows relabel -> {
        scope.table(relabel.table());
        yield scope.schema();
      }
      case DdlStatement.RenameTables rename -> new MySqlTables(scope).rename(rename);
      case DdlStatement.AlterTable alter -> new MySqlAlterTable(scope).run(alter);
      case DdlStatement.CreateIndex create -> new MySqlAlterTable(scope).createIndex(create);
      case DdlStatement.DropIndexOn drop -> new MySqlAlterTable(scope).dropIndex(drop);
      case DdlStatement.CreateOpaque create -> MySqlObjects.createOpaque(scope, create);
      case DdlStatement.DropOpaque drop ->
          new MySqlDefinitions(scope).drop(drop.objects(), drop.ifExists());
      case DdlStatement.RenameSchema rename -> throw MySqlErrors.foreign("ALTER SCHEMA … RENAME");
      case DdlStatement.DropIndexes drop -> throw MySqlErrors.foreign("DROP INDEX without ON");
      case DdlStatement.RenameIndex rename -> throw MySqlErrors.foreign("ALTER INDEX");
      case DdlStatement.AlterIndex alter -> throw MySqlErrors.foreign("ALTER INDEX");
      case DdlStatement.CreateEnum create -> throw MySqlErrors.foreign("CREATE TYPE");
      case DdlStatement.AddEnumValue add -> throw MySqlErrors.foreign("ALTER TYPE");
      case DdlStatement.RenameEnumValue rename -> throw MySqlErrors.foreign("ALTER TYPE");
      case DdlStatement.DropTypes drop -> throw MySqlErrors.foreign("DROP TYPE");
      case DdlStatement.CreateSequence create -> new MySqlSequences(scope).create(create);
      case DdlStatement.AlterSequence alter -> new MySqlSequences(scope).alter(alter);
      case DdlStatement.DropSequences drop -> new MySqlSequences(scope).drop(drop);
      case DdlStatement.RenameObject rename -> throw MySqlErrors.foreign("ALTER … RENAME");
      case DdlStatement.SetObjectSchema set -> throw MySqlErrors.foreign("ALTER … SET SCHEMA");
      case DdlStatement.CreateObject create -> new MySqlDefinitions(scope).create(create);
      case DdlStatement.AlterObject alter -> throw MySqlErrors.foreign("ALTER");
      case DdlStatement.DropObjects drop ->
          new MySqlDefinitions(scope).drop(drop.objects(), drop.ifExists());
      case DdlStatement.CommentOn comment -> throw MySqlErrors.foreign("COMMENT ON");
      case DdlStatement.ContinueCount count -> throw MySqlErrors.foreign("setval");
      case DdlStatement.ChangeRights change -> throw MySqlErrors.foreign("rights");
      case DdlStatement.CheckBodies foreign -> throw MySqlErrors.foreign("check_function_bodies");
      case DdlStatement.CopyRows copy -> throw MySqlErrors.foreign("a copy of rows");
    };
  }
}
