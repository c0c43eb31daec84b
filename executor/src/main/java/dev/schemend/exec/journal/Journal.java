package dev.schemend.exec.journal;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.run.Marking;
import dev.schemend.exec.run.StatementMarks;
import dev.schemend.history.Checksum;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The table {@code _schemend_journal}. It only ever helps: where it cannot be made or written, a
 * run goes on without it, and what is left of one says so.
 */
public final class Journal {

  /** The table's name. */
  public static final String TABLE = "_schemend_journal";

  private final Database database;
  private final JournalDialect dialect;
  private final String table;

  /** The journal in {@code database}. */
  public Journal(Database database, JournalDialect dialect) {
    this.database = Objects.requireNonNull(database, "database");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.table = dialect.table(database);
  }

  /**
   * Opens the record of a run, or goes on with it.
   *
   * @param run the id of its row in the history
   * @return marks that write nothing where the record cannot be kept
   */
  public StatementMarks open(String run, List<StatementText> script) {
    if (!Marking.isPossible(script)) {
      return StatementMarks.NONE;
    }
    try (Connection session = database.session();
        Statement statement = session.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (run varchar(64) NOT NULL, ordinal int NOT NULL, digest varchar(64) NOT NULL,"
              + " state int NOT NULL, PRIMARY KEY (run, ordinal))"
              + dialect.options());
      if (entries(statement, run).isEmpty()) {
        statement.execute(insert(run, 0, "", JournalEntry.State.DONE));
      }
      return new RunMarks(run);
    } catch (SQLException | ExecException notKept) {
      return StatementMarks.NONE;
    }
  }

  private String insert(String run, int ordinal, String digest, JournalEntry.State state) {
    return "INSERT INTO "
        + table
        + " (run, ordinal, digest, state) VALUES ('"
        + run.replace("'", "''")
        + "', "
        + ordinal
        + ", '"
        + digest
        + "', "
        + state.code()
        + ")";
  }

  private String delete(String run, int ordinal) {
    return "DELETE FROM "
        + table
        + " WHERE run = '"
        + run.replace("'", "''")
        + "' AND ordinal = "
        + ordinal;
  }

  /** The record of a run; empty where none was kept. */
  public List<JournalEntry> entries(String run) {
    try (Connection session = database.session();
        Statement statement = session.createStatement()) {
      return entries(statement, run);
    } catch (SQLException noTable) {
      return List.of();
    }
  }

  private List<JournalEntry> entries(Statement statement, String run) throws SQLException {
    List<JournalEntry> entries = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT ordinal, digest, state FROM "
                + table
                + " WHERE run = '"
                + run.replace("'", "''")
                + "' ORDER BY ordinal")) {
      while (row.next()) {
        entries.add(
            new JournalEntry(
                row.getInt(1), row.getString(2), JournalEntry.State.of(row.getInt(3))));
      }
    }
    return List.copyOf(entries);
  }

  /** Forgets a run that is finished or repaired, and the table with the last of them. */
  public void close(String run) {
    try (Connection session = database.session();
        Statement statement = session.createStatement()) {
      statement.execute("DELETE FROM " + table + " WHERE run = '" + run.replace("'", "''") + "'");
      boolean empty;
      try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
        empty = !row.next();
      }
      if (empty) {
        statement.execute("DROP TABLE " + table);
      }
    } catch (SQLException neverOpened) {
      // Then there is nothing to forget, or a row too many that no history asks for.
      return;
    }
  }

  private final class RunMarks implements StatementMarks {

    private static final String SAVEPOINT = "schemend_mark";

    private final String run;
    private boolean broken;

    RunMarks(String run) {
      this.run = run;
    }

    @Override
    public boolean marks(StatementText statement) {
      return !broken && Marking.isMarked(statement.text());
    }

    @Override
    public void begun(Statement session, StatementText statement) {
      write(session, statement, JournalEntry.State.BEGUN, false);
    }

    @Override
    public void done(Statement session, StatementText statement) {
      write(session, statement, JournalEntry.State.DONE, dialect.failureEndsTransaction());
    }

    @Override
    public void refused(Statement session, StatementText statement) {
      try {
        session.execute(delete(run, statement.ordinal()));
      } catch (SQLException unwritten) {
        // It stays begun: whether it was done is then asked of the schema.
        broken = true;
      }
    }

    private void write(
        Statement session, StatementText statement, JournalEntry.State state, boolean guarded) {
      boolean open = guarded && inTransaction(session);
      try {
        if (open) {
          session.execute("SAVEPOINT " + SAVEPOINT);
        }
        session.execute(delete(run, statement.ordinal()));
        session.execute(
            insert(run, statement.ordinal(), Checksum.of(statement.text().strip()), state));
        if (open) {
          session.execute("RELEASE SAVEPOINT " + SAVEPOINT);
        }
      } catch (SQLException unwritten) {
        broken = true;
        if (open) {
          undo(session, unwritten);
        }
        tellBroken();
      }
    }

    private boolean inTransaction(Statement session) {
      return dialect.isInTransaction(session);
    }

    private void undo(Statement session, SQLException unwritten) {
      try {
        session.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
      } catch (SQLException sessionIsGone) {
        unwritten.addSuppressed(sessionIsGone);
      }
    }

    /** On another session: that of the script may be in any state. */
    private void tellBroken() {
      try (Connection other = database.session();
          Statement statement = other.createStatement()) {
        statement.execute(
            "UPDATE "
                + table
                + " SET state = "
                + JournalEntry.State.BROKEN.code()
                + " WHERE run = '"
                + run
                + "' AND ordinal = 0");
      } catch (SQLException | ExecException unreachable) {
        // The script's next statement meets the same trouble, and says so.
        broken = true;
      }
    }
  }
}
