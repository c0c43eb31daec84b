package dev.schemend.cli.develop;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.LayoutChoice;
import dev.schemend.cli.state.LiveReading;
import dev.schemend.cli.state.PrismaSchemaReading;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.ScopeChoice;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.dialect.Flavor;
import dev.schemend.exec.connect.Database;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * A Prisma schema with its migrations.
 *
 * @param location where the schema is
 * @param directory where its migrations are, or will be
 * @param reading the schema
 * @param history the migrations; none where the directory is not there
 */
public record PrismaProject(
    String location, String directory, PrismaSchemaReading reading, MigrationHistory history) {

  /**
   * Reads both.
   *
   * @param project what they belong to
   * @param flavor the product that the migrations run on
   * @throws dev.schemend.cli.process.FailureException where the schema is not valid, or the
   *     migrations are another tool's
   */
  public static PrismaProject read(
      Project project,
      String location,
      String directory,
      Optional<Flavor> flavor,
      Surroundings surroundings) {
    PrismaSchemaReading reading = project.reading(location, Optional.empty());
    boolean there = Files.exists(surroundings.workingDirectory().resolve(directory));
    MigrationHistory history =
        there
            ? LayoutChoice.NONE.read(directory, surroundings, flavor)
            : new MigrationHistory("prisma", List.of(), Optional.empty());
    if (!history.migrations().isEmpty() && !history.layout().equals("prisma")) {
      throw Failure.of(
              "layout",
              "The migrations in " + directory + " are not Prisma's, but " + history.layout() + ".",
              "Name Prisma's with --migrations DIR; write migrations of other tools with migrate"
                  + " diff --script.")
          .exception();
    }
    return new PrismaProject(location, directory, reading, history);
  }

  /** What {@code migration_lock.toml} calls the database. */
  public String provider() {
    String written = reading.datamodel().datasource().provider();
    return written.equals("postgres") ? "postgresql" : written;
  }

  /** The database schemas that the datasource lists, else the session's own; none on MySQL. */
  public List<String> schemas(Database database) {
    List<String> listed = reading.datamodel().datasource().schemas();
    return listed.isEmpty() ? database.identity().schema().stream().toList() : listed;
  }

  /** What of the database belongs to the project. */
  public Scope scope(Database database) {
    return new ScopeChoice(schemas(database), List.of())
        .on(database.identity().flavor(), List.of(database.url()));
  }

  /** The state that the schema declares. */
  public ReadState declared(DialectKit kit, Scope scope) {
    return reading.state(new StateSpec.PrismaSchema(location), kit, scope);
  }

  /** The state that some of the migrations lead to, with what could not be read of them. */
  public ReadState folded(List<Migration> migrations, DialectKit kit, Scope scope) {
    return StateReader.fold(
        new StateSpec.MigrationsDirectory(directory),
        new MigrationHistory(history.layout(), migrations, history.provider()),
        kit,
        scope);
  }

  /** A state without what {@code prisma.config.ts} leaves to others. */
  public ReadState own(ReadState state, DialectKit kit) {
    Schema schema = state.schema();
    for (ObjectRef external : reading.external(kit)) {
      List<ObjectRef> sequences =
          schema.dependants(external).filter(one -> one.kind() == ObjectKind.SEQUENCE).toList();
      for (ObjectRef sequence : sequences) {
        schema = schema.without(sequence);
      }
      schema = schema.without(external);
    }
    return new ReadState(state.spec(), schema, state.coverage(), state.findings(), state.touched());
  }

  /** What the database holds. */
  public static ReadState live(Database database, DialectKit kit, Scope scope) {
    return new LiveReading(kit).run(new StateSpec.LiveDatabase(database.url()), database, scope);
  }
}
