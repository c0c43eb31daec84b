package dev.schemend.hazard;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judges scripts as people write them. */
public final class ScriptAssessment {

  private static final String TRUNCATE = "TRUNCATE";

  private final SchemaFold fold;
  private final HazardRules rules;

  /** A judge by one server's rules. */
  public ScriptAssessment(SchemaFold fold, HazardRules rules) {
    this.fold = fold;
    this.rules = rules;
  }

  /** The statements of a script that runs on {@code live}. */
  public List<Assessed> of(Schema live, ParsedScript script) {
    FoldState before = fold.begin(fold.start(live));
    return of(before, script, fold.run(before, script).schema());
  }

  /**
   * The statements of a script.
   *
   * @param before what is there, in the session that the script begins in
   * @param end what is there behind the script
   */
  public List<Assessed> of(FoldState before, ParsedScript script, Schema end) {
    Assessor assessor = new Assessor(rules, end);
    List<Assessed> assessed = new ArrayList<>();
    FoldState state = before;
    for (ParsedStatement statement : script.statements()) {
      FoldState from = state;
      List<Assessed.Part> parts = new ArrayList<>();
      List<Hazard> lost = new ArrayList<>();
      if (statement instanceof ParsedStatement.Ddl ddl) {
        for (DdlStatement one : ddl.statements()) {
          FoldState to = fold.run(state, new ParsedStatement.Ddl(ddl.source(), List.of(one)));
          parts.add(part(assessor, one, state, to));
          state = to;
        }
      } else {
        state = fold.run(state, statement);
        lost.addAll(assessor.code(from.schema(), state.schema()));
        if (statement instanceof ParsedStatement.Inert inert && empties(inert)) {
          lost.add(
              new Hazard(
                  Hazard.Kind.DATA_LOSS,
                  ObjectRef.table(ObjectName.unqualified(Identifier.of(target(inert)))),
                  "every row of the table is lost"));
        }
      }
      assessed.add(new Assessed(statement, parts, lost, missed(from, state)));
    }
    return List.copyOf(assessed);
  }

  private static Assessed.Part part(
      Assessor assessor, DdlStatement statement, FoldState from, FoldState to) {
    Deed deed = assessor.deed(statement, from.schema(), to.schema(), from.session());
    return new Assessed.Part(deed, assessor.judge(deed));
  }

  private static List<Diagnostic> missed(FoldState from, FoldState to) {
    List<Diagnostic> all = to.coverage().unknown();
    return all.subList(from.coverage().unknown().size(), all.size());
  }

  private static boolean empties(ParsedStatement.Inert inert) {
    return inert.kind().toUpperCase(Locale.ROOT).startsWith(TRUNCATE);
  }

  /** The first name behind the key words, as written. */
  private static String target(ParsedStatement.Inert inert) {
    return inert
        .source()
        .text()
        .replaceFirst("(?is)^truncate\\s+(table\\s+)?(only\\s+)?", "")
        .replaceFirst("(?s)[\\s,;*(].*$", "")
        .replaceAll("[`\"]", "");
  }
}
