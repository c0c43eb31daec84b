package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.Placeholders;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.Locale;
import java.util.Optional;

/**
 * goose replaces {@code ${NAME}} and {@code ${NAME:-default}} between {@code -- +goose ENVSUB ON}
 * and {@code OFF}. The environment of the run is not that of a deployment, so only what the command
 * line says has a value here.
 */
final class EnvironmentVariables {

  private static final String SWITCH = "+goose envsub ";
  private static final String DEFAULT = ":-";

  private EnvironmentVariables() {}

  static SourceText replace(SourceText section, LayoutOptions options, HistoryNotes notes) {
    String text = section.text();
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(SWITCH + "on");
    if (at < 0) {
      return section;
    }
    Placeholders placeholders = new Placeholders("${", "}", name -> value(name, options));
    SourceComposer composer = new SourceComposer(section.name());
    int kept = 0;
    while (at >= 0) {
      int off = lower.indexOf(SWITCH + "off", at);
      int end = off < 0 ? text.length() : off;
      composer.copy(section, kept, at);
      SourceText part = new SourceComposer(section.name()).copy(section, at, end).build();
      SourceText replaced = placeholders.replace(part, notes);
      composer.copy(replaced, 0, replaced.text().length());
      kept = end;
      at = lower.indexOf(SWITCH + "on", end);
    }
    return composer.copy(section, kept, text.length()).build();
  }

  private static Optional<String> value(String written, LayoutOptions options) {
    int colon = written.indexOf(DEFAULT);
    String name = colon < 0 ? written : written.substring(0, colon);
    Optional<String> given = Optional.ofNullable(options.variables().get(name));
    return colon < 0
        ? given
        : given.or(() -> Optional.of(written.substring(colon + DEFAULT.length())));
  }
}
