package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.pull.DatabasePull;
import dev.schemend.cli.pull.Pulled;
import dev.schemend.cli.state.PrismaSchemaReading;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;
import dev.schemend.parser.prisma.format.SchemaFormat;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.PrismaSchemaArbitraries;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of {@code db pull}: what is pulled from a schema's database does not differ from it. */
class PullLaws {

  /** The same draws in every build, so that a build tells of its change. */
  private static final String SEED = "20261125";

  private static final ServerProfile POSTGRES =
      new ServerProfile(
          Flavor.POSTGRESQL, ServerVersion.of(17, 0, 0), Identifier.of("public"), false, "", "");
  private static final ServerProfile MYSQL =
      new ServerProfile(
          Flavor.MYSQL,
          ServerVersion.of(8, 0, 36),
          Identifier.NONE,
          false,
          "utf8mb4",
          "utf8mb4_0900_ai_ci");
  private static final String NAME = "schema.prisma";

  @Provide
  Arbitrary<String> postgresSchemas() {
    return PrismaSchemaArbitraries.schemas("postgresql");
  }

  @Provide
  Arbitrary<String> mysqlSchemas() {
    return PrismaSchemaArbitraries.schemas("mysql");
  }

  @Property(tries = 50, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void whatIsPulledFromPostgresDoesNotDiffer(@ForAll("postgresSchemas") String schema) {
    pulls(schema, POSTGRES);
  }

  @Property(tries = 50, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void whatIsPulledFromMySqlDoesNotDiffer(@ForAll("mysqlSchemas") String schema) {
    pulls(schema, MYSQL);
  }

  @Property(tries = 50, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void aSchemaOfPostgresIsBroughtUpToAnother(
      @ForAll("postgresSchemas") String older, @ForAll("postgresSchemas") String newer) {
    merges(older, newer, POSTGRES);
  }

  @Property(tries = 50, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void aSchemaOfMySqlIsBroughtUpToAnother(
      @ForAll("mysqlSchemas") String older, @ForAll("mysqlSchemas") String newer) {
    merges(older, newer, MYSQL);
  }

  private static void merges(String older, String newer, ServerProfile profile) {
    DialectKit kit = DialectKit.of(profile);
    SourceText file = new SourceText(NAME, SchemaFormat.of(older));
    DatabasePull pull = new DatabasePull(kit, PrismaVersion.NEWEST, new Scope.All());
    assertEquals(
        List.of(file), pull.merged(bare(state(file, kit)), List.of(), List.of(file)).files());
    ReadState database = bare(state(new SourceText(NAME, newer), kit));
    Pulled pulled = pull.merged(database, List.of(), List.of(file));
    String text = pulled.files().getFirst().text();
    assertEquals(
        List.of(), pulled.remarks(), () -> older + "\nwith\n" + newer + "\nbecame\n" + text);
  }

  private static void pulls(String schema, ServerProfile profile) {
    DialectKit kit = DialectKit.of(profile);
    SourceText file = new SourceText(NAME, schema);
    ReadState database = state(file, kit);
    Pulled pulled =
        new DatabasePull(kit, PrismaVersion.NEWEST, new Scope.All())
            .anew(bare(database), List.of(), List.of(file));
    String text = pulled.files().getFirst().text();
    assertEquals(List.of(), pulled.remarks(), () -> schema + "\nbecame\n" + text);
    assertEquals(text, SchemaFormat.of(text));
  }

  private static ReadState state(SourceText file, DialectKit kit) {
    return PrismaSchemaReading.of(NAME, List.of(file), PrismaVersion.NEWEST)
        .state(new StateSpec.PrismaSchema(NAME), kit, new Scope.All());
  }

  /** As a server would tell it, without what the schema declares. */
  private static ReadState bare(ReadState state) {
    return new ReadState(
        state.spec(), state.schema(), state.coverage(), state.findings(), state.touched());
  }
}
