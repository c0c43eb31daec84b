package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that no offline rule can compare are settled by the live side, without a trace. */
class StoredFormsTest {

  private static final String ATOMIC =
      "create function h(x xml) returns boolean language sql begin atomic"
          + " select xmlexists('/h' passing x); end";

  private static final String ROLLUP =
      "create table s (a int, b int, check (b > 0));"
          + " create view v as select s.a as a, count(s.b) as c from s group by s.a with rollup";

  private static final String LIVE =
      "create table t (id int, x xml, d xml default xmlparse(content '<a/>'),"
          + " constraint c check (xmlexists('/a' passing x)));"
          + " create view v as select xmlelement(name e, id) as e from t;"
          + " create domain dx as xml check (xmlexists('/v' passing value));"
          + " create policy p on t using (xmlexists('/p' passing x) and exists"
          + " (select 1 from t o where o.id = t.id))"
          + " with check (xmlexists('/q' passing x));"
          + " create function f() returns trigger language plpgsql as 'begin return new; end';"
          + " create trigger g after insert or update of x on t for each row"
          + " when (xmlexists('/g' passing new.x)) execute function f();"
          + " create rule r as on delete to t where xmlexists('/r' passing old.x)"
          + " do instead (delete from only t where xmlexists('/d' passing x))";

  private static final String DIFF =
      "migrate diff --from env:DATABASE_URL --to schema.sql --script --exit-code";

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void anotherSpellingIsNoDifference(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(LIVE);
      Typed typed =
          new Typed(directory, database)
              .file(
                  "schema.sql",
                  LIVE.replace("passing x", "passing by ref x")
                      .replace("passing v", "passing by ref v"));
      Typed.Answer offline = typed.run(DIFF + " --offline-rules");
      assertTrue(offline.err().contains("(unproven)"), offline::toString);
      assertEquals("", typed.run(DIFF).exits(0).err());
    }
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void twoFilesAreHeldAgainstEachOtherInAShadowDatabase(ServerKind kind, @TempDir Path directory) {
    boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
    String one = postgres ? LIVE : ROLLUP;
    String other = postgres ? LIVE.replace("passing x", "passing by ref x") : one.replace("s.", "");
    String third = postgres ? LIVE.replace("'/a'", "'/b'") : one.replace("count", "max");
    String diff =
        "migrate diff --from one.sql --to %s.sql --script --exit-code --dialect "
            + (kind.flavor() == Flavor.MARIADB ? "mariadb" : postgres ? "postgresql" : "mysql");
    try (TestDatabase shadow = kind.createDatabase()) {
      Typed typed =
          new Typed(directory, shadow)
              .file("one.sql", one)
              .file("other.sql", other)
              .file("third.sql", third);
      assertTrue(typed.run(diff.formatted("other")).err().contains("(unproven)"));
      String asked = diff + " --shadow-database-url env:DATABASE_URL";
      assertEquals("", typed.run(asked.formatted("other")).exits(0).err());
      typed.run(asked.formatted("third")).exits(2);
      assertTrue(typed.run(asked.formatted("other")).exits(0).err().isEmpty(), "it is empty again");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void bodiesOfStandardSqlAreAskedAbout(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(ATOMIC);
      new Typed(directory, database)
          .file("schema.sql", ATOMIC.replace("passing x", "passing h.x"))
          .run(DIFF)
          .exits(0);
      new Typed(directory, database)
          .file("schema.sql", ATOMIC.replace("'/h'", "'/i'"))
          .run(DIFF)
          .exits(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void anotherMeaningIsOne(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(LIVE);
      Typed typed = new Typed(directory, database).file("schema.sql", LIVE.replace("'/a'", "'/b'"));
      typed.run(DIFF).exits(2);
    }
  }
}
