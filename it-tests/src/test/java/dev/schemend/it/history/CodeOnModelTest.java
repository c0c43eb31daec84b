package dev.schemend.it.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Procedural code, run on the model alone: it leads where the plain script beside it leads. */
class CodeOnModelTest {

  private static final ServerProfile POSTGRES =
      new ServerProfile(
          Flavor.POSTGRESQL, ServerVersion.of(16, 0, 0), Identifier.of("public"), false, "", "");

  static List<CodeCase> postgres() {
    return CodeCase.read("postgresql.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("postgres")
  void postgresCodeLeadsWhereThePlainScriptLeads(CodeCase one) {
    check(POSTGRES, one);
  }

  // The servers of the tests have no extensions of others.
  static List<CodeCase> extensions() {
    return CodeCase.read("postgresql-extensions.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("extensions")
  void codeOfExtensionsLeadsWhereThePlainScriptLeads(CodeCase one) {
    check(POSTGRES, one);
  }

  static List<CodeCase> mysql() {
    return CodeCase.read("mysql.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mysql")
  void mySqlCodeLeadsWhereThePlainScriptLeads(CodeCase one) {
    check(mysql(Flavor.MYSQL, ServerVersion.of(8, 0, 33), "utf8mb4_0900_ai_ci"), one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mysql")
  void mariaDbCodeLeadsWhereThePlainScriptLeads(CodeCase one) {
    check(mysql(Flavor.MARIADB, ServerVersion.of(11, 4, 5), "utf8mb4_uca1400_ai_ci"), one);
  }

  private static ServerProfile mysql(Flavor flavor, ServerVersion version, String collation) {
    return new ServerProfile(flavor, version, Identifier.NONE, false, "utf8mb4", collation);
  }

  private static void check(ServerProfile profile, CodeCase one) {
    DialectKit kit = DialectKit.of(profile);
    FoldState folded = fold(kit, one.script());
    List<String> unknown = folded.coverage().unknown().stream().map(Diagnostic::text).toList();
    if (!one.knowable()) {
      assertTrue(
          !unknown.isEmpty()
              && unknown.getFirst().startsWith("script.sql")
              && unknown.getFirst().startsWith(one.expected()),
          () -> "expected: " + one.expected() + "\nbut was: " + unknown);
      // What cannot be told is nobody's mistake, nor is what comes of it.
      List<Diagnostic.Severity> told =
          folded.coverage().unknown().stream().map(Diagnostic::severity).toList();
      assertTrue(
          told.getFirst() == Diagnostic.Severity.ERROR || !told.contains(Diagnostic.Severity.ERROR),
          unknown::toString);
      return;
    }
    assertEquals(List.of(), unknown);
    List<String> assumed = folded.coverage().assumed().stream().map(Diagnostic::text).toList();
    assertEquals(one.assumed().size(), assumed.size(), assumed::toString);
    for (int i = 0; i < assumed.size(); i++) {
      String beginning = one.assumed().get(i);
      assertTrue(assumed.get(i).startsWith(beginning), assumed.get(i));
    }
    assertEquals(
        fold(kit, one.expected()).schema().objects().toString(),
        folded.schema().objects().toString());
  }

  private static FoldState fold(DialectKit kit, String script) {
    SchemaFold fold = kit.fold();
    return fold.run(fold.start(), kit.frontend().parse(new SourceText("script.sql", script)));
  }
}
