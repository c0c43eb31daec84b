package dev.schemend.lint;

import java.util.EnumMap;
import java.util.Map;

/** How bad each rule's findings are: what is said, else what the rule says itself. */
public final class LintLevels {

  private final Map<LintRule, Level> said;

  /** Levels that differ from the rules' own. */
  public LintLevels(Map<LintRule, Level> said) {
    this.said = new EnumMap<>(LintRule.class);
    this.said.putAll(said);
  }

  /** The level of a rule. */
  public Level of(LintRule rule) {
    return said.getOrDefault(rule, rule.level());
  }
}
