package dev.schemend.it.history;

import dev.schemend.apply.FoldState;
import dev.schemend.it.server.ServerKind;
import dev.schemend.source.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keys of MySQL and MariaDB whose columns one {@code ALTER TABLE} drops and adds again: the model
 * holds what the server makes of them. What both refuse is in the table of refusals.
 */
class ReturningColumnsTest {

  private static final List<String> SCRIPTS =
      List.of(
          "create table t (a int, c int, key k (c)); alter table t drop c, add c int",
          "create table t (a int, c int, key k (c)); alter table t add c int, drop c",
          "create table t (a int, c int, unique k (c, a)); alter table t drop c, add C int first",
          "create table t (a int, c int, key k (c)); alter table t drop c, add c int, drop key k",
          "create table t (a int, c varchar(9), key k (c)); alter table t drop c, add c"
              + " varchar(12)",
          "create table t (a int, c varchar(9), key k (c (5))); alter table t drop c, add c text",
          "create table t (a int, c text, key k (c (9))); alter table t drop c, add c varchar(9)",
          "create table t (a int, c text, fulltext k (c)); alter table t drop c, add c varchar(9)",
          "create table t (a int, c bigint, key k (c desc)); alter table t drop c, add c double",
          "create table t (a int, c enum ('x') character set utf8mb4, key k (c));"
              + " alter table t drop c, add c int",
          "create table t (a int, c varchar(4) character set utf8mb4, key k (c));"
              + " alter table t drop c, add c varbinary(16)",
          "create table t (a int, c int primary key); alter table t drop c, add c int",
          "create table t (a int, c int, b int, key k (c, b)); alter table t drop b, drop c, add b"
              + " int",
          "create table t (a int, c int, key k (c), key j (a)); alter table t drop c, change a c"
              + " int",
          "create table t (a int, c int, check (c > 0)); alter table t drop c, add c int",
          "create table t (a int, c int as (a + 1), key k (c));"
              + " alter table t drop c, add c int as (a + 2) stored",
          "create table p (i int primary key);"
              + " create table t (a int, c int, constraint f foreign key (c) references p (i));"
              + " alter table t drop foreign key f, drop c, add c int",
          "create table t (a int, c int, key k (c)) engine = memory;"
              + " alter table t engine = innodb, drop c, add c int",
          "create table t (a int, c int, key k (c)); alter table t rename column c to d, add c int",
          "create table t (a int, c int, key k (c));"
              + " alter table t add c int first, rename column c to d",
          "create table t (a int, c int, b int); alter table t drop a, add a int, add e int after"
              + " a");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"MYSQL.*", "MARIADB.*"})
  void theModelHoldsWhatTheServerMakes(ServerKind kind) {
    try (Bench bench = Bench.on(kind)) {
      for (String text : SCRIPTS) {
        bench.clear();
        SourceText script = new SourceText("script", text);
        FoldState folded = bench.fold(bench.fold().start(), script);
        bench.run(script);
        bench.assertLive(folded.schema(), text);
      }
    }
  }
}
