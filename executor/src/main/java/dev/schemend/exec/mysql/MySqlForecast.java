package dev.schemend.exec.mysql;

import dev.schemend.exec.run.GroupDrafts;
import dev.schemend.exec.run.ScriptGroup;
import dev.schemend.exec.run.ScriptGroup.Kind;
import dev.schemend.exec.run.TransactionWords;
import dev.schemend.source.StatementText;
import java.util.List;

/** The transactions that {@link MySqlScriptRun} makes, without a server. */
final class MySqlForecast {

  private MySqlForecast() {}

  static List<ScriptGroup> of(List<StatementText> script) {
    GroupDrafts drafts = new GroupDrafts();
    for (StatementText statement : script) {
      String sql = statement.text();
      if (TransactionWords.begins(sql)) {
        drafts.end();
        drafts.join(Kind.OF_THE_SCRIPT, statement);
      } else if (ImplicitCommit.comesBefore(sql) || drafts.open().isEmpty()) {
        drafts.alone(
            ImplicitCommit.comesBefore(sql) ? Kind.ALONE_BY_THE_SERVER : Kind.ALONE, statement);
      } else {
        drafts.join(Kind.OF_THE_SCRIPT, statement);
        if (TransactionWords.commits(sql) || TransactionWords.rollsBack(sql)) {
          drafts.end();
        }
      }
    }
    return drafts.groups();
  }
}
