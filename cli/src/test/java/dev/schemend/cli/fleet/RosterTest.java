package dev.schemend.cli.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {

  private static Roster in(Path directory) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Roster(
        new Surroundings(
            directory,
            Map.of("SHARD", "mysql://paul:secret@shard/app", "PATH", System.getenv("PATH")),
            new ByteArrayInputStream(new byte[0]),
            nowhere,
            nowhere));
  }

  @Test
  void namesDatabasesWithoutUserAndPassword(@TempDir Path directory) {
    List<Member> members =
        in(directory)
            .ofCommand(
                "printf '# tenants\\n\\nenv:SHARD\\n"
                    + "postgresql://paul:secret@db/app?schema=t1\\n"
                    + "postgresql://paul:secret@db/app?schema=t2\\n'");
    assertEquals(
        List.of("shard:3306/app", "db:5432/app?schema=t1", "db:5432/app?schema=t2"),
        members.stream().map(Member::name).toList());
  }

  @Test
  void saysWhichLineIsWrongWithoutShowingIt(@TempDir Path directory) {
    Failure wrong = failure(directory, "echo mysql://paul:secret@a/b; echo mysql:/paul:secret");
    assertEquals("bad-list", wrong.code());
    assertTrue(wrong.title().contains("line 2"), wrong.title());
    assertFalse(wrong.toString().contains("secret"), wrong.toString());
    assertTrue(
        failure(directory, "echo mysql://a@b/c; echo mysql://d@b/c")
            .because()
            .getFirst()
            .contains("twice"));
    assertEquals("bad-list", failure(directory, "true").code());
    assertEquals("no-list", failure(directory, "exit 7").code());
  }

  private static Failure failure(Path directory, String command) {
    return assertThrows(FailureException.class, () -> in(directory).ofCommand(command)).failure();
  }
}
