package dev.schemend.parser.layout.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.history.MigrationHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeTest {

  @TempDir private Path top;

  @BeforeEach
  void twoCommits() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(top.toFile()).setInitialBranch("main").call()) {
      file("app/prisma/migrations/1_init/migration.sql", "create table a ();\n");
      file("app/prisma/migrations/migration_lock.toml", "provider = \"mysql\"\n");
      commit(git, "first");
      git.tag().setName("v1").setSigned(false).call();
      file("app/prisma/migrations/1_init/migration.sql", "create table b ();\n");
      file("app/prisma/migrations/1_init.d/migration.sql", "");
      file("schema.sql", "create table c ();\n");
      commit(git, "second");
    }
    file("app/prisma/migrations/2_uncommitted/migration.sql", "");
  }

  private static void commit(Git git, String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage(message)
        .setAuthor("a", "a@example.org")
        .setCommitter("a", "a@example.org")
        .setSign(false)
        .call();
  }

  private void file(String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String onlyText(MigrationHistory history) {
    assertEquals(1, history.migrations().size());
    return history.migrations().getFirst().script().text();
  }

  @Test
  void readsADirectoryAsItWas() {
    MigrationHistory then = Layouts.read("git:v1:app/prisma/migrations", top);
    assertEquals("create table a ();\n", onlyText(then));
    assertEquals(Optional.of("mysql"), then.provider());
    assertEquals(
        "git:v1:app/prisma/migrations/1_init/migration.sql",
        then.migrations().getFirst().script().name());
    MigrationHistory before = Layouts.read("git:HEAD~1:app/prisma/migrations", top);
    assertEquals(onlyText(then), onlyText(before));
  }

  @Test
  void seesOnlyWhatIsCommitted() {
    assertEquals(
        List.of("1_init", "1_init.d"), Layouts.read("git:HEAD:app/prisma/migrations", top).names());
    assertEquals(
        List.of("1_init", "1_init.d", "2_uncommitted"),
        Layouts.read("app/prisma/migrations", top).names());
  }

  @Test
  void pathsStartAtTheRootUnlessADotLeadsThem() {
    Path app = top.resolve("app");
    String text = "create table a ();\n";
    assertEquals(text, onlyText(Layouts.read("git:v1:app/prisma/migrations/", app)));
    assertEquals(text, onlyText(Layouts.read("git:v1:./prisma/migrations", app)));
    assertEquals(text, onlyText(Layouts.read("git:v1:../app/./prisma/migrations", app)));
    assertEquals(text, onlyText(Layouts.read("git:v1:.", app.resolve("prisma/migrations"))));
  }

  @Test
  void readsOneFile() {
    MigrationHistory schema = Layouts.read("git:main:schema.sql", top);
    assertEquals("schema-file", schema.layout());
    assertEquals(List.of("schema.sql"), schema.names());
    assertEquals("create table c ();\n", onlyText(schema));
    assertEquals("plain", Layouts.read("git:main:", top).layout());
  }
}
