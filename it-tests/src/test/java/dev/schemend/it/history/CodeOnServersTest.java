package dev.schemend.it.history;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.schemend.apply.FoldState;
import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.source.SourceText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law L13 for procedural code: what a script folds to is what the server holds after running it.
 */
class CodeOnServersTest {

  static Stream<Arguments> cases() {
    return Stream.of(ServerKind.values())
        .flatMap(
            kind ->
                CodeCase.read(kind.flavor() == Flavor.POSTGRESQL ? "postgresql.txt" : "mysql.txt")
                    .stream()
                    .filter(CodeCase::knowable)
                    .map(one -> arguments(kind, one)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void theServerHoldsWhatTheCodeFoldsTo(ServerKind kind, CodeCase one) {
    try (Bench bench = Bench.on(kind)) {
      SourceText script = new SourceText("script.sql", one.script());
      FoldState folded = bench.fold(bench.fold().start(), script);
      bench.run(script);
      bench.assertLive(folded.schema(), one.name());
    }
  }
}
