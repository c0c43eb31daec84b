package dev.schemend.cli.render;

import dev.schemend.cli.explain.Story;
import java.util.ArrayList;
import java.util.List;

/** The stories of objects, for a person. */
public final class ExplainText {

  private static final String INDENT = "  ";

  private ExplainText() {}

  /** The lines of all stories, with an empty line between two of them. */
  public static List<String> lines(List<Story> stories) {
    List<String> lines = new ArrayList<>();
    for (Story story : stories) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(story.ref() + (story.present() ? "" : " (gone)"));
      for (String statement : story.definition()) {
        (statement + ";").lines().forEach(line -> lines.add(INDENT + line));
      }
      if (story.trail().isEmpty()) {
        lines.add(INDENT + "made by the server itself");
      }
      story
          .trail()
          .ifPresent(
              trail ->
                  StoryText.lines(trail).stream()
                      .flatMap(String::lines)
                      .forEach(line -> lines.add(INDENT + line)));
    }
    return lines;
  }
}
