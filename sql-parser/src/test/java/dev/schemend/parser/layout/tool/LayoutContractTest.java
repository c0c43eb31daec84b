package dev.schemend.parser.layout.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.StatementText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layout keeps, on a golden directory of each. */
class LayoutContractTest {

  /** Set to write what is read as what is expected; a build machine never does. */
  private static final boolean BLESSED = Boolean.getBoolean("bless") && System.getenv("CI") == null;

  /** What a layout writes itself, at the place of what it stands for. */
  private static final Pattern ADDED = Pattern.compile("DO \\$precondition\\$");

  @TempDir private Path top;

  static List<LayoutCase> cases() {
    return LayoutCase.all();
  }

  @Test
  void everyLayoutHasAGoldenDirectory() {
    Set<String> shown = new TreeSet<>();
    cases().forEach(golden -> shown.add(golden.layout()));
    assertEquals(new TreeSet<>(Layouts.names()), shown);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatIsExpected(LayoutCase golden) throws IOException {
    MigrationHistory history = onDisk(golden);
    assertEquals(golden.layout(), history.layout());
    Path expected = golden.directory().resolve("expected.txt");
    String read = text(golden, history);
    if (BLESSED) {
      Files.writeString(expected, read);
    }
    assertEquals(Files.readString(expected), read);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runsNothingThatUndoes(LayoutCase golden) throws IOException {
    for (Migration migration : onDisk(golden).migrations()) {
      assertFalse(migration.script().text().contains("undone"), migration.name());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPlaceIsThatOfTheFile(LayoutCase golden) throws IOException {
    for (Migration migration : onDisk(golden).migrations()) {
      SplitScript split = golden.splitter().split(migration.script());
      for (StatementText statement : split.statements()) {
        SourceSpan span = statement.span();
        List<String> lines = Files.readString(top.resolve(span.source())).lines().toList();
        String written = lines.get(span.line() - 1).substring(span.column() - 1);
        String begin = statement.text().lines().findFirst().orElseThrow();
        String word = begin.substring(0, Math.min(6, begin.length()));
        assertTrue(
            written.startsWith(word) || ADDED.matcher(begin).lookingAt(),
            span.position() + ": " + written);
        assertEquals(
            lines.get(span.line() - 1).stripTrailing(),
            split.source().lineAt(span.start()),
            span.position());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aGitRevisionReadsAsTheDirectoryDoes(LayoutCase golden) throws IOException, GitAPIException {
    MigrationHistory disk = onDisk(golden);
    try (Git git = Git.init().setDirectory(top.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("m")
          .setAuthor("a", "a@example.org")
          .setCommitter("a", "a@example.org")
          .setSign(false)
          .call();
    }
    MigrationHistory git = golden.read("git:HEAD:" + golden.root(), top);
    assertEquals(disk.names(), git.names());
    assertEquals(disk.provider(), git.provider());
    assertEquals(texts(disk), texts(git));
    assertEquals(
        disk.notes().stream().map(Diagnostic::message).toList(),
        git.notes().stream().map(Diagnostic::message).toList());
    assertEquals(disk, onDisk(golden), "reading twice reads the same");
  }

  private MigrationHistory onDisk(LayoutCase golden) throws IOException {
    try (Stream<Path> there = Files.list(top)) {
      if (there.findAny().isEmpty()) {
        golden.copyTo(top);
      }
    }
    return golden.read(golden.root(), top);
  }

  private static List<String> texts(MigrationHistory history) {
    return history.migrations().stream().map(migration -> migration.script().text()).toList();
  }

  private static String text(LayoutCase golden, MigrationHistory history) {
    StringBuilder text = new StringBuilder();
    history.provider().ifPresent(provider -> text.append("for ").append(provider).append('\n'));
    for (Migration migration : history.migrations()) {
      text.append("== ").append(migration.name()).append('\n');
      for (StatementText statement : statements(golden, migration)) {
        text.append(statement.span().position()).append(": ");
        text.append(statement.text().replaceAll("\\s+", " ")).append('\n');
      }
    }
    for (Diagnostic note : history.notes()) {
      text.append(note.severity()).append(' ').append(note.text()).append('\n');
    }
    return text.toString();
  }

  private static List<StatementText> statements(LayoutCase golden, Migration migration) {
    return golden.splitter().split(migration.script()).statements();
  }
}
