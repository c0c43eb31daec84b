package dev.schemend.it.history;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.FoldState;
import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of more columns than a server holds are refused as the server refuses them. */
class WideTablesTest {

  private static String columns(String before, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> before + "c" + i + " int")
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void theFoldRefusesWhatTheServerRefuses(ServerKind kind) {
    boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
    int tooMany = postgres ? 1601 : 4097;
    String code = postgres ? "54011" : "Too many columns";
    for (String script :
        List.of(
            "create table t (" + columns("", tooMany) + ")",
            "create table t (id int); alter table t " + columns("add column ", tooMany - 1))) {
      try (Bench bench = Bench.on(kind)) {
        SourceText text = new SourceText("wide.sql", script);
        FoldState folded =
            bench.fold().run(bench.fold().start(), bench.kit().frontend().parse(text));
        List<String> said =
            folded.coverage().unknown().stream().map(WideTablesTest::answer).toList();
        assertTrue(said.size() == 1 && said.getFirst().contains(code), said::toString);
        assertTrue(
            assertThrows(AssertionError.class, () -> bench.run(text)).getMessage().contains(code));
      }
    }
  }

  private static String answer(Diagnostic refused) {
    return refused.code() + ": " + refused.text();
  }
}
