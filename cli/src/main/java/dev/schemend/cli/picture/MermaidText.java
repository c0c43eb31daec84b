package dev.schemend.cli.picture;

import dev.schemend.cli.state.StatePair;
import dev.schemend.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan changes as an entity relationship diagram of Mermaid, as code hosts draw it (<a
 * href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">its manual</a>).
 *
 * <p>What becomes of a table stands behind its name, what becomes of a column in the column's
 * comment. Mermaid's names of types and columns are narrower than SQL's; a character that they
 * cannot hold becomes an underscore.
 */
public final class MermaidText {

  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder("erDiagram\n");
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private MermaidText() {}

  /** The diagram, with a line feed at its end. */
  public static String of(StatePair states, Plan plan) {
    return of(PictureOf.of(states, plan));
  }

  static String of(Picture picture) {
    MermaidText mermaid = new MermaidText();
    picture.boxes().forEach(mermaid::box);
    picture.lines().forEach(mermaid::line);
    return mermaid.text.toString();
  }

  private void box(Box box) {
    String heading =
        box.name()
            + (box.mark() == Mark.SAME ? "" : " (" + box.mark().words() + ")")
            + (box.note().isEmpty() ? "" : ", " + box.note());
    text.append(INDENT).append(id(box.name())).append("[\"").append(quoted(heading)).append("\"]");
    if (box.rows().isEmpty()) {
      text.append('\n');
      return;
    }
    text.append(" {\n");
    box.rows().forEach(this::row);
    text.append(INDENT).append("}\n");
  }

  private void row(Box.Row row) {
    text.append(INDENT)
        .append(INDENT)
        .append(word(row.type()))
        .append(' ')
        .append(word(row.name()));
    if (!row.keys().isEmpty()) {
      text.append(' ').append(String.join(", ", row.keys()));
    }
    String comment =
        List.of(row.mark().words(), row.note()).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(": "));
    if (!comment.isEmpty()) {
      text.append(" \"").append(quoted(comment)).append('"');
    }
    text.append('\n');
  }

  private void line(Line line) {
    String label = line.name() + (line.mark() == Mark.SAME ? "" : " (" + line.mark().words() + ")");
    text.append(INDENT)
        .append(id(line.from()))
        .append(line.single() ? " |o" : " }o")
        .append(line.mark() == Mark.REMOVED ? ".." : "--")
        .append(line.optional() ? "o| " : "|| ")
        .append(id(line.to()))
        .append(" : \"")
        .append(quoted(label))
        .append("\"\n");
  }

  /** A name of the diagram's own for each table: what a table is called stands in its heading. */
  private String id(String table) {
    return ids.computeIfAbsent(
        table,
        name -> {
          String word = "t_" + name.replaceAll("[^A-Za-z0-9_]", "_");
          String id = word;
          for (int n = 2; !taken.add(id); n++) {
            id = word + "_" + n;
          }
          return id;
        });
  }

  /** As the names of types and attributes may be: a letter, then letters, digits, - _ ( ) [ ]. */
  private static String word(String sql) {
    String word = sql.replace(", ", "_").replaceAll("[^A-Za-z0-9_()\\[\\]-]", "_");
    return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "_" + word : word;
  }

  /** Within double quotes, which the diagram's language cannot escape. */
  private static String quoted(String words) {
    return words.replace('"', '\'').replaceAll("[\\r\\n]+", " ");
  }
}
