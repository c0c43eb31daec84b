package dev.schemend.cli.render;

import dev.schemend.exec.run.ScriptGroup;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;

/** Which statements of a script will be kept or undone together. */
public final class ForecastText {

  private ForecastText() {}

  /** One line for each group, and its statements below. */
  public static List<String> lines(List<ScriptGroup> groups) {
    List<String> lines = new ArrayList<>();
    for (ScriptGroup group : groups) {
      lines.add("  " + words(group.kind()) + ":");
      group.statements().forEach(statement -> lines.add("    " + StatementLine.of(statement)));
    }
    return lines;
  }

  /** What is worth a warning: a script that looks atomic and is not, or cannot run so. */
  public static List<String> remarks(String migration, List<ScriptGroup> groups) {
    List<String> remarks = new ArrayList<>();
    for (ScriptGroup group : groups) {
      StatementText first = group.statements().getFirst();
      switch (group.kind()) {
        case ALONE_BY_THE_SERVER -> {
          if (groups.size() > 1) {
            remarks.add(
                migration
                    + " is not atomic: this runs in no transaction, and what is before it is"
                    + " committed first: "
                    + StatementLine.of(first));
          }
        }
        case BEHIND_NEW_LABEL ->
            remarks.add(
                migration
                    + " is not atomic: this may use a label that is added before it, which the"
                    + " server allows only once that is committed: "
                    + StatementLine.of(first));
        case LABEL_IN_DOUBT ->
            remarks.add(
                migration
                    + ": where a statement of this transaction uses a label that it adds to an"
                    + " enum, the server refuses it (55P04); COMMIT behind ALTER TYPE: "
                    + StatementLine.of(first));
        case REFUSED ->
            remarks.add(
                migration
                    + ": the server refuses this inside the transaction that the script begins: "
                    + StatementLine.of(first));
        case TRANSACTION, OF_THE_SCRIPT, ALONE -> {}
      }
    }
    return remarks;
  }

  private static String words(ScriptGroup.Kind kind) {
    return switch (kind) {
      case TRANSACTION -> "in one transaction";
      case BEHIND_NEW_LABEL -> "in one transaction, once the new label is committed";
      case LABEL_IN_DOUBT ->
          "in a transaction that the script begins, with a new label that it may not use";
      case OF_THE_SCRIPT -> "in a transaction that the script begins";
      case ALONE_BY_THE_SERVER -> "by itself, as the server runs it in no transaction";
      case ALONE -> "committed by itself";
      case REFUSED -> "refused by the server, inside the transaction that the script begins";
    };
  }
}
