package dev.schemend.cli.state;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.rename.RenameRecorder;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.dialect.Flavor;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Schema;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.annotation.PrismaAnnotations;
import dev.schemend.parser.annotation.RenameAnnotation;
import dev.schemend.parser.layout.PrismaSchemaFiles;
import dev.schemend.parser.prisma.PrismaProblem;
import dev.schemend.parser.prisma.PrismaReader;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.SchemaAnalysis;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.parser.prisma.sql.SchemaStatements;
import dev.schemend.parser.prisma.sql.SqlShape;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Prisma schema on its way to a state: read, checked, written as statements, folded. */
public final class PrismaSchemaReading {

  private static final String NAME = "prisma-schema";

  private final String location;
  private final List<SourceText> files;
  private final Datamodel datamodel;
  private final PrismaVersion version;
  private final PrismaConfig config;

  private PrismaSchemaReading(
      String location,
      List<SourceText> files,
      Datamodel datamodel,
      PrismaVersion version,
      PrismaConfig config) {
    this.location = location;
    this.files = files;
    this.datamodel = datamodel;
    this.version = version;
    this.config = config;
  }

  /**
   * Reads and checks a schema.
   *
   * @param version the Prisma that it is for, where the command line says it
   * @param config what it leaves to others
   * @throws FailureException with every problem and its place, where it is not valid
   * @throws dev.schemend.parser.layout.MigrationSourceException where it cannot be read
   */
  static PrismaSchemaReading of(
      String location,
      Optional<PrismaVersion> version,
      PrismaConfig config,
      Surroundings surroundings) {
    return of(
        location,
        PrismaSchemaFiles.read(location, surroundings.workingDirectory()),
        version.orElseGet(() -> PrismaPackage.version(location, surroundings)),
        config);
  }

  /**
   * Checks a schema that has been read.
   *
   * @throws FailureException with every problem and its place, where it is not valid
   */
  public static PrismaSchemaReading of(
      String location, List<SourceText> files, PrismaVersion version) {
    return of(location, files, version, PrismaConfig.NONE);
  }

  private static PrismaSchemaReading of(
      String location, List<SourceText> files, PrismaVersion version, PrismaConfig config) {
    SchemaAnalysis analysis = analysis(files);
    if (!analysis.problems().isEmpty()) {
      throw invalid(location, files, analysis.problems());
    }
    return new PrismaSchemaReading(
        location,
        List.copyOf(files),
        analysis.datamodel().orElseThrow(() -> withoutDatasource(location)),
        version,
        config);
  }

  /** The Prisma that a schema at this place is for, as far as {@code package.json} says it. */
  public static PrismaVersion versionAt(String location, Surroundings surroundings) {
    return PrismaPackage.version(location, surroundings);
  }

  /** What files of a schema mean, or what is wrong with them. */
  public static SchemaAnalysis analysis(List<SourceText> files) {
    return SchemaAnalysis.of(
        PrismaReader.read(files),
        provider -> ServerFamily.ofProvider(provider).map(ServerFamily::connector));
  }

  private static FailureException invalid(
      String location, List<SourceText> files, List<Diagnostic> problems) {
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic problem : problems) {
      String source = problem.span().orElseThrow().source();
      files.stream()
          .filter(file -> file.name().equals(source))
          .findFirst()
          .ifPresent(file -> findings.add(Finding.in(file, problem)));
    }
    return new Failure(
            PrismaProblem.CODE,
            location
                + " is not valid: "
                + problems.size()
                + (problems.size() == 1 ? " error." : " errors."),
            List.of(),
            findings,
            "Correct the schema; nothing was done.",
            ExitCode.FAILURE)
        .exception();
  }

  private static FailureException withoutDatasource(String location) {
    return Failure.of(
            PrismaProblem.CODE,
            location + " has no datasource, so nothing says for which database it is.",
            "Add: datasource db { provider = \"postgresql\" } on lines of its own.")
        .exception();
  }

  /** A history that says for which server the schema is, and nothing else. */
  MigrationHistory provider() {
    return new MigrationHistory(NAME, List.of(), Optional.of(datamodel.datasource().provider()));
  }

  /** What the schema means. */
  public Datamodel datamodel() {
    return datamodel;
  }

  /** The Prisma that it is for. */
  public PrismaVersion version() {
    return version;
  }

  /** The schema as the statements that make it. */
  public DeclaredSchema declared(DialectKit kit) {
    SqlShape shape = ServerFamily.of(kit.profile().flavor()).shape(kit);
    DeclaredSchema declared = SchemaStatements.of(datamodel, shape, version);
    return shape.defaultsReadColumns() ? declared : new ComputedDefaults(kit).computed(declared);
  }

  /** The state that the statements come to, read like any script. */
  public ReadState state(StateSpec spec, DialectKit kit, Scope scope) {
    DeclaredSchema declared = declared(kit);
    List<DefinedObject> assumed = ServerFamily.of(kit.profile().flavor()).shape(kit).assumed();
    String script =
        Stream.concat(
                assumed.stream().map(object -> new DdlStatement.CreateObject(object, false, false)),
                declared.statements().stream())
            .map(statement -> kit.frontend().print(statement) + ";\n")
            .collect(Collectors.joining("\n"));
    Migration migration = new Migration(NAME, new SourceText(location, script), "");
    ReadState read =
        new HistoryFold(kit, SessionInit.NONE)
            .run(spec, new MigrationHistory(NAME, List.of(migration), Optional.empty()), scope);
    Schema schema = read.schema();
    for (DefinedObject object : assumed) {
      schema = schema.without(object.ref());
    }
    RenameRecorder renames = new RenameRecorder(kit);
    List<Finding> findings = new ArrayList<>(read.findings());
    for (Diagnostic useless : renames.annotations(annotations(kit))) {
      findings.add(Finding.in(file(useless.span().orElseThrow().source()), useless));
    }
    return new ReadState(spec, schema, read.coverage(), findings, read.touched())
        .declaredAs(new PrismaDeclaration(declared, datamodel, version, external(kit)))
        .telling(renames.declared());
  }

  private List<RenameAnnotation> annotations(DialectKit kit) {
    return PrismaAnnotations.in(
        files,
        PrismaReader.read(files).blocks(),
        datamodel,
        kit.dialect().identifiers(),
        kit.profile().flavor() == Flavor.POSTGRESQL);
  }

  private SourceText file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  /** The tables and enums that {@code prisma.config.ts} leaves to others. */
  public Set<ObjectRef> external(DialectKit kit) {
    Set<ObjectRef> external = new HashSet<>();
    config.externalTables().forEach(name -> external.add(ObjectRef.table(name(name, kit))));
    config
        .externalEnums()
        .forEach(name -> external.add(ObjectRef.to(ObjectKind.ENUM_TYPE, name(name, kit))));
    return external;
  }

  /** A name that shows its schema, or is in the default one. */
  private static ObjectName name(String written, DialectKit kit) {
    IdentifierRules rules = kit.dialect().identifiers();
    int dot = written.indexOf('.');
    return new ObjectName(
        dot < 0 ? kit.profile().defaultSchema() : rules.object(written.substring(0, dot), true),
        rules.object(written.substring(dot + 1), true));
  }
}
