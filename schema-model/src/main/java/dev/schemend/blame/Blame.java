package dev.schemend.blame;

import dev.schemend.apply.FoldObserver;
import dev.schemend.apply.FoldState;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.script.ParsedStatement;
import java.util.List;

/** Watches a fold, and keeps the story of all that it makes. */
public final class Blame implements FoldObserver {

  private Provenance provenance = Provenance.NONE;

  /** The stories so far. */
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public void folded(ParsedStatement statement, FoldState before, FoldState after) {
    List<DdlStatement> written =
        statement instanceof ParsedStatement.Ddl ddl ? ddl.statements() : List.of();
    provenance = provenance.after(statement.source(), written, before.schema(), after.schema());
  }
}
