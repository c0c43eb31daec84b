package dev.schemend.it.pairs;

import java.util.Objects;

/**
 * What came of one pair.
 *
 * @param pair which one
 * @param verdict what came of it
 * @param detail what was said, for a person who looks for the cause; may have several lines
 */
record Judgement(SchemaPair pair, Verdict verdict, String detail) {

  Judgement {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(detail, "detail");
  }

  /** The first line that says something. */
  String cause() {
    return detail.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
