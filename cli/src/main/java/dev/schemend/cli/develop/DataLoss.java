package dev.schemend.cli.develop;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.render.DataLossText;
import dev.schemend.exec.preflight.RowCounts;
import dev.schemend.planning.prisma.DestructiveChange;
import dev.schemend.planning.prisma.DestructiveChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plan may cost, in Prisma's sentences.
 *
 * @param warnings what is lost, or may fail
 * @param unexecutable what cannot be done with the rows that are there
 */
public record DataLoss(List<String> warnings, List<Impossible> unexecutable) {

  /**
   * Something that cannot be done.
   *
   * @param step the number of its step, from 0
   * @param message why
   */
  public record Impossible(int step, String message) {}

  /** Copies the lists. */
  public DataLoss {
    warnings = List.copyOf(warnings);
    unexecutable = List.copyOf(unexecutable);
  }

  /** What may be lost, whatever rows there are: what stands above a migration. */
  public static DataLoss possible(Difference difference, DialectKit kit) {
    return of(difference, kit, Optional.empty());
  }

  /** What is lost with the rows that are there. */
  public static DataLoss counted(Difference difference, DialectKit kit, RowCounts counts) {
    return of(difference, kit, Optional.of(counts));
  }

  private static DataLoss of(Difference difference, DialectKit kit, Optional<RowCounts> counts) {
    DataLossText text =
        new DataLossText(kit, difference.clientDefaults(), counts, difference.former());
    List<String> warnings = new ArrayList<>();
    List<Impossible> unexecutable = new ArrayList<>();
    for (DestructiveChanges.Found found : difference.destructive()) {
      Optional<String> message = text.of(found.change());
      switch (found.change()) {
        case DestructiveChange.Warning warning -> message.ifPresent(warnings::add);
        case DestructiveChange.Unexecutable impossible ->
            message.ifPresent(one -> unexecutable.add(new Impossible(found.step(), one)));
      }
    }
    return new DataLoss(warnings, unexecutable);
  }

  /** Whether there is nothing to say. */
  public boolean isNone() {
    return warnings.isEmpty() && unexecutable.isEmpty();
  }

  /** The comment above a migration, in Prisma's layout; empty where there is nothing to say. */
  public String header() {
    if (isNone()) {
      return "";
    }
    StringBuilder header = new StringBuilder("/*\n  Warnings:\n\n");
    warnings.forEach(one -> header.append("  - ").append(one).append('\n'));
    unexecutable.forEach(one -> header.append("  - ").append(one.message()).append('\n'));
    return header.append("\n*/\n").toString();
  }
}
