package dev.schemend.parser.layout.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {

  @TempDir private Path directory;

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private MigrationHistory read(String location) {
    return Layouts.read(location, directory);
  }

  private Optional<String> provider(String lockFile) throws IOException {
    file("m/migration_lock.toml", lockFile);
    return read("m").provider();
  }

  @Test
  void prismaDirectoriesRunInByteOrder() throws IOException {
    file("m/20230101000000_b/migration.sql", "b");
    file("m/20220101000000_a/migration.sql", "\uFEFFa");
    file("m/20220101000000_a/README.md", "ignored");
    file("m/20220101000000_B/migration.sql", "");
    file("m/0_init/migration.sql", "init\r\n");
    file("m/notes.sql", "ignored");
    file("m/migration_lock.toml", "# a comment\n\nprovider = \"postgresql\"\n");
    MigrationHistory history = read("./m");
    assertEquals("prisma", history.layout());
    assertEquals(Optional.of("postgresql"), history.provider());
    assertEquals(
        List.of("0_init", "20220101000000_B", "20220101000000_a", "20230101000000_b"),
        history.names());
    Migration third = history.migrations().get(2);
    assertEquals("\uFEFFa", third.script().text());
    assertEquals("./m/20220101000000_a/migration.sql", third.script().name());
    assertEquals("20220101000000_a/migration.sql", third.path());
    assertTrue(third.matches(third.checksum()));
  }

  @Test
  void theProviderIsKeptAsItIsWritten() throws IOException {
    assertEquals(Optional.of("mysql"), provider("provider = \"mysql\"\r\n"));
    assertEquals(Optional.of("nonsense"), provider("provider = \"nonsense\""));
    assertEquals(Optional.of("mysql"), provider("provider = mysql"));
    assertEquals(Optional.of("provider=\"mysql"), provider("provider=\"mysql\""));
    assertEquals(Optional.of(""), provider("# provider = \"mysql\""));
    assertEquals(List.of(), read("m").names());
    file("n/1/migration.sql", "");
    assertEquals(Optional.empty(), read("n").provider());
  }

  @Test
  void plainFilesRunInByteOrder() throws IOException {
    file("m/002_b.sql", "b");
    file("m/001_a.sql", "a");
    file("m/z.sql", "z");
    file("m/readme.txt", "ignored");
    file("m/seed/data.sql", "ignored");
    MigrationHistory history = read("m");
    assertEquals("plain", history.layout());
    assertEquals(List.of("001_a.sql", "002_b.sql", "z.sql"), history.names());
    assertEquals("m/001_a.sql:1:1", history.migrations().getFirst().script().span(0, 1).position());
    assertEquals(
        List.of(
            "not run: the scripts of directories below; --layout nested takes them along"
                + " m/seed:1:1"),
        history.notes().stream()
            .map(note -> note.message() + " " + note.span().orElseThrow().position())
            .toList());
  }

  @Test
  void oneFileIsAHistoryOfOne() throws IOException {
    file("db/schema.sql", "create table t ()");
    MigrationHistory history = read("db/schema.sql");
    assertEquals("schema-file", history.layout());
    assertEquals(List.of("schema.sql"), history.names());
    assertEquals("db/schema.sql", history.migrations().getFirst().script().name());
  }

  @Test
  void byteOrderIsThatOfUtf8() {
    // U+FF5E comes before U+1F600 in UTF-8, and behind its surrogates in UTF-16.
    List<String> names =
        List.of("\uD83D\uDE00", "\uFF5E", "b", "B").stream()
            .map(name -> new TreeEntry(name, EntryKind.FILE))
            .sorted(TreeEntry.BYTE_ORDER)
            .map(TreeEntry::name)
            .toList();
    assertEquals(List.of("B", "b", "\uFF5E", "\uD83D\uDE00"), names);
  }

  @Test
  void everyByteOfGoodTextIsKept() throws IOException {
    String text = "\uFEFF'é \uD83D\uDE00 \u0000'\r\n";
    file("s.sql", text);
    assertEquals(text, read("s.sql").migrations().getFirst().script().text());
    assertEquals(
        text.getBytes(UTF_8).length, Files.size(directory.resolve("s.sql")), "nothing was added");
  }
}
