package dev.schemend.cli.kit;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.dialect.mysql.MySqlInterpreter;
import dev.schemend.dialect.mysql.catalog.MySqlCodeRules;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.dialect.postgres.catalog.PostgresCodeRules;
import dev.schemend.evaluate.ModelEvaluator;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.mysql.MySqlIntrospector;
import dev.schemend.exec.introspect.postgres.PostgresIntrospector;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.mysql.MySqlLive;
import dev.schemend.exec.postgres.PostgresLive;
import dev.schemend.hazard.mysql.MySqlHazards;
import dev.schemend.hazard.postgres.PostgresHazards;
import dev.schemend.lint.mysql.MySqlAdvice;
import dev.schemend.lint.postgres.PostgresAdvice;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlCodeFrontend;
import dev.schemend.parser.mysql.MySqlFrontend;
import dev.schemend.parser.mysql.MySqlSplitter;
import dev.schemend.parser.mysql.MySqlTimeouts;
import dev.schemend.parser.postgres.PostgresCodeFrontend;
import dev.schemend.parser.postgres.PostgresFrontend;
import dev.schemend.parser.postgres.PostgresSplitter;
import dev.schemend.parser.postgres.PostgresTimeouts;
import dev.schemend.parser.prisma.model.Connector;
import dev.schemend.parser.prisma.mysql.MySqlConnector;
import dev.schemend.parser.prisma.mysql.MySqlShape;
import dev.schemend.parser.prisma.mysql.MySqlVocabulary;
import dev.schemend.parser.prisma.postgres.PostgresConnector;
import dev.schemend.parser.prisma.postgres.PostgresShape;
import dev.schemend.parser.prisma.postgres.PostgresVocabulary;
import dev.schemend.parser.prisma.pull.Vocabulary;
import dev.schemend.parser.prisma.sql.SqlShape;
import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.planning.mysql.MySqlOnlineForms;
import dev.schemend.planning.mysql.MySqlPlanRules;
import dev.schemend.planning.postgres.PostgresOnlineForms;
import dev.schemend.planning.postgres.PostgresPlanRules;
import dev.schemend.planning.prisma.mysql.MySqlPrisma;
import dev.schemend.planning.prisma.postgres.PostgresPrisma;
import dev.schemend.preflight.mysql.MySqlRowRules;
import dev.schemend.preflight.postgres.PostgresRowRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A dialect as a whole, one constant each: what its servers are called, how they are worked on, and
 * how the kit of one of them is made.
 *
 * @param providers its names in {@code migration_lock.toml} and in datasources
 * @param flavors its products; the first is meant where nothing else is known
 * @param live what the executor knows of it
 * @param kits makes the kit for a server
 * @param connector what it can hold of a Prisma schema
 * @param vocabulary what a Prisma schema calls its types and values
 * @param shapes how Prisma schemas are written for a server
 * @param prismas how Prisma plans for a server
 * @param splitter cuts scripts as its client does
 */
public record ServerFamily(
    Set<String> providers,
    List<Flavor> flavors,
    LiveDialect live,
    Function<ServerProfile, DialectKit> kits,
    Connector connector,
    Vocabulary vocabulary,
    Function<DialectKit, SqlShape> shapes,
    Function<DialectKit, PrismaKit> prismas,
    ScriptSplitter splitter) {

  /** PostgreSQL. */
  public static final ServerFamily POSTGRESQL =
      new ServerFamily(
          Set.of("postgresql", "postgres", "pg"),
          List.of(Flavor.POSTGRESQL),
          PostgresLive.DIALECT,
          ServerFamily::postgres,
          new PostgresConnector(),
          new PostgresVocabulary(),
          kit -> new PostgresShape(),
          ServerFamily::postgresPrisma,
          new PostgresSplitter());

  /** MySQL and MariaDB. */
  public static final ServerFamily MYSQL =
      new ServerFamily(
          Set.of("mysql"),
          List.of(Flavor.MYSQL, Flavor.MARIADB),
          MySqlLive.DIALECT,
          ServerFamily::mysql,
          new MySqlConnector(),
          new MySqlVocabulary(),
          kit -> new MySqlShape(kit.dialect().identifiers()),
          kit -> new PrismaKit(kit, new MySqlPrisma(kit.dialect()), kit.frontend()),
          new MySqlSplitter());

  private static final List<ServerFamily> KNOWN = List.of(POSTGRESQL, MYSQL);

  /** Copies the collections. */
  public ServerFamily {
    providers = Set.copyOf(providers);
    flavors = List.copyOf(flavors);
    Objects.requireNonNull(live, "live");
    Objects.requireNonNull(kits, "kits");
    Objects.requireNonNull(connector, "connector");
    Objects.requireNonNull(vocabulary, "vocabulary");
    Objects.requireNonNull(shapes, "shapes");
    Objects.requireNonNull(prismas, "prismas");
    Objects.requireNonNull(splitter, "splitter");
  }

  private static DialectKit postgres(ServerProfile profile) {
    PostgresDialect dialect = new PostgresDialect(profile);
    PostgresFrontend frontend = new PostgresFrontend(profile);
    PostgresInterpreter interpreter = new PostgresInterpreter(dialect);
    PostgresRowRules rows = new PostgresRowRules(dialect);
    return new DialectKit(
        dialect,
        frontend,
        interpreter,
        new ModelEvaluator(
            new PostgresCodeRules(profile, frontend),
            interpreter,
            frontend,
            new PostgresCodeFrontend()),
        new PostgresPlanRules(dialect),
        new PostgresIntrospector(dialect, frontend),
        rows,
        new PostgresHazards(dialect, rows),
        new PostgresAdvice(),
        new PostgresOnlineForms(dialect),
        new PostgresTimeouts());
  }

  private static PrismaKit postgresPrisma(DialectKit kit) {
    ServerProfile profile = kit.profile();
    ServerProfile spelled =
        new ServerProfile(
            profile.flavor(),
            profile.version(),
            Identifier.NONE,
            profile.foldTableNames(),
            profile.characterSet(),
            profile.collation());
    return new PrismaKit(kit, new PostgresPrisma(kit.dialect()), new PostgresFrontend(spelled));
  }

  private static DialectKit mysql(ServerProfile profile) {
    MySqlDialect dialect = new MySqlDialect(profile);
    MySqlFrontend frontend = new MySqlFrontend(profile);
    MySqlInterpreter interpreter = new MySqlInterpreter(dialect);
    MySqlRowRules rows = new MySqlRowRules(dialect);
    return new DialectKit(
        dialect,
        frontend,
        interpreter,
        new ModelEvaluator(
            new MySqlCodeRules(profile), interpreter, frontend, new MySqlCodeFrontend(profile)),
        new MySqlPlanRules(dialect),
        new MySqlIntrospector(dialect, frontend),
        rows,
        new MySqlHazards(dialect, rows),
        new MySqlAdvice(),
        new MySqlOnlineForms(dialect),
        new MySqlTimeouts(profile.flavor()));
  }

  /** The family of a product. */
  public static ServerFamily of(Flavor flavor) {
    return KNOWN.stream()
        .filter(family -> family.flavors.contains(flavor))
        .findFirst()
        .orElseThrow();
  }

  /** The family that a URL names. */
  public static ServerFamily of(DatabaseUrl url) {
    return KNOWN.stream()
        .filter(family -> family.live.connector().family() == url.family())
        .findFirst()
        .orElseThrow();
  }

  /** The family that {@code migration_lock.toml} or a datasource names; empty for any other. */
  public static Optional<ServerFamily> ofProvider(String provider) {
    return KNOWN.stream().filter(family -> family.providers.contains(provider)).findFirst();
  }

  /** The product that the family's provider means where nothing else is known. */
  public Flavor mainFlavor() {
    return flavors.getFirst();
  }

  /** How Prisma plans for the server of a kit of the family. */
  public PrismaKit prisma(DialectKit kit) {
    return prismas.apply(kit);
  }

  /** How Prisma schemas are written for the server of a kit of the family. */
  public SqlShape shape(DialectKit kit) {
    return shapes.apply(kit);
  }

  /** The kit for a server of the family. */
  public DialectKit kit(ServerProfile profile) {
    return kits.apply(profile);
  }
}
