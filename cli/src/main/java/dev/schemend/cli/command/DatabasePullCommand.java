package dev.schemend.cli.command;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.pull.DatabasePull;
import dev.schemend.cli.pull.Pulled;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.cli.state.LiveReading;
import dev.schemend.cli.state.PrismaSchemaReading;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.ScopeChoice;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.dialect.Flavor;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.parser.layout.PrismaSchemaFiles;
import dev.schemend.parser.prisma.PrismaReader;
import dev.schemend.parser.prisma.model.Datasource;
import dev.schemend.parser.prisma.model.SchemaAnalysis;
import dev.schemend.parser.prisma.pull.ListedSchemas;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db pull}: a live database as a Prisma schema, or as a script. Changes no database. */
@Command(
    name = "pull",
    description =
        "Bring the Prisma schema up to the database: names, order and comments of what is there"
            + " stay.",
    footer = {
      "",
      "Examples:",
      "  schemend db pull --url-file prod.url",
      "  schemend db pull --print",
      "  schemend db pull --sql schema.sql"
    })
final class DatabasePullCommand implements Callable<Integer> {

  private static final String USUAL_SCHEMA = "prisma/schema.prisma";

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;

  @Option(names = "--print", description = "Print the schema instead of writing it.")
  private boolean print;

  @Option(
      names = "--force",
      description = "Make the models anew; keep nothing of those that are there.")
  private boolean force;

  @Option(
      names = "--schemas",
      split = ",",
      paramLabel = "SCHEMA",
      description =
          "PostgreSQL: pull these schemas, and list them in the datasource; without it those that"
              + " it lists.")
  private List<String> schemas = List.of();

  @Option(
      names = "--sql",
      paramLabel = "FILE",
      description = "Write a script that makes the database instead of a Prisma schema.")
  private String sql;

  DatabasePullCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Project project = database.project(surroundings);
    try (OpenedDatabase opened = OpenedDatabase.at(database.url(surroundings))) {
      DialectKit kit = opened.kit();
      if (sql != null) {
        return script(opened, kit);
      }
      String location = project.schemaIfThere().orElse(USUAL_SCHEMA);
      List<SourceText> before = files(project, location, opened);
      List<SourceText> files = listed(before, kit);
      Scope scope = scope(opened, datasource(files));
      ReadState live = live(opened, kit, scope);
      if (live.schema().tables().findAny().isEmpty()) {
        throw Failure.of(
                "P4001",
                "The introspected database was empty.",
                "Name another database or schema, or make tables first.")
            .exception();
      }
      DatabasePull pull =
          new DatabasePull(kit, PrismaSchemaReading.versionAt(location, surroundings), scope);
      List<Table> views = DatabasePull.tellsViews(files) ? views(opened, kit, scope) : List.of();
      Pulled pulled =
          force || isBare(files) || (!isValid(files) && isValid(before))
              ? pull.anew(live, views, files)
              : pull.merged(live, views, files);
      tell(opened, location, before, pulled);
      return ExitCode.CLEAN.status();
    }
  }

  private void tell(
      OpenedDatabase opened, String location, List<SourceText> before, Pulled pulled) {
    if (print) {
      pulled.files().forEach(file -> surroundings.out().print(file.text()));
      surroundings.out().flush();
    } else {
      surroundings.out().println(opened.headline());
      surroundings.out().println();
      for (int i = 0; i < before.size(); i++) {
        SourceText file = pulled.files().get(i);
        boolean same = file.text().equals(before.get(i).text());
        if (!same || project().schemaIfThere().isEmpty()) {
          SchemaFiles.write(surroundings, file.name(), file.text());
        }
      }
      surroundings
          .out()
          .println(
              "Introspected "
                  + pulled.models()
                  + (pulled.models() == 1 ? " model" : " models")
                  + " and wrote "
                  + (pulled.models() == 1 ? "it" : "them")
                  + " into "
                  + location);
    }
    pulled.remarks().forEach(remark -> surroundings.err().println("warning: " + remark));
  }

  private Project project() {
    return database.project(surroundings);
  }

  private List<SourceText> files(Project project, String location, OpenedDatabase opened) {
    if (project.schemaIfThere().isPresent()) {
      return PrismaSchemaFiles.read(location, surroundings.workingDirectory());
    }
    String provider =
        opened.database().identity().flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql";
    return List.of(
        new SourceText(
            location,
            "datasource db {\n  provider = \""
                + provider
                + "\"\n  url      = env(\""
                + Project.URL_VARIABLE
                + "\")\n}\n"));
  }

  /** The files for the schemas that the command line names; those are listed from now on. */
  private List<SourceText> listed(List<SourceText> files, DialectKit kit) {
    return schemas.isEmpty() || kit.profile().flavor() != Flavor.POSTGRESQL
        ? files
        : ListedSchemas.in(
            files,
            PrismaReader.read(files).blocks(),
            schemas,
            kit.profile().defaultSchema().text());
  }

  /** What refers to a schema that is no longer listed cannot be kept. */
  private static boolean isValid(List<SourceText> files) {
    return PrismaSchemaReading.analysis(files).datamodel().isPresent();
  }

  private static Datasource datasource(List<SourceText> files) {
    SchemaAnalysis analysis = PrismaSchemaReading.analysis(files);
    return analysis
        .datasource()
        .orElseThrow(
            () ->
                Failure.of(
                        "P1012",
                        "The schema has no datasource, so nothing says for which database it is.",
                        "Add: datasource db { provider = \"postgresql\" } on lines of its own.")
                    .exception());
  }

  private static boolean isBare(List<SourceText> files) {
    return PrismaSchemaReading.analysis(files)
        .datamodel()
        .filter(one -> one.models().isEmpty() && one.enums().isEmpty())
        .isPresent();
  }

  private Scope scope(OpenedDatabase opened, Datasource datasource) {
    List<String> listed = schemas.isEmpty() ? datasource.schemas() : schemas;
    List<String> named =
        listed.isEmpty() ? opened.database().identity().schema().stream().toList() : listed;
    return new ScopeChoice(named, List.of())
        .on(opened.database().identity().flavor(), List.of(opened.database().url()));
  }

  private ReadState live(OpenedDatabase opened, DialectKit kit, Scope scope) {
    ReadState live =
        new LiveReading(kit)
            .run(new StateSpec.LiveDatabase(opened.database().url()), opened.database(), scope);
    live.findings().stream()
        .flatMap(finding -> FailureText.remark(finding).stream())
        .forEach(surroundings.err()::println);
    return live;
  }

  private static List<Table> views(OpenedDatabase opened, DialectKit kit, Scope scope) {
    return kit.introspector()
        .views(
            opened.database(),
            new IntrospectionScope(scope.asked(opened.database().url()), HistoryTables.NAMES));
  }

  private int script(OpenedDatabase opened, DialectKit kit) {
    Scope scope =
        new ScopeChoice(schemas, List.of())
            .on(opened.database().identity().flavor(), List.of(opened.database().url()));
    ReadState live = live(opened, kit, scope);
    ChangePolicy policy = new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false);
    Schema empty = kit.fold().start().schema();
    String text =
        ScriptText.of(kit.planMaker(policy).plan(empty, live.schema()).plan(), kit.frontend());
    if (print) {
      surroundings.out().print(text);
      surroundings.out().flush();
    } else {
      SchemaFiles.write(surroundings, sql, text);
      surroundings.out().println("Wrote the database's schema into " + sql);
    }
    return ExitCode.CLEAN.status();
  }
}
