package dev.schemend.exec.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.plan.TransactionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionRulesTest {

  private static final ServerVersion V14 = ServerVersion.of(14, 0, 0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create unique index concurrently i on t (c)",
        "CREATE /* now */ INDEX CONCURRENTLY ON t (c)",
        "drop index concurrently if exists \"i\"",
        "reindex (verbose) table concurrently t",
        "reindex index concurrently \"i\"",
        "reindex database d",
        "alter table a detach partition b concurrently",
        "vacuum",
        "cluster",
        "alter system set work_mem = '1GB'",
        "create database d",
        "alter database d set tablespace s",
        "discard all",
      })
  void standsAlone(String statement) {
    assertEquals(TransactionMode.FORBIDDEN, TransactionRules.mode(statement, V14));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index \"concurrently\" on t (c)",
        "drop index i",
        "reindex table t",
        "cluster t using i",
        "alter database d set work_mem = '1GB'",
        "alter type e add value 'x'",
        "create table vacuum (i int)",
        "",
      })
  void sharesATransaction(String statement) {
    assertEquals(TransactionMode.TRANSACTIONAL, TransactionRules.mode(statement, V14));
  }

  @Test
  void enumValuesWereAddedAloneBefore12() {
    assertEquals(
        TransactionMode.FORBIDDEN,
        TransactionRules.mode("alter type \"E\" add value 'x'", ServerVersion.of(11, 9, 0)));
  }
}
