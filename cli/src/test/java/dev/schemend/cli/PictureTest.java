package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change as a diagram and as a page. */
class PictureTest {

  private static final String FROM =
      """
      CREATE TYPE mood AS ENUM ('sad');
      CREATE TABLE account (id int PRIMARY KEY, name varchar(80), old_name text);
      CREATE TABLE visit (id int, account_id int REFERENCES account, amount numeric(10,2));
      CREATE TABLE gone (account_id int REFERENCES account);
      CREATE TABLE apart (id int);
      """;

  private static final String TO =
      """
      CREATE TYPE mood AS ENUM ('sad');
      CREATE TABLE account (id int PRIMARY KEY, name varchar(100) NOT NULL DEFAULT 'a', mood mood);
      CREATE UNIQUE INDEX account_name ON account (name) WHERE mood IS NOT NULL;
      CREATE TABLE visit (id int, account_id int REFERENCES account, amount numeric(10,2));
      CREATE TABLE "order line" (account_id int PRIMARY KEY REFERENCES account ON DELETE CASCADE);
      CREATE TABLE apart (id int);
      """;

  @TempDir private Path directory;

  private Tool.Run run(String from, String to, String format) {
    Tool tool = Tool.in(directory).file("from.sql", from).file("to.sql", to);
    Tool.Run run =
        tool.run(
            "migrate diff --from from.sql --to to.sql --dialect postgresql --format " + format);
    assertEquals(0, run.exit(), run.err());
    return run;
  }

  @Test
  void drawsTheTablesThatChangeAndTheirNeighbors() {
    assertEquals(
        """
        erDiagram
            t_account["account (changed)"] {
                INTEGER id PK
                VARCHAR(100) name "changed: was VARCHAR(80), now NOT NULL, default 'a'"
                mood mood "added"
                TEXT old_name "removed"
                unique_index account_name "added: (name) where 'mood' IS NOT NULL"
            }
            t_gone["gone (removed)"] {
                INTEGER account_id FK
            }
            t_order_line["order line (added)"] {
                INTEGER account_id PK, FK
            }
            t_visit["visit"]
            t_gone }o..o| t_account : "gone_account_id_fkey (removed)"
            t_order_line |o--|| t_account : "order line_account_id_fkey (added)"
            t_visit }o--o| t_account : "visit_account_id_fkey"
        """,
        run(FROM, TO, "mermaid").out());
  }

  @Test
  void drawsNothingWhereNothingDiffers() {
    assertEquals("erDiagram\n", run(FROM, FROM, "mermaid").out());
    assertTrue(run(FROM, FROM, "html").out().contains("No difference."));
  }

  @Test
  void aPageHoldsBothSchemasAndThePlan() {
    String page = run(FROM, TO, "html").out();
    assertTrue(page.contains("CREATE TABLE &quot;order line&quot;"), page);
    assertTrue(page.contains("<strong>data-loss</strong>"), page);
    assertTrue(page.contains("<title>- gone_account_id_fkey</title>"), page);
    assertTrue(page.contains("table public.apart"), page);
  }

  @Test
  void whatSchemasHoldIsTextInAPage() {
    String hostile =
        "CREATE TABLE \"</title><script>alert(1)</script>\""
            + " (\"<img src=x onerror=alert(1)>\" text DEFAULT '\"><svg onload=alert(1)>');";
    String page = run("", hostile, "html").out();
    assertFalse(page.contains("<script>alert"), page);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("<svg onload"), page);
  }

  @Test
  void formsExcludeEachOther() {
    Tool.Run run =
        Tool.in(directory)
            .file("a.sql", "")
            .run("migrate diff --from a.sql --to a.sql --dialect mysql --json --format html");
    assertEquals(64, run.exit());
    assertTrue(run.err().contains("exclude each other"), run.err());
  }
}
