package dev.schemend.parser.layout.tool;

import dev.schemend.parser.split.Characters;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives of an Atlas migration: comments at its top, one a line. */
final class AtlasText {

  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*(?:--|#)\\s*atlas:(\\w+)(?:[ \\t]+(.*))?");
  private static final Pattern ARCHIVED = Pattern.compile("--\\s+(\\S+)\\s+--");
  private static final String MIGRATION = "migration.sql";

  private AtlasText() {}

  static boolean isCheckpoint(SourceText file) {
    return directive(file, "checkpoint").isPresent();
  }

  /**
   * What of a file runs.
   *
   * @param clientReads whether the client's word DELIMITER is read in this dialect
   */
  static SourceText runs(SourceText file, boolean clientReads) {
    if (directive(file, "txtar").isPresent()) {
      return archived(file);
    }
    Optional<String> delimiter = directive(file, "delimiter").map(AtlasText::unescaped);
    // One of white space, or within a comment, cuts nothing that semicolons do not cut as well.
    boolean word = delimiter.filter(text -> !text.isBlank() && !text.startsWith("--")).isPresent();
    if (!word || !clientReads) {
      return file;
    }
    int start = Characters.lineEnd(file.text(), 0);
    return new SourceComposer(file.name())
        .copy(file, 0, start)
        .insert("\nDELIMITER " + delimiter.orElseThrow().strip(), file, 0)
        .copy(file, start, file.text().length())
        .build();
  }

  private static SourceText archived(SourceText file) {
    String text = file.text();
    SourceComposer composer = new SourceComposer(file.name());
    boolean running = false;
    int at = 0;
    while (at < text.length()) {
      int end = Characters.lineEnd(text, at);
      int next = Math.min(end + 1, text.length());
      Matcher name = ARCHIVED.matcher(text.substring(at, Characters.trimEnd(text, at, end)));
      if (name.matches()) {
        running = name.group(1).equals(MIGRATION);
      } else if (running) {
        composer.copy(file, at, next);
      }
      at = next;
    }
    return composer.build();
  }

  private static Optional<String> directive(SourceText file, String name) {
    return directives(file).stream()
        .filter(directive -> directive.group(1).equals(name))
        .map(directive -> directive.group(2) == null ? "" : directive.group(2))
        .findFirst();
  }

  /** Those of the comments that the file begins with, up to the first empty line. */
  private static List<Matcher> directives(SourceText file) {
    String text = file.text();
    List<Matcher> found = new ArrayList<>();
    int at = text.isEmpty() || text.charAt(0) != Characters.BYTE_ORDER_MARK ? 0 : 1;
    while (at < text.length()) {
      int end = Characters.lineEnd(text, at);
      String line = text.substring(at, Characters.trimEnd(text, at, end));
      if (!line.startsWith("--") && !line.startsWith("#")) {
        return found;
      }
      Matcher directive = DIRECTIVE.matcher(line);
      if (directive.matches()) {
        found.add(directive);
      }
      at = end + 1;
    }
    return found;
  }

  private static String unescaped(String delimiter) {
    return delimiter.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
  }
}
