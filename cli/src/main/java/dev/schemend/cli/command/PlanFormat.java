package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms in which a plan is written. */
enum PlanFormat {
  SUMMARY,
  SCRIPT,
  JSON,
  SARIF,
  MERMAID,
  HTML;

  /** The one that is asked for; without a word the summary. */
  static PlanFormat of(boolean script, boolean json, PlanFormat format) {
    List<PlanFormat> asked = new ArrayList<>();
    if (script) {
      asked.add(SCRIPT);
    }
    if (json) {
      asked.add(JSON);
    }
    if (format != null) {
      asked.add(format);
    }
    if (asked.stream().distinct().count() > 1) {
      throw Failure.usage("--script, --json and --format exclude each other.", "Give one of them.")
          .exception();
    }
    return asked.isEmpty() ? SUMMARY : asked.getFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
