package dev.schemend.it.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;
import dev.schemend.source.SourceText;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions with thousands of operators in a chain, as views of ontologies have them. */
class LongChainsTest {

  private static final long NARROW = 512L << 10;
  private static final long ROOMY = 256L << 20;

  @ParameterizedTest
  @CsvSource({"POSTGRESQL,1600", "MYSQL,1600"})
  void isReadWhereThereIsRoom(Flavor flavor, int operators) {
    FoldState folded = folded(flavor, operators, ROOMY);
    assertEquals(0, folded.coverage().unknown().size(), () -> folded.coverage().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL,300",
    "POSTGRESQL,1600",
    "POSTGRESQL,40000",
    "MYSQL,300",
    "MYSQL,1600",
    "MYSQL,40000"
  })
  void isToldWhereThereIsNone(Flavor flavor, int operators) {
    FoldState folded = folded(flavor, operators, NARROW);
    assertTrue(folded.coverage().unknown().size() <= 1, () -> folded.coverage().toString());
  }

  private static FoldState folded(Flavor flavor, int operators, long stack) {
    String condition =
        IntStream.range(0, operators).mapToObj(i -> "a = " + i).collect(Collectors.joining(" OR "));
    String script =
        "CREATE TABLE t (a int);\nCREATE VIEW v AS SELECT a FROM t WHERE " + condition + ";";
    CompletableFuture<FoldState> folded = new CompletableFuture<>();
    new Thread(
            null,
            () -> {
              try {
                folded.complete(fold(DialectKit.of(profile(flavor)), script));
              } catch (RuntimeException | Error thrown) {
                folded.completeExceptionally(thrown);
              }
            },
            "stack of " + stack,
            stack)
        .start();
    return folded.join();
  }

  private static ServerProfile profile(Flavor flavor) {
    return flavor == Flavor.POSTGRESQL
        ? new ServerProfile(
            flavor, ServerVersion.of(16, 0, 0), Identifier.of("public"), false, "", "")
        : new ServerProfile(
            flavor,
            ServerVersion.of(8, 0, 33),
            Identifier.NONE,
            false,
            "utf8mb4",
            "utf8mb4_0900_ai_ci");
  }

  private static FoldState fold(DialectKit kit, String script) {
    SchemaFold fold = kit.fold();
    return fold.run(fold.start(), kit.frontend().parse(new SourceText("script.sql", script)));
  }
}
