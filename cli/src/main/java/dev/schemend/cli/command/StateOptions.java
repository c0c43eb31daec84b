package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.cli.state.StateSpecs;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was given for one side of a comparison; exactly one of it must be.
 *
 * @param side {@code --from} or {@code --to}
 * @param states of the option of that name
 * @param empty whether the option with {@code -empty} is there
 * @param migrations of the option with {@code -migrations}
 * @param urls of the option with {@code -url}
 * @param schemas of the options with {@code -schema} and {@code -schema-datamodel}
 * @param datasources of the option with {@code -schema-datasource}
 * @param configured whether the option with {@code -config-datasource} is there
 */
record StateOptions(
    String side,
    List<String> states,
    boolean empty,
    List<String> migrations,
    List<String> urls,
    List<String> schemas,
    List<String> datasources,
    boolean configured) {

  /** Copies the lists. */
  StateOptions {
    states = List.copyOf(states);
    migrations = List.copyOf(migrations);
    urls = List.copyOf(urls);
    schemas = List.copyOf(schemas);
    datasources = List.copyOf(datasources);
  }

  /**
   * The one state.
   *
   * @throws dev.schemend.cli.process.FailureException where there is none, or more than one
   */
  StateSpec state(StateSpecs specs) {
    int given =
        states.size()
            + (empty ? 1 : 0)
            + migrations.size()
            + urls.size()
            + schemas.size()
            + datasources.size()
            + (configured ? 1 : 0);
    if (given != 1) {
      throw Failure.usage(
              "Exactly one " + side + " state must be given; " + counted(given) + ".",
              "Give " + side + " STATE, or one of " + String.join(", ", spellings()) + ".")
          .exception();
    }
    if (empty) {
      return new StateSpec.Empty();
    }
    if (!urls.isEmpty()) {
      return specs.url(urls.getFirst());
    }
    if (!migrations.isEmpty()) {
      return specs.files(migrations.getFirst());
    }
    if (!schemas.isEmpty()) {
      return specs.prismaSchema(schemas.getFirst());
    }
    if (!datasources.isEmpty()) {
      return specs.datasource(datasources.getFirst());
    }
    if (configured) {
      return specs.project();
    }
    return specs.any(states.getFirst());
  }

  private String counted(int given) {
    if (given == 0) {
      return "none was";
    }
    List<String> options = new ArrayList<>();
    states.forEach(state -> options.add(side));
    if (empty) {
      options.add(side + "-empty");
    }
    migrations.forEach(directory -> options.add(side + "-migrations"));
    urls.forEach(url -> options.add(side + "-url"));
    schemas.forEach(schema -> options.add(side + "-schema-datamodel"));
    datasources.forEach(schema -> options.add(side + "-schema-datasource"));
    if (configured) {
      options.add(side + "-config-datasource");
    }
    return given + " were (" + String.join(", ", options) + ")";
  }

  private List<String> spellings() {
    return List.of(
        side + "-empty",
        side + "-migrations DIR",
        side + "-url URL",
        side + "-schema-datamodel FILE");
  }
}
