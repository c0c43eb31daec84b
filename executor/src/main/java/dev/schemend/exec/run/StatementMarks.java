package dev.schemend.exec.run;

import dev.schemend.source.StatementText;
import java.sql.Statement;

/**
 * Writes down in the database itself which statements of a script it has done. A mark is written in
 * the session that runs the script, where it can be in the transaction of its statement: then the
 * two stand or fall together.
 */
public interface StatementMarks {

  /** Writes nothing. */
  StatementMarks NONE =
      new StatementMarks() {
        @Override
        public boolean marks(StatementText statement) {
          return false;
        }

        @Override
        public void begun(Statement session, StatementText statement) {}

        @Override
        public void done(Statement session, StatementText statement) {}
      };

  /** Whether the statement gets a mark: those that only steer the session do not. */
  boolean marks(StatementText statement);

  /** The statement is about to be sent, in a transaction that its mark cannot share. */
  void begun(Statement session, StatementText statement);

  /** The server has done the statement. */
  void done(Statement session, StatementText statement);

  /** The server has refused the statement, and nothing of it remains; no transaction is open. */
  default void refused(Statement session, StatementText statement) {}
}
