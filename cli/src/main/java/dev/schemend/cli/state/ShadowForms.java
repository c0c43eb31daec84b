package dev.schemend.cli.state;

import dev.schemend.check.StoredForms;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.Failure;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.OpenQuestion;
import dev.schemend.diff.Settled;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.scratch.ScratchDatabase;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the shadow database for the stored forms of texts: each side's in what its own plan from
 * nothing makes there, so that the types, tables and functions that they name are at hand. What was
 * made is dropped again.
 */
record ShadowForms(DatabaseUrl url) {

  /**
   * The answers.
   *
   * @throws dev.schemend.cli.process.FailureException where the server is of another dialect
   * @throws dev.schemend.exec.error.ExecException where the database cannot serve
   */
  Settled settle(StatePair pair, List<OpenQuestion> questions) {
    DialectKit kit = pair.kit();
    if (!ServerFamily.of(url).equals(ServerFamily.of(kit.profile().flavor()))) {
      throw Failure.usage(
              "The shadow database is of another dialect than what is compared.",
              "Use an empty database of a server like the one that they are for.")
          .exception();
    }
    LiveDialect live = ServerFamily.of(url).live();
    List<Optional<String>> none = Collections.nCopies(questions.size(), Optional.empty());
    try (Database database = ConnectionPools.open(url, live.connector())) {
      Asking asking = new Asking(kit, live, database, none);
      return Settled.of(
          questions,
          asking.in(pair.from().schema(), server -> Settled.older(server, questions)),
          asking.in(pair.to().schema(), server -> Settled.newer(server, questions)));
    }
  }

  private record Asking(
      DialectKit kit, LiveDialect live, Database database, List<Optional<String>> none) {

    private List<Optional<String>> in(
        Schema schema, Function<StoredForms, List<Optional<String>>> questions) {
      OtherDatabases others = new OtherDatabases();
      others.in(schema);
      SortedSet<String> names = others.names();
      ScratchDatabase scratch =
          ScratchDatabase.claim(database, live.scratch(), live.scripts(), names, false);
      try {
        for (StatementText statement : creation(schema)) {
          // What the server does not take leaves the questions about it open.
          scratch.run(List.of(statement), Grouping.SCRIPT, RunListener.NONE);
        }
        return live.forms().scratchForms(database, kit.frontend()).map(questions).orElse(none);
      } finally {
        scratch.clean(names, name -> false);
      }
    }

    private List<StatementText> creation(Schema schema) {
      String script =
          kit
              .planMaker(ChangePolicy.DEFAULT)
              .plan(kit.interpreter().initial(), schema)
              .plan()
              .steps()
              .stream()
              .flatMap(step -> step.statements().stream())
              .map(kit.frontend()::print)
              .collect(Collectors.joining(";\n", "", ";\n"));
      return kit.frontend().split(new SourceText("shadow", script));
    }
  }
}
