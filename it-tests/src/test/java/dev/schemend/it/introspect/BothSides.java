package dev.schemend.it.introspect;

import static org.junit.jupiter.api.Assertions.fail;

import dev.schemend.apply.Applied;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.dialect.mysql.MySqlInterpreter;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.exec.connect.Connector;
import dev.schemend.exec.connect.ServerIdentity;
import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.exec.introspect.Introspector;
import dev.schemend.exec.introspect.LiveCatalog;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.exec.introspect.mysql.MySqlIntrospector;
import dev.schemend.exec.introspect.postgres.PostgresIntrospector;
import dev.schemend.exec.mysql.MySqlConnector;
import dev.schemend.exec.postgres.PostgresConnector;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.model.Schema;
import dev.schemend.parser.mysql.MySqlFrontend;
import dev.schemend.parser.postgres.PostgresFrontend;
import dev.schemend.source.SourceText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A database's schema from both sides: folded from text offline, and read from the server. */
record BothSides(
    Dialect dialect,
    SqlFrontend frontend,
    SchemaInterpreter interpreter,
    Introspector introspector) {

  static final IntrospectionScope EVERYTHING =
      new IntrospectionScope(List.of(), Set.of("_prisma_migrations"));

  static BothSides of(TestDatabase database) {
    return switch (database.kind().flavor()) {
      case POSTGRESQL -> {
        ServerProfile profile = profile(database, new PostgresConnector());
        PostgresDialect dialect = new PostgresDialect(profile);
        SqlFrontend frontend = new PostgresFrontend(profile);
        yield new BothSides(
            dialect,
            frontend,
            new PostgresInterpreter(dialect),
            new PostgresIntrospector(dialect, frontend));
      }
      case MYSQL, MARIADB -> {
        ServerProfile profile = profile(database, new MySqlConnector());
        MySqlDialect dialect = new MySqlDialect(profile);
        SqlFrontend frontend = new MySqlFrontend(profile);
        yield new BothSides(
            dialect,
            frontend,
            new MySqlInterpreter(dialect),
            new MySqlIntrospector(dialect, frontend));
      }
    };
  }

  private static ServerProfile profile(TestDatabase database, Connector connector) {
    try (Connection connection = database.connect()) {
      ServerIdentity identity = connector.identify(connection).orElseThrow();
      return ServerProfiles.of(identity, List.of());
    } catch (SQLException e) {
      throw new AssertionError("no session on " + database, e);
    }
  }

  /** What the catalogs say. */
  LiveCatalog read(TestDatabase database, IntrospectionScope scope) {
    try (Connection connection = database.connect()) {
      return introspector.read(connection, scope);
    } catch (SQLException e) {
      throw new AssertionError("no session on " + database, e);
    }
  }

  /** The schema that the catalogs' statements fold to; a statement that is refused fails. */
  Schema live(TestDatabase database) {
    LiveCatalog catalog = read(database, EVERYTHING);
    Schema schema = interpreter.initial();
    Session session = Session.in(dialect.profile().defaultSchema());
    for (DdlStatement statement : catalog.statements()) {
      switch (interpreter.apply(schema, session, statement)) {
        case Applied.Ok ok -> schema = ok.schema();
        case Applied.Rejected rejected ->
            fail("read from the catalogs, then refused: " + rejected.error() + "\n" + statement);
      }
    }
    List<String> unreadable =
        catalog.diagnostics().stream()
            .filter(diagnostic -> diagnostic.code().equals("unreadable"))
            .map(diagnostic -> diagnostic.text())
            .toList();
    if (!unreadable.isEmpty()) {
      fail("the frontend cannot read what the server wrote:\n" + String.join("\n", unreadable));
    }
    return schema;
  }

  /** The schema that the script folds to; a statement that was not understood fails. */
  Schema folded(String script) {
    SchemaFold fold = DialectKit.of(dialect.profile()).fold();
    FoldState end = fold.run(fold.start(), frontend.parse(new SourceText("script.sql", script)));
    if (!end.coverage().isComplete()) {
      fail(
          "not understood:\n"
              + String.join(
                  "\n",
                  end.coverage().unknown().stream().map(diagnostic -> diagnostic.text()).toList()));
    }
    return end.schema();
  }
}
