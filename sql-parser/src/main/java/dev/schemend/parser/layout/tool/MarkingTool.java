package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is to be known of a tool that keeps both ways of a migration in one file.
 *
 * @param layout its name
 * @param files names of its SQL files, whole
 * @param code names of its migrations in other languages, whole
 * @param marks the lines between the ways
 * @param order the order of its files
 * @param example how it marks the way forward, for messages
 * @param finish what it does to a section before it is sent
 */
record MarkingTool(
    String layout,
    Pattern files,
    Pattern code,
    Marks marks,
    Order order,
    String example,
    Finish finish) {

  /** Puts names in the order in which they run. */
  @FunctionalInterface
  interface Order {
    List<String> apply(SourceTree tree, List<String> names);
  }

  /** Turns the section of a file into what is sent. */
  @FunctionalInterface
  interface Finish {
    /** The section is sent as it is. */
    Finish NOTHING = (section, options, notes) -> section;

    SourceText apply(SourceText section, LayoutOptions options, HistoryNotes notes);
  }

  boolean isMigration(String name) {
    return files.matcher(name).matches();
  }

  boolean isCode(String name) {
    return code.matcher(name).matches();
  }
}
