package dev.schemend.cli.state;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.diff.OpenQuestion;
import dev.schemend.diff.OpenQuestions;
import dev.schemend.diff.Settled;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.history.MigrationHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the two states of a comparison. Files come first, so that a wrong path is told of before
 * any server is asked; a live side then decides by which server's rules both are read.
 */
public final class StateReader {

  private final Surroundings surroundings;
  private final ServerChoice server;
  private final ScopeChoice scope;
  private final ReadingOptions how;

  /** A reader under what the command line says. */
  public StateReader(
      Surroundings surroundings, ServerChoice server, ScopeChoice scope, ReadingOptions how) {
    this.surroundings = surroundings;
    this.server = server;
    this.scope = scope;
    this.how = how;
  }

  /**
   * Both states.
   *
   * @throws dev.schemend.cli.process.FailureException where they cannot be compared
   * @throws dev.schemend.exec.error.ExecException where a server cannot be read
   * @throws dev.schemend.parser.layout.MigrationSourceException where files cannot be read
   * @throws dev.schemend.history.UnknownMigrationException where a history has no such migration
   */
  public StatePair read(StateSpec from, StateSpec to) {
    Optional<PrismaSchemaReading> fromSchema = prismaSchema(from);
    Optional<PrismaSchemaReading> toSchema = prismaSchema(to);
    if (how.rights() && (fromSchema.isPresent() || toSchema.isPresent())) {
      throw Failure.usage(
              "--with-privileges: a Prisma schema says nothing of owners and privileges.",
              "Leave the option out, or compare migrations and databases.")
          .exception();
    }
    Optional<Flavor> flavor = server.flavor().or(() -> liveFlavor(from)).or(() -> liveFlavor(to));
    Optional<MigrationHistory> fromHistory = history(from, flavor);
    Optional<MigrationHistory> toHistory = history(to, flavor);
    List<MigrationHistory> histories =
        Stream.of(
                fromHistory,
                toHistory,
                fromSchema.map(PrismaSchemaReading::provider),
                toSchema.map(PrismaSchemaReading::provider))
            .flatMap(Optional::stream)
            .toList();
    how.cut().requireIn(Stream.of(fromHistory, toHistory).flatMap(Optional::stream).toList());
    try (OpenDatabases open = OpenDatabases.of(from, to)) {
      List<Database> live = open.all();
      live.forEach(database -> server.requireLive(ServerProfiles.of(database), histories));
      requireOneFamily(live);
      shadow()
          .ifPresent(
              reading -> reading.requireApartFrom(live.stream().map(Database::url).toList()));
      ServerProfile profile =
          live.isEmpty() ? offline(server.offline(histories)) : profile(live.getFirst());
      Scope compared = scope.on(profile.flavor(), live.stream().map(Database::url).toList());
      DialectKit kit = DialectKit.of(profile);
      StatePair pair =
          new StatePair(
              kit,
              fromSchema
                  .map(schema -> schema.state(from, kit, compared))
                  .orElseGet(
                      () -> read(from, fromHistory.map(how.cut()::of), open.from(), kit, compared)),
              toSchema
                  .map(schema -> schema.state(to, kit, compared))
                  .orElseGet(
                      () -> read(to, toHistory.map(how.cut()::of), open.to(), kit, compared)));
      return how.asks() ? settledByShadow(settled(pair, live)) : pair;
    }
  }

  /**
   * The pair, comparing with what its server says of texts that can be neither told apart nor
   * proven equal without it.
   *
   * @param live the live sides; the first is asked about the texts of both
   */
  public static StatePair settled(StatePair pair, List<Database> live) {
    List<OpenQuestion> questions =
        live.isEmpty()
            ? List.of()
            : OpenQuestions.between(
                pair.kit().dialect().expressions(), pair.from().schema(), pair.to().schema());
    if (questions.isEmpty()) {
      return pair;
    }
    Database server = live.getFirst();
    return ServerFamily.of(server.url())
        .live()
        .forms()
        .forms(server, pair.kit().frontend())
        .map(forms -> Settled.by(forms, questions))
        .map(answers -> new StatePair(pair.kit().knowing(answers), pair.from(), pair.to()))
        .orElse(pair);
  }

  // What no live side could answer, or where there is none, the shadow database is asked.
  private StatePair settledByShadow(StatePair pair) {
    List<OpenQuestion> questions =
        how.shadow().isEmpty()
            ? List.of()
            : OpenQuestions.between(
                pair.kit().settled().over(pair.kit().dialect().expressions()),
                pair.from().schema(),
                pair.to().schema());
    return questions.isEmpty()
        ? pair
        : new StatePair(
            pair.kit()
                .knowing(
                    pair.kit()
                        .settled()
                        .or(new ShadowForms(how.shadow().get()).settle(pair, questions))),
            pair.from(),
            pair.to());
  }

  private ReadState read(
      StateSpec spec,
      Optional<MigrationHistory> history,
      Optional<Database> database,
      DialectKit kit,
      Scope scope) {
    return database
        // Its own profile, not the other side's: catalogs differ between versions.
        .map(live -> new LiveReading(DialectKit.of(profile(live))).run(spec, live, scope))
        .orElseGet(() -> folded(spec, history.orElseGet(StateReader::nothing), kit, scope));
  }

  private ServerProfile profile(Database live) {
    return how.rights() ? AskedRights.live(live) : ServerProfiles.of(live);
  }

  private ServerProfile offline(ServerProfile profile) {
    return how.rights() ? AskedRights.offline(profile) : profile;
  }

  private ReadState folded(StateSpec spec, MigrationHistory history, DialectKit kit, Scope scope) {
    ReadState folded = new HistoryFold(kit, how.init()).run(spec, history, scope);
    return shadow()
        .filter(reading -> !folded.coverage().isComplete())
        .map(reading -> reading.settle(folded, history, kit.profile().flavor(), scope))
        .orElse(folded);
  }

  /** The state that a history leads to, read offline. */
  public static ReadState fold(
      StateSpec spec, MigrationHistory history, DialectKit kit, Scope scope) {
    return new HistoryFold(kit, SessionInit.NONE).run(spec, history, scope);
  }

  private Optional<ShadowReading> shadow() {
    return how.shadow().map(url -> new ShadowReading(url, how.init(), how.rights()));
  }

  private static MigrationHistory nothing() {
    return new MigrationHistory(StateSpecs.EMPTY, List.of(), Optional.empty());
  }

  private Optional<PrismaSchemaReading> prismaSchema(StateSpec spec) {
    return spec instanceof StateSpec.PrismaSchema schema
        ? Optional.of(project().reading(schema.location(), how.prisma()))
        : Optional.empty();
  }

  private Project project() {
    return new Project(surroundings, Optional.empty(), how.configuration());
  }

  /** The product that a live side's URL speaks of, before anybody has asked it. */
  private static Optional<Flavor> liveFlavor(StateSpec spec) {
    return spec instanceof StateSpec.LiveDatabase live
        ? Optional.of(ServerFamily.of(live.url()).mainFlavor())
        : Optional.empty();
  }

  private Optional<MigrationHistory> history(StateSpec spec, Optional<Flavor> flavor) {
    return switch (spec) {
      case StateSpec.Empty empty -> Optional.empty();
      case StateSpec.LiveDatabase live -> Optional.empty();
      case StateSpec.PrismaSchema schema -> Optional.empty();
      case StateSpec.MigrationsDirectory directory ->
          Optional.of(how.layout().read(directory.path(), surroundings, flavor));
      case StateSpec.GitRevision revision ->
          Optional.of(how.layout().read(revision.location(), surroundings, flavor));
      // One file has no layout; the option is meant for the other side.
      case StateSpec.SqlFile file ->
          Optional.of(LayoutChoice.NONE.read(file.path(), surroundings, flavor));
    };
  }

  private static void requireOneFamily(List<Database> live) {
    if (live.stream().map(Database::url).map(ServerFamily::of).distinct().count() > 1) {
      throw Failure.usage(
              "The two databases are of different dialects.",
              "Compare PostgreSQL with PostgreSQL, and MySQL or MariaDB with one of them.")
          .exception();
    }
  }

  /** The live sides, open for as long as they are read. */
  private record OpenDatabases(Optional<Database> from, Optional<Database> to)
      implements AutoCloseable {

    static OpenDatabases of(StateSpec from, StateSpec to) {
      Optional<Database> first = open(from);
      try {
        return new OpenDatabases(first, open(to));
      } catch (RuntimeException | Error failure) {
        first.ifPresent(Database::close);
        throw failure;
      }
    }

    private static Optional<Database> open(StateSpec spec) {
      return spec instanceof StateSpec.LiveDatabase live
          ? Optional.of(open(live.url()))
          : Optional.empty();
    }

    private static Database open(DatabaseUrl url) {
      return ConnectionPools.open(url, ServerFamily.of(url).live().connector());
    }

    List<Database> all() {
      return Stream.of(from, to).flatMap(Optional::stream).toList();
    }

    @Override
    public void close() {
      all().forEach(Database::close);
    }
  }
}
