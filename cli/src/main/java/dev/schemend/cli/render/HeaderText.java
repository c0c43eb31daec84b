package dev.schemend.cli.render;

import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.plan.Plan;
import dev.schemend.plan.SideCoverage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first lines of a script: from which schema to which it leads, and how much of them is known.
 */
public final class HeaderText {

  private static final int SHOWN = 8;

  private static final Pattern PLAN =
      Pattern.compile(
          "(?m)\\A-- schemend:plan from=([0-9a-f]{64}) \\((live|offline)\\) to=[0-9a-f]{64}\\b");

  private HeaderText() {}

  /**
   * What a script says of the schema that it is for.
   *
   * @param fingerprint of that schema
   * @param live whether it was read from a server, so that nothing but a change there can alter it
   */
  public record Expected(String fingerprint, boolean live) {}

  /** The lines, with an empty one behind them. */
  public static String of(StatePair states, Plan plan) {
    return "-- schemend:plan from="
        + plan.from().hex()
        + " ("
        + (states.from().spec() instanceof StateSpec.LiveDatabase ? "live" : "offline")
        + ") to="
        + plan.to().hex()
        + "\n-- from "
        + side(states.from(), plan.coverage().from())
        + "\n-- to "
        + side(states.to(), plan.coverage().to())
        + "\n\n";
  }

  /** What the header of a script says; empty where it has none. */
  public static Optional<Expected> expected(String script) {
    Matcher header = PLAN.matcher(script);
    return header.find()
        ? Optional.of(new Expected(header.group(1), header.group(2).equals("live")))
        : Optional.empty();
  }

  /** A script that is shown and not run. */
  public static String commented(String script) {
    return "-- The way back, to be run by nobody who runs this file:\n"
        + script
            .lines()
            .map(line -> line.isEmpty() ? "--\n" : "-- " + line + "\n")
            .collect(Collectors.joining());
  }

  private static String side(ReadState state, SideCoverage coverage) {
    String label = state.spec().label().replaceAll("\\s+", " ");
    if (state.spec() instanceof StateSpec.LiveDatabase) {
      return label + ": read from the server";
    }
    return label
        + ": "
        + (coverage.statements() - coverage.unread())
        + " of "
        + coverage.statements()
        + " statements were read"
        + (coverage.opaque() == 0 ? "" : ", " + coverage.opaque() + " of them carried as they are")
        + (coverage.assumed() == 0
            ? ""
            : "; " + CoverageText.places(coverage.assumed()) + " as in a database without rows")
        + (coverage.touched().isEmpty()
            ? ""
            : (coverage.assumed() == 0 ? "; the others touch " : "; in doubt are ")
                + coverage.touched().stream()
                    .limit(SHOWN)
                    .map(Object::toString)
                    .collect(Collectors.joining(", ")));
  }
}
