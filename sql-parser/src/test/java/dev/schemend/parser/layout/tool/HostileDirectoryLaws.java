package dev.schemend.parser.layout.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.schemend.parser.layout.MigrationSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in the files of a layout, it is read or refused with the typed error. */
class HostileDirectoryLaws {

  private static final List<LayoutCase> CASES = LayoutCase.all();

  @Provide
  Arbitrary<byte[]> contents() {
    Arbitrary<String> words =
        Arbitraries.of(
            "-- +goose Up\n",
            "-- migrate:up\n",
            "-- //@UNDO\n",
            "--liquibase formatted sql\n",
            "--changeset a:b endDelimiter:",
            "/* liquibase rollback\n",
            "--ignoreLines:99999999999\n",
            "-- atlas:txtar\n",
            "-- atlas:delimiter ",
            "databaseChangeLog:\n",
            "{\"entries\":",
            "[",
            "{",
            "<databaseChangeLog>",
            "<changeSet ",
            "- include: {file: ",
            "${",
            "}",
            "\\i ",
            "source ",
            "@t ",
            "%",
            "\n",
            ": ",
            "&a *a ",
            "\"",
            "'",
            "\u0000",
            "\uFEFF",
            "= ",
            "[[[[[[[[");
    Arbitrary<byte[]> texts =
        words.list().ofMaxSize(20).map(list -> String.join("", list).getBytes(UTF_8));
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Arbitraries.frequencyOf(Tuple.of(3, texts), Tuple.of(1, bytes));
  }

  @Property(tries = 400)
  void anyContentIsReadOrRefused(
      @ForAll @IntRange(max = 1000) int which,
      @ForAll @IntRange(max = 1000) int file,
      @ForAll("contents") byte[] content)
      throws IOException {
    LayoutCase golden = CASES.get(which % CASES.size());
    Path top = Files.createTempDirectory("hostile");
    try {
      golden.copyTo(top);
      List<Path> files;
      try (Stream<Path> all = Files.walk(top)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      Files.write(files.get(file % files.size()), content);
      assertNotNull(golden.read(golden.root(), top));
    } catch (MigrationSourceException refused) {
      assertNotNull(refused.code());
    } finally {
      try (Stream<Path> all = Files.walk(top)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
