package dev.schemend.parser.layout.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a source can be bad, and what is said about it. */
class BadSourcesTest {

  @TempDir private Path directory;
  private Path repository;

  @BeforeEach
  void badThings() throws IOException, GitAPIException {
    file("prisma/20230101000000_a/migration.sql", "a");
    file("prisma/20230102000000_gone/other.sql", "");
    file("odd/20230101000000_a/migration.sql/inside", "");
    file("latin/1.sql", "");
    Files.write(
        directory.resolve("latin/1.sql"), new byte[] {'a', '\n', 'b', (byte) 0xE9, 'c', '\n'});
    Files.write(
        directory.resolve("utf16.sql"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, '\n', 0});
    Files.write(directory.resolve("cut.sql"), new byte[] {'a', (byte) 0xC3});
    Files.createDirectories(directory.resolve("empty"));
    file("nothing/readme.md", "");
    file("dates/20230101_a.sql", "");
    file("dates/202212011200_b.sql", "");
    file("widths/01_b.sql", "");
    file("widths/1_a.sql", "");
    file("widths/2_c.sql", "");
    file("widths/10_d.sql", "");
    file("parts/1_10_b.sql", "");
    file("parts/1_9_a.sql", "");
    file("parts/01.sql", "");
    file("undo/1_a.down.sql", "");
    file("flyway/V1__a.sql", "");
    file("flyway/sub/V1.0__b.sql", "");
    file("goose/1_a.sql", "-- +goose Up\n");
    file("goose/2_b.sql", "create table b ();\n");
    file("pop/1_a.mysql.up.sql", "");
    file("drizzle/meta/_journal.json", "{\"entries\": [{\"tag\": \"0_a\"}]}");
    file("journal/meta/_journal.json", "{\n\"entries\": [");
    file("sqitch/sqitch.plan", "a 2023\n@t 2023\na 2023\n");
    file("plan/sqitch.plan", "a 2023\na 2023\n");
    Files.createSymbolicLink(directory.resolve("loop.sql"), Path.of("loop.sql"));
    file("repository/m/1/migration.sql", "a");
    repository = directory.resolve("repository");
    Files.createSymbolicLink(repository.resolve("m/1/link"), Path.of("migration.sql"));
    try (Git git = Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("m")
          .setAuthor("a", "a@example.org")
          .setCommitter("a", "a@example.org")
          .setSign(false)
          .call();
    }
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static MigrationSourceException failure(String location, Path workingDirectory) {
    return assertThrows(
        MigrationSourceException.class, () -> Layouts.read(location, workingDirectory));
  }

  private static void fails(
      String location, Path workingDirectory, Code code, String path, String what) {
    MigrationSourceException failure = failure(location, workingDirectory);
    assertEquals(code, failure.code());
    assertEquals(path + ": " + what + " (" + code.hint() + ")", failure.getMessage());
    assertEquals(path, failure.path());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "absent | NOT_FOUND | absent | there is no such file or directory",
        "prisma | MISSING_SCRIPT | prisma/20230102000000_gone/migration.sql | the migration"
            + " \"20230102000000_gone\" has no migration.sql",
        "odd | NOT_READABLE | odd/20230101000000_a/migration.sql | it cannot be read: it is a"
            + " directory",
        "latin | NOT_UTF8 | latin/1.sql | byte 3 (line 2, value 0xE9) is not UTF-8",
        "utf16.sql | NOT_UTF8 | utf16.sql | byte 0 (line 1, value 0xFF) is not UTF-8; the file is"
            + " UTF-16",
        "cut.sql | NOT_UTF8 | cut.sql | byte 1 (line 1, value 0xC3) is not UTF-8",
        "empty | EMPTY_DIRECTORY | empty | the directory is empty",
        "nothing | NO_MIGRATIONS | nothing | the directory holds no migration",
        "loop.sql | NO_MIGRATIONS | loop.sql | it is neither a directory nor a plain file",
        "dates | AMBIGUOUS_ORDER | dates | 202212011200_b.sql and 20230101_a.sql come in one order"
            + " as text and in another as numbers",
        "widths | AMBIGUOUS_ORDER | widths | 01_b.sql and 1_a.sql come in one order as text and in"
            + " another as numbers",
        "parts | AMBIGUOUS_ORDER | parts | 1_10_b.sql and 1_9_a.sql come in one order as text and"
            + " in another as numbers",
        "flyway | DUPLICATE_VERSION | flyway | V1__a.sql and sub/V1.0__b.sql have the same version",
        "goose | NO_UP_SECTION | goose/2_b.sql | no line says where what runs begins; goose writes"
            + " -- +goose Up",
        "pop | NEEDS_SERVER | pop | it has files of its own for each kind of server",
        "drizzle | MISSING_FILE | drizzle/0_a.sql | meta/_journal.json lists it, and it is not"
            + " there",
        "journal | BAD_SETTINGS | journal/meta/_journal.json:2 | it cannot be read: Unexpected"
            + " end-of-input: expected close marker for Array",
        "sqitch | MISSING_FILE | sqitch/deploy/a@t.sql | sqitch.plan plans the change a@t, and its"
            + " script is not there",
        "plan | BAD_SETTINGS | plan/sqitch.plan | the change a comes twice without a tag between",
        "undo | UNDO_SCRIPTS | undo | 1_a.down.sql undoes a migration and would be run as one",
        "git:HEAD | BAD_LOCATION | git:HEAD | a revision and a path are needed, with a colon"
            + " between them",
        "git::m | BAD_LOCATION | git::m | a revision and a path are needed, with a colon between"
            + " them"
      })
  void onDisk(String location, Code code, String path, String what) {
    fails(location, directory, code, path, what);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "git:nope:m | UNKNOWN_REVISION | git:nope:m | \"nope\": the repository has no revision of"
            + " that name",
        "git:HEAD~9:m | UNKNOWN_REVISION | git:HEAD~9:m | \"HEAD~9\": the repository has no"
            + " revision of that name",
        "git:HEAD:n | NOT_IN_REVISION | git:HEAD:n | that revision has no file or directory \"n\"",
        "git:HEAD:./n | NOT_IN_REVISION | git:HEAD:./n | that revision has no file or directory"
            + " \"n\"",
        "git:HEAD:../m | OUTSIDE_REPOSITORY | git:HEAD:../m | the path leads out of the repository",
        "git:HEAD:m/1/link | NO_MIGRATIONS | git:HEAD:m/1/link | it is neither a directory nor a"
            + " plain file"
      })
  void inGit(String location, Code code, String path, String what) {
    fails(location, repository, code, path, what);
  }

  @Test
  void aRevisionThatIsNoRevision() {
    assertEquals(Code.UNKNOWN_REVISION, failure("git:HEAD^{:m", repository).code());
    assertEquals(Code.UNKNOWN_REVISION, failure("git:HEAD^{blob}:m", repository).code());
  }

  @Test
  void outsideOfEveryRepository() {
    assertEquals(Code.NOT_A_REPOSITORY, failure("git:HEAD:m", Path.of("/")).code());
  }

  @Test
  void permissionDenied() throws IOException {
    Path file = directory.resolve("latin/1.sql");
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "the superuser may read everything");
    fails("latin", directory, Code.NOT_READABLE, "latin/1.sql", "permission denied");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aMissingScriptIsWhatPrismaCallsP3015() {
    assertEquals(Optional.of("P3015"), failure("prisma", directory).code().prismaCode());
    EnumSet<Code> others = EnumSet.complementOf(EnumSet.of(Code.MISSING_SCRIPT));
    others.forEach(code -> assertEquals(Optional.empty(), code.prismaCode()));
  }
}
