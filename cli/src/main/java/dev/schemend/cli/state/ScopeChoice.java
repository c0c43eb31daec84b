package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import dev.schemend.dialect.Flavor;
import dev.schemend.exec.connect.DatabaseUrl;
import java.util.List;

/**
 * What the command line says about the scope.
 *
 * @param schemas {@code --schema}
 * @param databases {@code --databases}
 */
public record ScopeChoice(List<String> schemas, List<String> databases) {

  /** Copies the lists. */
  public ScopeChoice {
    schemas = List.copyOf(schemas);
    databases = List.copyOf(databases);
  }

  /**
   * The scope on one product.
   *
   * @param live the URLs of the live sides
   * @throws dev.schemend.cli.process.FailureException for an option of the other dialect
   */
  public Scope on(Flavor flavor, List<DatabaseUrl> live) {
    return switch (flavor) {
      case POSTGRESQL -> {
        if (!databases.isEmpty()) {
          throw Failure.usage(
                  "--databases is for MySQL and MariaDB.",
                  "A session of PostgreSQL sees one database; narrow it with --schema a,b.")
              .exception();
        }
        List<String> named =
            schemas.isEmpty()
                ? live.stream().flatMap(url -> url.schemas().stream()).distinct().toList()
                : schemas;
        yield named.isEmpty() ? new Scope.All() : new Scope.Schemas(named);
      }
      case MYSQL, MARIADB -> {
        if (!schemas.isEmpty()) {
          throw Failure.usage(
                  "--schema is for PostgreSQL.",
                  "On MySQL and MariaDB a schema is a database: name more of them with"
                      + " --databases a,b.")
              .exception();
        }
        yield live.isEmpty() && databases.isEmpty()
            ? new Scope.All()
            : new Scope.Databases(databases);
      }
    };
  }
}
