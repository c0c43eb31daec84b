package dev.schemend.cli.state;

import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * How the files of a state are read.
 *
 * @param layout applies to each side that is a directory of migrations
 * @param init what each migration's session begins with
 * @param cut applies to each side that is a history and has its migration
 * @param prisma the Prisma that schemas are for, where the command line says it
 * @param configuration the {@code prisma.config.ts}, where the command line names one
 * @param shadow an empty database in which a server settles what could not be read offline
 * @param asks whether a live side is asked how it stores texts that cannot be compared without it
 * @param rights whether owners and privileges are compared, too
 */
public record ReadingOptions(
    LayoutChoice layout,
    SessionInit init,
    HistoryCut cut,
    Optional<PrismaVersion> prisma,
    Optional<String> configuration,
    Optional<DatabaseUrl> shadow,
    boolean asks,
    boolean rights) {

  /** Rejects null parts. */
  public ReadingOptions {
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(init, "init");
    Objects.requireNonNull(cut, "cut");
    Objects.requireNonNull(prisma, "prisma");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(shadow, "shadow");
  }

  /** Whole histories, read offline, without owners and privileges. */
  public static ReadingOptions of(LayoutChoice layout, SessionInit init) {
    return new ReadingOptions(
        layout,
        init,
        new HistoryCut.Whole(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false);
  }
}
