package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.HeaderText;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import java.util.Locale;
import java.util.Optional;

/**
 * The schema that a script is for. A plan is proven from one schema to another; run on a third, it
 * can fail half way, or drop what nobody has seen.
 *
 * @param hex the fingerprint; empty where any schema will do
 * @param strict whether another one ends the run; else it is warned of, since a schema read from
 *     files can differ from a live one in what the server writes in words of its own
 */
record ExpectedFingerprint(Optional<String> hex, boolean strict) {

  private static final String HEADER = "header";
  private static final String NONE = "none";
  private static final String HEX = "[0-9a-f]{12,64}";

  /**
   * What is expected.
   *
   * @param option as given; null where it was not
   */
  static ExpectedFingerprint of(String option, SourceText script) {
    Optional<HeaderText.Expected> header = HeaderText.expected(script.text());
    if (option == null) {
      return new ExpectedFingerprint(
          header.map(HeaderText.Expected::fingerprint),
          header.filter(HeaderText.Expected::live).isPresent());
    }
    String wanted = option.toLowerCase(Locale.ROOT);
    if (wanted.equals(NONE)) {
      return new ExpectedFingerprint(Optional.empty(), false);
    }
    if (wanted.equals(HEADER)) {
      if (header.isEmpty()) {
        throw Failure.of(
                "no-header",
                "The script does not begin with a fingerprint.",
                "Make it with migrate diff --script --header, or give the fingerprint itself.")
            .exception();
      }
      return new ExpectedFingerprint(Optional.of(header.get().fingerprint()), true);
    }
    if (!wanted.matches(HEX)) {
      throw Failure.usage(
              "--expect-fingerprint " + option + " is no fingerprint.",
              "Give 12 to 64 hexadecimal digits, header or none.")
          .exception();
    }
    return new ExpectedFingerprint(Optional.of(wanted), true);
  }

  /** Returns where the database has it, or where that is no condition. */
  void require(OpenedDatabase opened, Surroundings surroundings) {
    if (hex.isEmpty()) {
      return;
    }
    Schema live = new FailedMigrationReader(opened.kit(), opened.database()).live().schema();
    String found = FailedMigrationReader.POLICY.visible(live).fingerprint().hex();
    if (found.startsWith(hex.get())) {
      return;
    }
    String sentence =
        "The script was made for schema "
            + hex.get().substring(0, 12)
            + ", and the database holds "
            + found.substring(0, 12)
            + ".";
    if (strict) {
      throw Failure.of(
              "schema-moved",
              sentence + " Nothing was run.",
              "Make the plan again from the database as it is; or, where the difference is known"
                  + " to be harmless, give --expect-fingerprint none.")
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    surroundings
        .err()
        .println(
            "warning: "
                + sentence
                + " It was made from files, so this may be no more than another way of writing.");
  }
}
