package dev.schemend.exec.run;

import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups of a script in the making. */
public final class GroupDrafts {

  private final List<ScriptGroup> groups = new ArrayList<>();
  private final List<StatementText> open = new ArrayList<>();
  private ScriptGroup.Kind kind = ScriptGroup.Kind.TRANSACTION;

  /** The kind of the transaction that is open, if one is. */
  public Optional<ScriptGroup.Kind> open() {
    return open.isEmpty() ? Optional.empty() : Optional.of(kind);
  }

  /** Adds a statement to the open transaction, which is of that kind from now on. */
  public void join(ScriptGroup.Kind transaction, StatementText statement) {
    kind = transaction;
    open.add(statement);
  }

  /** Ends the open transaction, if one is open. */
  public void end() {
    if (!open.isEmpty()) {
      groups.add(new ScriptGroup(kind, open));
      open.clear();
    }
  }

  /** Adds a statement that stands alone. */
  public void alone(ScriptGroup.Kind why, StatementText statement) {
    end();
    groups.add(new ScriptGroup(why, List.of(statement)));
  }

  /** All of them; what is open ends here. */
  public List<ScriptGroup> groups() {
    end();
    return List.copyOf(groups);
  }
}
