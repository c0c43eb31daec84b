package dev.schemend.parser.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.dialect.mysql.MySqlInterpreter;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlFrontend;
import dev.schemend.parser.postgres.PostgresFrontend;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.SchemaAnalysis;
import dev.schemend.parser.prisma.mysql.MySqlShape;
import dev.schemend.parser.prisma.postgres.PostgresShape;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.parser.prisma.sql.SchemaStatements;
import dev.schemend.parser.prisma.sql.SqlShape;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.PrismaSchemaArbitraries;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a schema comes to is read from its own script, and nothing that is read breaks the reader.
 */
class PrismaSchemaLaws {

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

  @Provide
  Arbitrary<String> postgresSchemas() {
    return PrismaSchemaArbitraries.schemas("postgresql");
  }

  @Provide
  Arbitrary<String> mysqlSchemas() {
    return PrismaSchemaArbitraries.schemas("mysql");
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aSchemaOfPostgresFoldsToWhatItsScriptFoldsTo(@ForAll("postgresSchemas") String schema) {
    folds(
        schema,
        new PostgresShape(),
        new PostgresFrontend(POSTGRES),
        new PostgresInterpreter(new PostgresDialect(POSTGRES)),
        POSTGRES);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aSchemaOfMySqlFoldsToWhatItsScriptFoldsTo(@ForAll("mysqlSchemas") String schema) {
    MySqlDialect dialect = new MySqlDialect(MYSQL);
    folds(
        schema,
        new MySqlShape(dialect.identifiers()),
        new MySqlFrontend(MYSQL),
        new MySqlInterpreter(dialect),
        MYSQL);
  }

  private static void folds(
      String schema,
      SqlShape shape,
      SqlFrontend frontend,
      SchemaInterpreter interpreter,
      ServerProfile profile) {
    DeclaredSchema declared = SchemaStatements.of(read(schema), shape, PrismaVersion.NEWEST);
    String script = script(declared, frontend);
    Schema once = fold(script, frontend, interpreter, profile);
    assertEquals(
        declared.tables().size(), once.tables().count(), () -> "a table is lost\n" + schema);
    // The fold of the printed statements is the fold of what they are read as.
    String again =
        frontend.parse(new SourceText("printed", script)).statements().stream()
            .map(
                statement ->
                    ((ParsedStatement.Ddl) statement)
                        .statements().stream()
                            .map(one -> frontend.print(one) + ";\n")
                            .collect(Collectors.joining()))
            .collect(Collectors.joining());
    assertEquals(once, fold(again, frontend, interpreter, profile), script);
  }

  private static Datamodel read(String schema) {
    SchemaAnalysis analysis =
        SchemaAnalysis.of(
            PrismaReader.read(List.of(new SourceText("schema.prisma", schema))),
            BadSchemasTest::connector);
    assertEquals(List.of(), analysis.problems(), schema);
    return analysis.datamodel().orElseThrow();
  }

  private static String script(DeclaredSchema declared, SqlFrontend frontend) {
    return declared.statements().stream()
        .map(statement -> frontend.print(statement) + ";\n")
        .collect(Collectors.joining());
  }

  private static Schema fold(
      String script, SqlFrontend frontend, SchemaInterpreter interpreter, ServerProfile profile) {
    SchemaFold fold =
        new SchemaFold(interpreter, Session.in(profile.defaultSchema()), (state, code) -> state);
    FoldState state = fold.run(fold.start(), frontend.parse(new SourceText("schema", script)));
    assertTrue(state.coverage().isComplete(), () -> state.coverage().unknown() + "\n" + script);
    return state.schema();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothingBreaksTheReader(@ForAll("postgresSchemas") String schema, @ForAll long cut) {
    int from = (int) Math.floorMod(cut, (long) schema.length());
    String broken = schema.substring(0, from) + "@\"{" + schema.substring(from / 2 + from / 3);
    SchemaAnalysis.of(
        PrismaReader.read(List.of(new SourceText("broken", broken))), BadSchemasTest::connector);
  }

  @Example
  void bracketsTooDeepAreToldAndNothingOverflows() {
    String deep = "model A {\n  id Int @id @default(" + "[".repeat(100_000) + "\n}\n";
    assertEquals(
        List.of("5:221 Brackets nest deeper than 200 here."),
        SchemaAnalysis.of(
                PrismaReader.read(
                    List.of(
                        new SourceText(
                            "deep", "datasource db {\n  provider = \"mysql\"\n}\n" + deep))),
                BadSchemasTest::connector)
            .problems()
            .stream()
            .map(
                one ->
                    one.span().orElseThrow().line()
                        + ":"
                        + one.span().orElseThrow().column()
                        + " "
                        + one.message())
            .toList());
  }
}
