package dev.schemend.it.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.ledger.ToolLock;
import dev.schemend.exec.lock.DatabaseLock;
import dev.schemend.exec.lock.LockError;
import dev.schemend.exec.lock.LockKeeper;
import dev.schemend.exec.lock.LockSettings;
import dev.schemend.it.server.ServerKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockTest {

  /** Computed by another program. */
  private static final long ATLAS_FNV1 = 2686470616L;

  private static final LockSettings AT_ONCE = new LockSettings(true, Duration.ZERO);

  @ParameterizedTest
  @EnumSource
  void aBusyLockNamesItsHolderAndAReleasedOneIsFreeAtOnce(ServerKind kind) {
    try (Live live = Live.on(kind);
        Database other = live.another()) {
      LockKeeper locks = live.dialect().locks();
      try (DatabaseLock lock = locks.acquire(live.database(), AT_ONCE)) {
        lock.verify();
        ExecException failure =
            assertThrows(ExecException.class, () -> locks.acquire(other, AT_ONCE).close());
        LockError.Busy busy = assertInstanceOf(LockError.Busy.class, failure.error());
        assertEquals(1, busy.holders().size());
        assertEquals(Optional.of(live.test().user()), busy.holders().getFirst().user());
      }
      locks.acquire(other, AT_ONCE).close();
    }
  }

  /** Prisma's own statements, as another process would send them. */
  @ParameterizedTest
  @EnumSource
  void prismasLockAndOursKeepEachOtherOut(ServerKind kind) throws SQLException {
    String theirs =
        switch (kind.flavor()) {
          case POSTGRESQL -> "SELECT 1 FROM pg_advisory_lock(72707369)";
          case MYSQL, MARIADB -> "SELECT GET_LOCK('prisma_migrate', 10)";
        };
    String theirTry =
        switch (kind.flavor()) {
          case POSTGRESQL -> "SELECT pg_try_advisory_lock(72707369)::int";
          case MYSQL, MARIADB -> "SELECT GET_LOCK('prisma_migrate', 0)";
        };
    try (Live live = Live.on(kind);
        Connection prisma = live.test().connect();
        Statement statement = prisma.createStatement()) {
      LockKeeper locks = live.dialect().locks();
      try (DatabaseLock lock = locks.acquire(live.database(), AT_ONCE)) {
        assertEquals(0, number(statement, theirTry));
        lock.verify();
      }
      assertEquals(1, number(statement, theirs));
      ExecException failure =
          assertThrows(ExecException.class, () -> locks.acquire(live.database(), AT_ONCE).close());
      assertInstanceOf(LockError.Busy.class, failure.error());
      // Switched off, it is not even looked at.
      LockSettings off = AT_ONCE.under(Optional.of("1"));
      try (DatabaseLock none = locks.acquire(live.database(), off)) {
        none.verify();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockWhoseSessionWasEndedIsLost(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind);
        Database other = live.another();
        Connection killer = live.test().connect();
        Statement statement = killer.createStatement()) {
      LockKeeper locks = live.dialect().locks();
      try (DatabaseLock lock = locks.acquire(live.database(), AT_ONCE)) {
        ExecException failure =
            assertThrows(ExecException.class, () -> locks.acquire(other, AT_ONCE).close());
        long session =
            assertInstanceOf(LockError.Busy.class, failure.error()).holders().getFirst().session();
        statement.execute(
            switch (kind.flavor()) {
              case POSTGRESQL -> "SELECT pg_terminate_backend(" + session + ", 5000)";
              case MYSQL, MARIADB -> "KILL " + session;
            });
        ExecException lost = assertThrows(ExecException.class, lock::verify);
        assertInstanceOf(LockError.Lost.class, lost.error());
      }
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private record Named(ToolLock tool, String theirs) {}

  private static List<Named> named(ServerKind kind, String database) {
    return switch (kind.flavor()) {
      case POSTGRESQL ->
          List.of(
              new Named(ToolLock.ATLAS, "pg_try_advisory_lock(%d)".formatted(ATLAS_FNV1)),
              new Named(ToolLock.GOOSE, "pg_try_advisory_lock(4097083626)"),
              new Named(ToolLock.NODE_PG_MIGRATE, "pg_try_advisory_lock(7241865325823964)"),
              new Named(ToolLock.TERN, "pg_try_advisory_lock(9628173550095224)"),
              new Named(ToolLock.SQITCH, "pg_try_advisory_lock(75474063)"));
      case MYSQL, MARIADB ->
          List.of(
              new Named(ToolLock.ATLAS, "GET_LOCK('atlas_migrate_execute', 0)"),
              new Named(ToolLock.SQITCH, "GET_LOCK('sqitch working on " + database + "', 0)"));
    };
  }

  /** Each tool's own statement, as its source has it. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0"})
  void otherToolsLocksKeepUsOut(ServerKind kind) throws SQLException {
    try (Live live = Live.on(kind)) {
      for (Named named : named(kind, live.test().name())) {
        LockKeeper ours =
            live.dialect().others().locks(live.database(), named.tool()).orElseThrow();
        try (Connection theirs = live.test().connect();
            Statement statement = theirs.createStatement()) {
          try (ResultSet row = statement.executeQuery("SELECT " + named.theirs())) {
            assertTrue(row.next() && row.getBoolean(1), named.toString());
          }
          assertThrows(
              ExecException.class,
              () -> ours.acquire(live.database(), AT_ONCE).close(),
              named.toString());
        }
      }
    }
  }
}
