package dev.schemend.cli.pull;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.cli.state.PlanStyle;
import dev.schemend.cli.state.PrismaSchemaReading;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.PrismaReader;
import dev.schemend.parser.prisma.SchemaDocument;
import dev.schemend.parser.prisma.format.SchemaFormat;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.Datasource;
import dev.schemend.parser.prisma.pull.PullSettings;
import dev.schemend.parser.prisma.pull.PulledSchema;
import dev.schemend.parser.prisma.pull.SchemaMerge;
import dev.schemend.parser.prisma.pull.SchemaPull;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.rename.Renames;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a Prisma schema of a database. What is written is read again and compared with the
 * database: a default that does not come back as it is, is left to the database's own words, and
 * what differs even so is told.
 */
public final class DatabasePull {

  private static final ChangePolicy POLICY =
      new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false);

  private final DialectKit kit;
  private final ServerFamily family;
  private final PrismaVersion version;
  private final Scope scope;

  /**
   * Pulls from a server.
   *
   * @param version the Prisma that the schema is for
   * @param scope which database schemas are pulled
   */
  public DatabasePull(DialectKit kit, PrismaVersion version, Scope scope) {
    this.kit = kit;
    this.family = ServerFamily.of(kit.profile().flavor());
    this.version = version;
    this.scope = scope;
  }

  /**
   * A schema made anew: the datasources and generators of {@code files}, and the database as it is.
   *
   * @param live what the database holds
   * @param views its views as tables of their columns
   * @param files the schema that is there; nothing of its models is kept
   */
  public Pulled anew(ReadState live, List<Table> views, List<SourceText> files) {
    SourceText first = files.getFirst();
    String head = configuration(PrismaReader.read(List.of(first)));
    Datasource datasource = datasource(files);
    Set<ObjectRef> verbatim = new HashSet<>();
    while (true) {
      PulledSchema pulled =
          SchemaPull.of(
              POLICY.visible(live.schema()),
              told(views, files),
              family.vocabulary(),
              kit.frontend(),
              Optional.empty(),
              datasource.name(),
              settings(datasource, files, verbatim));
      String text = SchemaFormat.of(head + "\n" + pulled.text());
      SourceText file = new SourceText(first.name(), text);
      List<SourceText> all = new ArrayList<>(List.of(file));
      for (SourceText other : files.subList(1, files.size())) {
        String kept = configuration(PrismaReader.read(List.of(other)));
        all.add(new SourceText(other.name(), kept.isBlank() ? "" : SchemaFormat.of(kept)));
      }
      List<Change> differences = differences(live, all);
      if (!verbatim.addAll(wrongDefaults(differences))) {
        return new Pulled(all, pulled.models().size(), remarks(pulled, differences, all));
      }
    }
  }

  /**
   * A schema brought up to the database: names, order and comments stay, and so does everything
   * that the database does not contradict.
   *
   * @param live what the database holds
   * @param views its views as tables of their columns
   * @param files the schema that is there
   * @throws dev.schemend.cli.process.FailureException where it is not valid
   */
  public Pulled merged(ReadState live, List<Table> views, List<SourceText> files) {
    List<SourceText> before =
        files.stream()
            .map(file -> new SourceText(file.name(), SchemaFormat.of(file.text())))
            .toList();
    Datamodel datamodel =
        PrismaSchemaReading.of(before.getFirst().name(), before, version).datamodel();
    List<Block> blocks = PrismaReader.read(before).blocks();
    List<Change> changes = changes(declared(before), live);
    Set<ObjectRef> verbatim = new HashSet<>();
    while (true) {
      PulledSchema pulled =
          SchemaPull.of(
              POLICY.visible(live.schema()),
              told(views, files),
              family.vocabulary(),
              kit.frontend(),
              Optional.of(datamodel),
              datamodel.datasource().name(),
              settings(datamodel.datasource(), before, verbatim));
      List<SourceText> merged = SchemaMerge.of(datamodel, before, blocks, pulled, changes);
      List<SourceText> after = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        boolean same = merged.get(i).text().equals(before.get(i).text());
        after.add(
            same
                ? files.get(i)
                : new SourceText(files.get(i).name(), SchemaFormat.of(merged.get(i).text())));
      }
      List<Change> differences = differences(live, after);
      if (!verbatim.addAll(wrongDefaults(differences))) {
        return new Pulled(after, pulled.models().size(), remarks(pulled, differences, after));
      }
    }
  }

  /** The datasources and generators, with the comments before them. */
  private static String configuration(SchemaDocument document) {
    String text = document.files().getFirst().text();
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (Block block : document.blocks()) {
      if (block instanceof Block.Config) {
        kept.append(text, at, block.span().end()).append("\n\n");
      }
      at = block.span().end();
    }
    return kept.toString();
  }

  private static Datasource datasource(List<SourceText> files) {
    return PrismaSchemaReading.analysis(files).datasource().orElseThrow();
  }

  private PullSettings settings(
      Datasource datasource, List<SourceText> files, Set<ObjectRef> verbatim) {
    boolean partial = features(files).contains("partialIndexes");
    Predicate<Index> sayable =
        index ->
            index.kind() != Index.Kind.SPATIAL
                && (partial || index.predicate().isEmpty())
                && index.parts().stream().allMatch(part -> part.columnName().isPresent());
    boolean listed = !datasource.schemas().isEmpty();
    return new PullSettings(
        kit.dialect().identifiers(),
        listed ? Identifier.NONE : kit.profile().defaultSchema(),
        listed,
        sayable,
        verbatim);
  }

  /** Whether a schema speaks of views at all. */
  public static boolean tellsViews(List<SourceText> files) {
    return features(files).contains(SchemaMerge.VIEWS);
  }

  private List<Table> told(List<Table> views, List<SourceText> files) {
    return tellsViews(files)
        ? views.stream()
            .filter(view -> scope.holds(view.name().schema(), kit.dialect().identifiers()))
            .toList()
        : List.of();
  }

  private static Set<String> features(List<SourceText> files) {
    return PrismaSchemaReading.analysis(files)
        .datamodel()
        .map(Datamodel::previewFeatures)
        .orElse(Set.of());
  }

  private ReadState declared(List<SourceText> files) {
    String name = files.getFirst().name();
    return PrismaSchemaReading.of(name, files, version)
        .state(new StateSpec.PrismaSchema(name), kit, scope);
  }

  private List<Change> differences(ReadState live, List<SourceText> files) {
    ReadState declared = declared(files);
    List<Change> both = new ArrayList<>(changes(live, declared));
    both.addAll(changes(declared, live));
    return both;
  }

  private List<Change> changes(ReadState from, ReadState to) {
    StatePair states = new StatePair(kit, from, to);
    return PlanStyle.PRISMA
        .plan(
            states,
            POLICY,
            Renames.none(states.from().schema()),
            false,
            plan -> ScriptText.of(plan, kit.frontend()))
        .result()
        .plan()
        .changes();
  }

  private static Set<ObjectRef> wrongDefaults(List<Change> differences) {
    Set<ObjectRef> columns = new HashSet<>();
    for (Change change : differences) {
      if (change instanceof Change.TableAltered altered) {
        for (TableDifference difference : altered.differences()) {
          if (difference instanceof TableDifference.ColumnAltered column
              && column.aspects().contains(TableDifference.ColumnAspect.DEFAULT)) {
            columns.add(ObjectRef.column(altered.from().name(), column.from().name()));
          }
        }
      }
    }
    return columns;
  }

  private List<String> remarks(
      PulledSchema pulled, List<Change> differences, List<SourceText> files) {
    List<String> remarks = new ArrayList<>(pulled.remarks());
    declared(files).findings().stream()
        .filter(finding -> finding.diagnostic().severity() == Diagnostic.Severity.ERROR)
        .map(finding -> finding.diagnostic().message())
        .forEach(message -> remarks.add("What the schema says would be refused: " + message + "."));
    differences.stream()
        .map(Change::ref)
        // A schema that is listed and holds nothing that a model stands for is said by the list.
        .filter(ref -> ref.kind() != ObjectKind.SCHEMA)
        .map(ObjectRef::toString)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(ref -> remarks.add("The schema does not say all of " + ref + "."));
    return remarks;
  }
}
