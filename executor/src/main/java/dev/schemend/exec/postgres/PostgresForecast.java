package dev.schemend.exec.postgres;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.run.GroupDrafts;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.LeadingWords;
import dev.schemend.exec.run.ScriptGroup;
import dev.schemend.exec.run.ScriptGroup.Kind;
import dev.schemend.exec.run.TransactionWords;
import dev.schemend.plan.TransactionMode;
import dev.schemend.source.StatementText;
import java.util.List;

/** The transactions that {@link PostgresScriptRun} makes, without a server. */
final class PostgresForecast {

  private static final int WORDS = 5;

  private PostgresForecast() {}

  static List<ScriptGroup> of(
      List<StatementText> script, Grouping grouping, ServerVersion version) {
    boolean alone = grouping == Grouping.STATEMENT || script.size() == 1;
    GroupDrafts drafts = new GroupDrafts();
    for (StatementText statement : script) {
      String sql = statement.text();
      boolean own = drafts.open().filter(kind -> kind == Kind.OF_THE_SCRIPT).isPresent();
      boolean forbidden = TransactionRules.mode(sql, version) == TransactionMode.FORBIDDEN;
      if (forbidden && own) {
        drafts.alone(Kind.REFUSED, statement);
      } else if (forbidden) {
        drafts.alone(Kind.ALONE_BY_THE_SERVER, statement);
      } else if (TransactionWords.begins(sql) || own) {
        drafts.join(Kind.OF_THE_SCRIPT, statement);
        endAt(sql, drafts);
      } else if (alone) {
        drafts.alone(Kind.ALONE, statement);
      } else {
        drafts.join(Kind.TRANSACTION, statement);
        endAt(sql, drafts);
      }
    }
    return drafts.groups();
  }

  private static void endAt(String sql, GroupDrafts drafts) {
    boolean ends = TransactionWords.commits(sql) || TransactionWords.rollsBack(sql);
    List<String> words = LeadingWords.of(sql, WORDS);
    if (ends && (!words.contains("CHAIN") || words.contains("NO"))) {
      drafts.end();
    }
  }
}
