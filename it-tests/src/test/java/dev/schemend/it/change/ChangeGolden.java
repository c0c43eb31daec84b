package dev.schemend.it.change;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.rename.Advice;
import dev.schemend.cli.rename.HintsFile;
import dev.schemend.cli.rename.OnAmbiguity;
import dev.schemend.dialect.Flavor;
import dev.schemend.rename.Declared;
import dev.schemend.rename.RenameAdvice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One directory; a file of hints in it says what was renamed. A line {@code -- since POSTGRESQL
 * 15.0} or {@code -- only MARIADB} in {@code to.sql} says which servers have what it needs.
 *
 * @param directory where it is
 */
record ChangeGolden(Path directory) {

  private static final Path ALL = Path.of("src/test/resources/changes");
  private static final Pattern SINCE = Pattern.compile("-- since (\\w+) (\\d+)\\.(\\d+)");
  private static final Pattern ONLY = Pattern.compile("-- only (\\w+)");

  /** The directories of a dialect: {@code postgresql} or {@code mysql}. */
  static List<ChangeGolden> of(String dialect) {
    if (!Files.isDirectory(ALL.resolve(dialect))) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(ALL.resolve(dialect))) {
      return directories.sorted().map(ChangeGolden::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a server of that product and version has what the change needs. */
  boolean isFor(Flavor flavor, int major, int minor) {
    String to = read("to.sql");
    Matcher only = ONLY.matcher(to);
    if (only.find() && !only.group(1).equals(flavor.name())) {
      return false;
    }
    Matcher since = SINCE.matcher(to);
    while (since.find()) {
      int wantedMajor = Integer.parseInt(since.group(2));
      boolean older =
          major < wantedMajor || (major == wantedMajor && minor < Integer.parseInt(since.group(3)));
      if (since.group(1).equals(flavor.name()) && older) {
        return false;
      }
    }
    return true;
  }

  /** What its hints say, for the way there and for the way back. */
  RenameAdvice advice(DialectKit kit) {
    Path hints = directory.resolve(HintsFile.NAME);
    if (!Files.isRegularFile(hints)) {
      return RenameAdvice.NONE;
    }
    List<Declared> both = new ArrayList<>();
    for (Declared one : HintsFile.read(hints, hints.toString(), kit)) {
      both.add(one);
      one.to()
          .ifPresent(
              to -> both.add(new Declared(to, Optional.of(one.from()), one.source(), one.where())));
    }
    return new Advice(both, Optional.empty(), OnAmbiguity.DROP_CREATE, true);
  }

  String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return directory.getParent().getFileName() + "/" + directory.getFileName();
  }
}
