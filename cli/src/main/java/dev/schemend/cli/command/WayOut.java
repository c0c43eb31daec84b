package dev.schemend.cli.command;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.render.PreflightText;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.repair.Way;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A way out, ready to be shown and run.
 *
 * @param name {@code backward} or {@code forward}
 * @param way what it consists of
 * @param clearing statements that take away unfinished indexes first
 * @param script the rest of it
 * @param rows what the rows say about it; empty where they were not asked
 */
record WayOut(
    String name,
    Way way,
    List<StatementText> clearing,
    List<ParsedStatement> script,
    Optional<PreflightText> rows) {

  /** The danger of losing what was written into a database, by the name it is allowed under. */
  static final String DATA_LOSS = Hazard.Kind.DATA_LOSS.words();

  /** The danger of undoing what somebody else changed. */
  static final String DRIFT = "drift";

  /** Copies the statements. */
  WayOut {
    clearing = List.copyOf(clearing);
    script = List.copyOf(script);
  }

  static WayOut of(String name, Way way, List<ObjectRef> unfinished, DialectKit kit) {
    return new WayOut(
        name, way, clearing(unfinished, kit), script(name, way, kit), Optional.empty());
  }

  /** An unfinished index has a name that the script may need, and is in no model. */
  private static List<StatementText> clearing(List<ObjectRef> unfinished, DialectKit kit) {
    StringBuilder text = new StringBuilder();
    for (ObjectRef index : unfinished) {
      text.append(
          kit.frontend()
              .print(
                  new DdlStatement.DropIndexes(
                      List.of(index.name().sibling(index.member())),
                      true,
                      false,
                      DropBehavior.RESTRICT)));
      text.append(";\n");
    }
    return kit.frontend().split(new SourceText("unfinished", text.toString()));
  }

  private static List<ParsedStatement> script(String name, Way way, DialectKit kit) {
    return switch (way) {
      case Way.Planned planned ->
          planned.plan().isEmpty()
              ? List.of()
              : kit.frontend()
                  .parse(new SourceText(name, ScriptText.of(planned.plan(), kit.frontend())))
                  .statements();
      case Way.Written written -> written.statements();
      case Way.Blocked blocked -> List.of();
    };
  }

  /** The same with what the rows say. */
  WayOut asked(PreflightText answers) {
    return new WayOut(name, way, clearing, script, Optional.of(answers));
  }

  ParsedScript parsed() {
    return new ParsedScript(new SourceText(name, ""), script);
  }

  boolean isOpen() {
    return !(way instanceof Way.Blocked);
  }

  /** What the database must hold behind it. */
  Optional<Schema> expected() {
    return switch (way) {
      case Way.Planned planned -> Optional.of(planned.expected());
      case Way.Written written -> Optional.of(written.expected());
      case Way.Blocked blocked -> Optional.empty();
    };
  }

  /** The scripts to run, each in a session of its own. */
  List<List<StatementText>> scripts() {
    List<List<StatementText>> scripts = new ArrayList<>();
    if (!clearing.isEmpty()) {
      scripts.add(clearing);
    }
    if (!script.isEmpty()) {
      scripts.add(script.stream().map(ParsedStatement::source).toList());
    }
    return scripts;
  }

  /** The dangers that must be allowed by name. */
  SortedSet<String> dangers() {
    SortedSet<String> dangers = new TreeSet<>();
    if (way instanceof Way.Planned planned) {
      if (!planned.alsoUndone().isEmpty()) {
        dangers.add(DRIFT);
      }
      boolean hazardous =
          planned.plan().steps().stream()
              .flatMap(step -> step.hazards().stream())
              .anyMatch(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS);
      if (hazardous && rows.isEmpty()) {
        dangers.add(DATA_LOSS);
      }
    }
    if (rows.filter(PreflightText::loses).isPresent()) {
      dangers.add(DATA_LOSS);
    }
    return dangers;
  }

  /** The whole of it as a text that could be run elsewhere. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<StatementText> part : scripts()) {
      part.forEach(statement -> text.append(statement.text()).append(";\n"));
    }
    return text.toString();
  }
}
