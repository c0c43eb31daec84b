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
    UncommittedLabels labels = new UncommittedLabels();
    for (StatementText statement : script) {
      String sql = statement.text();
      boolean own = drafts.open().filter(PostgresForecast::isOfTheScript).isPresent();
      if (drafts.open().isEmpty()) {
        labels.ended();
      }
      boolean forbidden = TransactionRules.mode(sql, version) == TransactionMode.FORBIDDEN;
      if (forbidden && own) {
        drafts.alone(Kind.REFUSED, statement);
      } else if (forbidden) {
        drafts.alone(Kind.ALONE_BY_THE_SERVER, statement);
      } else if (TransactionWords.begins(sql) || own) {
        boolean doubt = own && labels.mayBeUsedBy(sql);
        Kind kind =
            drafts.open().filter(PostgresForecast::isOfTheScript).orElse(Kind.OF_THE_SCRIPT);
        drafts.join(doubt ? Kind.LABEL_IN_DOUBT : kind, statement);
        endAt(sql, drafts);
      } else if (alone) {
        drafts.alone(Kind.ALONE, statement);
      } else {
        boolean split = drafts.open().isPresent() && labels.mayBeUsedBy(sql);
        if (split) {
          drafts.end();
          labels.ended();
        }
        Kind kind = split ? Kind.BEHIND_NEW_LABEL : Kind.TRANSACTION;
        drafts.join(drafts.open().orElse(kind), statement);
        endAt(sql, drafts);
      }
      labels.saw(sql);
    }
    return drafts.groups();
  }

  private static boolean isOfTheScript(Kind kind) {
    return kind == Kind.OF_THE_SCRIPT || kind == Kind.LABEL_IN_DOUBT;
  }

  private static void endAt(String sql, GroupDrafts drafts) {
    boolean ends = TransactionWords.commits(sql) || TransactionWords.rollsBack(sql);
    List<String> words = LeadingWords.of(sql, WORDS);
    if (ends && (!words.contains("CHAIN") || words.contains("NO"))) {
      drafts.end();
    }
  }
}
