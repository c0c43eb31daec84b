package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.RightsArbitraries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements on owners and privileges, where they are part of the schema, and where not. */
class RightsStatementsTest {

  private static final ServerProfile ASKED =
      PostgresFrontendLaws.PROFILE.withRights(
          new RightsBasis(Role.SESSION, Role.named(Identifier.of("postgres"))));

  private final PostgresFrontend frontend = new PostgresFrontend(ASKED);
  private final PostgresFrontend bare = new PostgresFrontend(PostgresFrontendLaws.PROFILE);

  @Provide
  Arbitrary<DdlStatement> statements() {
    return RightsArbitraries.statements();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void aPrintedStatementIsReadAsItself(@ForAll("statements") DdlStatement statement) {
    String text = frontend.print(statement);
    ParsedScript script = frontend.parse(new SourceText("printed", text));
    ParsedStatement.Ddl ddl =
        assertInstanceOf(
            ParsedStatement.Ddl.class, script.statements().getFirst(), () -> text + script);
    assertEquals(List.of(statement), ddl.statements(), text);
    assertEquals(text, frontend.print(ddl.statements().getFirst()));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void nothingIsReadOfThemUnlessTheyAreAskedFor(@ForAll("statements") DdlStatement statement) {
    ParsedStatement read =
        bare.parse(new SourceText("printed", frontend.print(statement))).statements().getFirst();
    if (frontend.print(statement).startsWith("DROP OWNED")) {
      assertInstanceOf(ParsedStatement.Unknowable.class, read);
    } else {
      assertInstanceOf(ParsedStatement.Inert.class, read);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grant select on t to "public" | GRANT SELECT ON TABLE "t" TO PUBLIC
          GRANT ALL PRIVILEGES ON TABLE a, s.b TO GROUP g | GRANT ALL ON TABLE "a", "s"."b" TO "g"
          grant "select" (a) on t to r | GRANT SELECT ("a") ON TABLE "t" TO "r"
          grant select on sequence to r | GRANT SELECT ON TABLE "sequence" TO "r"
          revoke all on function f(a int, out b text) from public cascade | REVOKE ALL ON ROUTINE "f"(integer) FROM PUBLIC CASCADE
          grant usage on foreign server x to r | GRANT USAGE ON FOREIGN SERVER "x" TO "r"
          alter default privileges in schema s for user r grant execute on functions to x | ALTER DEFAULT PRIVILEGES FOR ROLE "r" IN SCHEMA "s" GRANT EXECUTE ON ROUTINES TO "x"
          alter table only t owner to r | ALTER TABLE "t" OWNER TO "r"
          alter server x owner to r | ALTER SERVER "x" OWNER TO "r"
          alter user a rename to b | ALTER ROLE "a" RENAME TO "b"
          """)
  void whatIsWrittenOtherwiseMeansTheSame(String written, String printed) {
    ParsedStatement.Ddl ddl = assertInstanceOf(ParsedStatement.Ddl.class, first(written));
    assertEquals(
        printed, ddl.statements().stream().map(frontend::print).collect(Collectors.joining("; ")));
  }

  @Test
  void anOwnerIsOneOfTheActionsOfATable() {
    ParsedStatement.Ddl ddl =
        assertInstanceOf(
            ParsedStatement.Ddl.class,
            first("ALTER TABLE t ADD COLUMN owner int CHECK (owner > 0), OWNER TO r, DROP a"));
    assertEquals(2, ddl.statements().size());
    assertEquals("ALTER TABLE \"t\" OWNER TO \"r\"", frontend.print(ddl.statements().getLast()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t RENAME COLUMN owner TO holder",
        "ALTER TABLE t ALTER COLUMN owner TYPE text",
        "ALTER TYPE c RENAME ATTRIBUTE owner TO holder"
      })
  void aColumnOfThatNameIsNoOwner(String text) {
    ParsedStatement.Ddl ddl = assertInstanceOf(ParsedStatement.Ddl.class, first(text));
    assertEquals(1, ddl.statements().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT a TO b",
        "REVOKE ADMIN OPTION FOR a FROM b",
        "GRANT CONNECT ON DATABASE d TO r",
        "GRANT USAGE ON LANGUAGE plpgsql TO r",
        "GRANT USAGE ON FOREIGN DATA WRAPPER w TO r",
        "GRANT SELECT ON LARGE OBJECT 42 TO r",
        "ALTER INDEX i OWNER TO r",
        "ALTER ROLE r LOGIN",
        "ALTER DATABASE d OWNER TO r"
      })
  void whatIsNoPartOfASchemaStaysInert(String text) {
    assertInstanceOf(ParsedStatement.Inert.class, first(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT ON t TO r",
        "GRANT SELECT ON t",
        "GRANT SELECT ON t TO",
        "REVOKE SELECT ON t TO r",
        "GRANT SELECT ON ALL THINGS IN SCHEMA s TO r",
        "GRANT EXECUTE ON FUNCTION f( TO r",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON t TO r",
        "ALTER TABLE t OWNER TO 1"
      })
  void whatTheServerCannotReadIsBroken(String text) {
    assertInstanceOf(ParsedStatement.Broken.class, first(text));
  }

  @Test
  void rolesOfTheSessionAreSettings() {
    assertEquals(Map.of("role", Optional.of("app")), settings("SET ROLE app"));
    assertEquals(Map.of("role", Optional.of("App")), settings("SET LOCAL ROLE 'App'"));
    assertEquals(Map.of("role", Optional.empty()), settings("RESET ROLE"));
    assertEquals(Map.of("role", Optional.empty()), settings("SET SESSION ROLE NONE"));
    assertEquals(
        Map.of("role", Optional.empty(), "session_authorization", Optional.of("app")),
        settings("SET SESSION AUTHORIZATION app"));
    assertInstanceOf(ParsedStatement.Inert.class, first("SET TIME ZONE 'UTC'"));
  }

  private Map<String, Optional<String>> settings(String text) {
    return assertInstanceOf(ParsedStatement.SetVariables.class, first(text)).values();
  }

  private ParsedStatement first(String text) {
    return frontend.parse(new SourceText("text", text)).statements().getFirst();
  }
}
