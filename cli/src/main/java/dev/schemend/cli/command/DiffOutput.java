package dev.schemend.cli.command;

import dev.schemend.cli.picture.HtmlPage;
import dev.schemend.cli.picture.MermaidText;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.BlameText;
import dev.schemend.cli.render.HazardText;
import dev.schemend.cli.render.HeaderText;
import dev.schemend.cli.render.PlanJson;
import dev.schemend.cli.render.PlanSarif;
import dev.schemend.cli.render.RenameText;
import dev.schemend.cli.render.SummaryText;
import dev.schemend.cli.state.PlanStyle;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.name.Identifier;
import dev.schemend.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a plan, and the plan back, in the form that is wanted. */
final class DiffOutput {

  private static final String BACK = "\n[<] The way back\n";

  private final Surroundings surroundings;
  private final DiffForm form;
  private final Boolean header;
  private final StatePair states;

  /**
   * An output.
   *
   * @param header whether scripts begin with fingerprints; null leaves it to the states
   */
  DiffOutput(Surroundings surroundings, DiffForm form, Boolean header, StatePair states) {
    this.surroundings = surroundings;
    this.form = form;
    this.header = header;
    this.states = states;
  }

  /** What is to be said of likely renames where the form has no place for it. */
  List<String> doubts(PlanStyle.Styled styled) {
    List<String> lines = new ArrayList<>();
    if (form.format() != PlanFormat.SUMMARY || styled.style() == PlanStyle.PRISMA) {
      RenameText.open(styled.result().plan())
          .forEach(line -> lines.add("warning: " + line + "; it is dropped and made anew"));
      if (!lines.isEmpty()) {
        lines.add("  " + RenameText.REMEDY);
      }
    }
    return lines;
  }

  void write(PlanStyle.Styled there, Optional<PlanStyle.Styled> back) {
    if (form.format() == PlanFormat.JSON) {
      write(
          PlanJson.of(states, there.result().plan(), back.map(one -> one.result().plan())),
          form.output());
      return;
    }
    if (form.reverseOutput().isPresent()) {
      write(text(states, there), form.output());
      back.ifPresent(one -> write(text(reversed(), one), form.reverseOutput()));
      return;
    }
    write(text(states, there) + back.map(this::section).orElse(""), form.output());
  }

  private StatePair reversed() {
    return new StatePair(states.kit(), states.to(), states.from());
  }

  private String text(StatePair sides, PlanStyle.Styled styled) {
    Plan plan = styled.result().plan();
    boolean own = styled.style() == PlanStyle.SCHEMEND;
    return switch (form.format()) {
      case SUMMARY ->
          summary(styled)
              + (own ? HazardText.of(plan) : "")
              + BlameText.of(sides, plan)
              + (own ? RenameText.of(plan) : "");
      case SCRIPT -> (hasHeader(styled) ? HeaderText.of(sides, plan) : "") + script(styled);
      case JSON -> PlanJson.of(sides, plan, Optional.empty());
      case SARIF -> PlanSarif.of(plan);
      case MERMAID -> MermaidText.of(sides, plan);
      case HTML -> HtmlPage.of(sides, plan);
    };
  }

  /**
   * In a script the way back is commented out: whoever runs the file means the way there. A picture
   * shows both ways already.
   */
  private String section(PlanStyle.Styled back) {
    return switch (form.format()) {
      case SUMMARY -> BACK + summary(back);
      case SCRIPT -> "\n" + HeaderText.commented(script(back));
      case JSON, SARIF, MERMAID, HTML -> "";
    };
  }

  private String summary(PlanStyle.Styled styled) {
    Plan plan = styled.result().plan();
    SqlFrontend frontend = states.kit().frontend();
    Identifier defaultSchema = states.kit().profile().defaultSchema();
    if (styled.asPrisma().isPresent()) {
      return SummaryText.inOrderOfSteps(styled.asPrisma().get(), frontend, defaultSchema);
    }
    return switch (styled.style()) {
      case SCHEMEND -> SummaryText.of(plan, frontend, defaultSchema);
      case PRISMA -> SummaryText.inOrderOfSteps(plan, frontend, defaultSchema);
    };
  }

  private static String script(PlanStyle.Styled back) {
    return back.script().apply(back.result().plan());
  }

  private boolean hasHeader(PlanStyle.Styled styled) {
    if (header != null) {
      return header;
    }
    return styled.style() == PlanStyle.SCHEMEND
        && !styled.result().plan().isEmpty()
        && states.from().spec() instanceof StateSpec.LiveDatabase;
  }

  private void write(String text, Optional<Path> file) {
    if (file.isEmpty()) {
      surroundings.out().print(text);
      surroundings.out().flush();
      return;
    }
    try {
      Files.writeString(surroundings.workingDirectory().resolve(file.get()), text);
    } catch (IOException unwritable) {
      throw Failure.of(
              "not-writable",
              "The file " + file.get() + " cannot be written.",
              "Check the path and the rights on its directory.")
          .exception();
    }
  }
}
