package dev.schemend.cli.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.exec.connect.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

  private static final Member FIRST = member("a");
  private static final Member SECOND = member("b");
  private static final Member THIRD = member("c");

  private static Member member(String database) {
    return Member.at(DatabaseUrl.parse("postgresql://paul:secret@db:5432/" + database));
  }

  @Test
  void isTakenUpBehindALineThatWasNeverFinished(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("state.jsonl");
    Progress progress = Progress.of(Optional.of(file), "deploy 1");
    progress.keep(Result.of(FIRST, Fate.DONE));
    progress.keep(Result.of(SECOND, Fate.FAILED, Failure.of("P3018", "It failed.", "")));
    Files.writeString(file, "{\"database\":\"db:54", StandardOpenOption.APPEND);

    Progress again = Progress.of(Optional.of(file), "deploy 1");
    assertTrue(again.isDone(FIRST));
    assertFalse(again.isDone(SECOND));
    again.keep(Result.of(THIRD, Fate.DONE));
    again.keep(Result.of(SECOND, Fate.DONE));

    Progress last = Progress.of(Optional.of(file), "deploy 1");
    assertTrue(last.isDone(SECOND) && last.isDone(THIRD));
    assertEquals(3, last.doneBefore());
    assertFalse(Files.readString(file).contains("secret"));
  }

  @Test
  void isOfOneJobAlone(@TempDir Path directory) {
    Optional<Path> file = Optional.of(directory.resolve("state.jsonl"));
    Progress.of(file, "deploy 1").keep(Result.of(FIRST, Fate.DONE));
    FailureException refused =
        assertThrows(FailureException.class, () -> Progress.of(file, "repair backward 1"));
    assertEquals("other-job", refused.failure().code());
  }
}
