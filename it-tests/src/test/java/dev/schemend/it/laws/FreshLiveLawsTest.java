package dev.schemend.it.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.apply.Applied;
import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.EditScripts;
import dev.schemend.testkit.EditScripts.Neighbours;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Laws on real servers, on draws that no build has seen: {@code -Dschemend.live.tries=300} for each
 * server, which the profile {@code nightly} sets. L12: a server accepts what the model accepts.
 * L11: then it holds what the model says. L3 and L10: the plans between the two schemas lead there,
 * from what the catalogs tell, and back.
 */
@EnabledIfSystemProperty(named = "schemend.live.tries", matches = "[1-9]\\d*")
class FreshLiveLawsTest {

  private static final int GENERATED_AT_ONCE = 1000;

  @ParameterizedTest
  @EnumSource
  void plansLeadThere(ServerKind kind) {
    try (Bench bench = Bench.on(kind)) {
      FreshDraws.of("schemend.live.tries", () -> laws(bench));
    }
  }

  private static LongConsumer laws(Bench bench) {
    DialectKit kit = bench.kit();
    RandomGenerator<Neighbours> generator =
        new EditScripts(kit.dialect(), kit.interpreter(), DrawnServers.tables(kit))
            .neighbours(25, 8)
            .generator(GENERATED_AT_ONCE);
    return draw -> {
      bench.clear();
      Neighbours neighbours = generator.next(new Random(draw)).value();
      Schema from = run(bench, kit.interpreter().initial(), neighbours.base());
      bench.assertLive(from, "L11");
      Schema to = run(bench, from, neighbours.edits());
      bench.assertLive(to, "L11, edited");
      bench.migrateTo(from, "L10");
      bench.migrateTo(to, "L3");
    };
  }

  // As the server reads them: what a model's statement leaves open is written out in text.
  private static Schema run(Bench bench, Schema start, List<DdlStatement> statements) {
    DialectKit kit = bench.kit();
    Schema schema = start;
    for (DdlStatement statement : statements) {
      SourceText text = new SourceText("edit", kit.frontend().print(statement));
      List<ParsedStatement> parsed = kit.frontend().parse(text).statements();
      assertEquals(1, parsed.size(), text::text);
      for (DdlStatement read : ((ParsedStatement.Ddl) parsed.getFirst()).statements()) {
        Session session = Session.in(kit.profile().defaultSchema());
        if (kit.interpreter().apply(schema, session, read) instanceof Applied.Ok ok) {
          bench.run(text);
          schema = ok.schema();
        }
      }
    }
    return schema;
  }
}
