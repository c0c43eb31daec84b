package dev.schemend.it.hazard;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.hazard.Assessed;
import dev.schemend.hazard.Deed;
import dev.schemend.hazard.ScriptAssessment;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.SourceText;
import java.util.List;

/** Statements as they are judged offline. */
final class Judged {

  private Judged() {}

  /** The kit of a server. */
  static DialectKit kit(TestDatabase database) {
    DatabaseUrl url = DatabaseUrl.parse(database.url());
    try (Database opened = ConnectionPools.open(url, ServerFamily.of(url).live().connector())) {
      return DialectKit.of(ServerProfiles.of(opened));
    }
  }

  /** The statements of {@code sql}, on what {@code given} makes. */
  static List<Assessed> statements(DialectKit kit, String given, String sql) {
    Schema schema = kit.fold().run(kit.fold().start(), script(kit, given)).schema();
    return new ScriptAssessment(kit.fold(), kit.hazards()).of(schema, script(kit, sql));
  }

  /** The one statement of {@code sql} in its place. */
  static Deed deed(DialectKit kit, String given, String sql) {
    return statements(kit, given, sql).getFirst().parts().getFirst().deed();
  }

  private static ParsedScript script(DialectKit kit, String sql) {
    return kit.frontend().parse(new SourceText("script", sql));
  }
}
