package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.lint.Level;
import dev.schemend.lint.LintFinding;
import dev.schemend.lint.LintRule;
import java.util.ArrayList;
import java.util.List;

/** Findings as SARIF. */
public final class LintSarif {

  private LintSarif() {}

  /** The text, with a line feed at its end. */
  public static String of(List<LintFinding> findings) {
    List<Sarif.Rule> rules = new ArrayList<>();
    for (LintRule rule : LintRule.values()) {
      rules.add(new Sarif.Rule(rule.words(), rule.summary(), level(rule.level())));
    }
    List<ObjectNode> results = new ArrayList<>();
    for (LintFinding finding : findings) {
      ObjectNode result =
          Sarif.result(
              finding.rule().words(),
              level(finding.level()),
              finding.message() + (finding.hint().isEmpty() ? "" : "\n" + finding.hint()));
      finding.span().ifPresent(span -> Sarif.place(result, span));
      results.add(result);
    }
    return Sarif.of(rules, results);
  }

  private static String level(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case OFF -> "none";
    };
  }
}
