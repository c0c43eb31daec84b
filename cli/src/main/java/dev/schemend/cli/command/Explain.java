package dev.schemend.cli.command;

import dev.schemend.cli.explain.Stories;
import dev.schemend.cli.explain.Story;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.ExplainText;
import dev.schemend.cli.render.StoryJson;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.ReadingOptions;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.cli.state.StateSpecs;
import dev.schemend.name.ObjectKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: which statements of a history made an object, and which changed it since. */
@Command(
    name = "explain",
    description =
        "Show an object as the migrations leave it, and every statement that touched it, also those"
            + " that do not name it.",
    footer = {
      "",
      "Examples:",
      "  schemend explain table users --from-migrations prisma/migrations",
      "  schemend explain column users.email --from-migrations db/migrations --dialect mysql",
      "  schemend explain users_email_key --from-migrations git:HEAD~3:prisma/migrations --json"
    })
final class Explain implements Callable<Integer> {

  /** Words for several kinds at once; all others are the kinds' own. */
  private static final Map<String, Set<ObjectKind>> WORDS =
      Map.of(
          "type",
          EnumSet.of(
              ObjectKind.ENUM_TYPE,
              ObjectKind.COMPOSITE_TYPE,
              ObjectKind.RANGE_TYPE,
              ObjectKind.DOMAIN),
          "function",
          EnumSet.of(ObjectKind.ROUTINE, ObjectKind.AGGREGATE),
          "procedure",
          EnumSet.of(ObjectKind.ROUTINE),
          "view",
          EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW),
          "table",
          EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE));

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "[KIND] NAME",
      description =
          "What to explain: table users, column users.email, index users_email_key, type mood, or"
              + " the name alone.")
  private List<String> words;

  @Option(
      names = {"--from-migrations", "--migrations"},
      paramLabel = "DIR",
      description =
          "The migrations, or git:<revision>:<path>; without it ./prisma/migrations, else"
              + " ./migrations.")
  private String directory;

  @Mixin private ServerOptions server;
  @Mixin private LayoutOption layout;

  @Option(names = "--json", description = "Print it as JSON (docs/plan-json.md).")
  private boolean json;

  Explain(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String name = words.getLast();
    Set<ObjectKind> kinds = kinds(String.join(" ", words.subList(0, words.size() - 1)));
    String location =
        directory == null ? new Project(surroundings, Optional.empty()).migrations() : directory;
    StatePair states =
        new StateReader(
                surroundings,
                server.server(),
                server.scope(),
                ReadingOptions.of(layout.choice(), server.session()))
            .read(new StateSpecs(surroundings).files(location), new StateSpec.Empty());
    ReadState history = states.from();
    Stories stories = new Stories(states.kit(), history);
    List<Story> found = stories.find(kinds, name);
    tellUnread(history);
    if (found.isEmpty()) {
      throw notFound(location, stories.nearest(kinds, name)).exception();
    }
    if (json) {
      surroundings.out().print(StoryJson.of(location, states.kit(), found));
    } else {
      ExplainText.lines(found).forEach(surroundings.out()::println);
    }
    return ExitCode.CLEAN.status();
  }

  private static Set<ObjectKind> kinds(String word) {
    if (word.isEmpty()) {
      return Set.of();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (WORDS.containsKey(lower)) {
      return WORDS.get(lower);
    }
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind.words().equals(lower)) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      throw Failure.usage(
              "No kind of object is called " + word + ".",
              "Write table, column, index, constraint, type, view, sequence, trigger …, or the name"
                  + " alone.")
          .exception();
    }
    return kinds;
  }

  private Failure notFound(String location, List<String> nearest) {
    return Failure.of(
        "no-such-object",
        location + " makes no " + String.join(" ", words) + ", and never did.",
        nearest.isEmpty()
            ? "It makes nothing of that kind."
            : "Did you mean " + String.join(" or ", nearest) + "?");
  }

  private void tellUnread(ReadState history) {
    int unread = history.coverage().unknown().size();
    if (unread > 0) {
      surroundings
          .err()
          .println(
              "warning: "
                  + unread
                  + (unread == 1 ? " statement" : " statements")
                  + " of "
                  + history.coverage().statements()
                  + " could not be read or applied, and are not in the story; migrate diff names"
                  + " them.");
    }
  }
}
