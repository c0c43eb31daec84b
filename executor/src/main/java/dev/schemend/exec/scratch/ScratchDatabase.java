package dev.schemend.exec.scratch;

import dev.schemend.exec.connect.Database;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.exec.run.ScriptRunner;
import dev.schemend.source.StatementText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database in which scripts may be tried. It is empty when it is claimed, unless the caller
 * allows otherwise; then everything in it is of the scripts' making, and {@link #clean} takes it
 * away.
 */
public final class ScratchDatabase {

  /** PostgreSQL's undefined_object, which a missing role is too. */
  private static final String UNDEFINED_OBJECT = "42704";

  /** PostgreSQL's unsafe_new_enum_value_usage and active_sql_transaction. */
  private static final Set<String> NEEDS_COMMITS = Set.of("55P04", "25001");

  private static final Pattern ROLE = Pattern.compile("^role \"(.+)\" does not exist$");

  private final Database database;
  private final ScratchDialect dialect;
  private final ScriptRunner scripts;
  private final Set<String> rolesBefore;
  private final Set<String> databasesBefore;
  private final boolean wasEmpty;
  private final SortedSet<String> rolesMade = new TreeSet<>();

  private ScratchDatabase(
      Database database,
      ScratchDialect dialect,
      ScriptRunner scripts,
      Set<String> rolesBefore,
      Set<String> databasesBefore,
      boolean wasEmpty) {
    this.database = database;
    this.dialect = dialect;
    this.scripts = scripts;
    this.rolesBefore = Set.copyOf(rolesBefore);
    this.databasesBefore = Set.copyOf(databasesBefore);
    this.wasEmpty = wasEmpty;
  }

  /**
   * Makes sure that scripts can do no harm there.
   *
   * @param otherDatabases other databases that the scripts are known to work in
   * @param mayHoldObjects whether it need not be empty; then it is never cleaned either
   * @throws ExecException with {@link ScratchError}
   */
  public static ScratchDatabase claim(
      Database database,
      ScratchDialect dialect,
      ScriptRunner scripts,
      Collection<String> otherDatabases,
      boolean mayHoldObjects) {
    List<String> contents = asked(database, "say what the database holds", dialect::contents);
    if (!contents.isEmpty() && !mayHoldObjects) {
      throw new ExecException(new ScratchError.NotEmpty(database.url().database(), contents));
    }
    Set<String> databases =
        asked(database, "say which databases there are", dialect::otherDatabases);
    List<String> taken = otherDatabases.stream().filter(databases::contains).sorted().toList();
    if (!taken.isEmpty() && !mayHoldObjects) {
      throw new ExecException(new ScratchError.DatabasesExist(taken));
    }
    return new ScratchDatabase(
        database,
        dialect,
        scripts,
        asked(database, "say which roles there are", dialect::roles),
        databases,
        contents.isEmpty());
  }

  /** The database itself, to be read. */
  public Database database() {
    return database;
  }

  /** Whether there was nothing in it, so that it can be cleaned. */
  public boolean wasEmpty() {
    return wasEmpty;
  }

  /**
   * Runs a script on a session of its own, by the rules of {@link dev.schemend.exec.run}. One that
   * can only run if its statements are committed on the way (it uses a label that it added to an
   * enum) is run again so: its project's runner must do the same.
   */
  public RunOutcome run(List<StatementText> script, Grouping grouping, RunListener listener) {
    RunOutcome outcome = scripts.run(database, script, grouping, listener);
    boolean again =
        grouping == Grouping.SCRIPT
            && outcome.fates().applied().isEmpty()
            && outcome
                .serverError()
                .filter(error -> NEEDS_COMMITS.contains(error.sqlState()))
                .isPresent();
    return again ? scripts.run(database, script, Grouping.STATEMENT, listener) : outcome;
  }

  /** The role whose absence an error is about; empty where it is about something else. */
  public static Optional<String> missingRole(ServerError error) {
    Matcher role = ROLE.matcher(error.message());
    return error.sqlState().equals(UNDEFINED_OBJECT) && role.matches()
        ? Optional.of(role.group(1))
        : Optional.empty();
  }

  /** Makes a role, which {@link #clean} takes away again. */
  public void createRole(String name) {
    asked(
        database,
        "create the role " + name,
        session -> {
          dialect.createRole(session, name);
          return name;
        });
    rolesMade.add(name);
  }

  /**
   * Takes away what scripts have made: all that the database holds, the databases beside it that
   * were not there before, and roles. Does nothing where it was not empty.
   *
   * @param databases names of other databases that the scripts may have made
   * @param mentions whether the scripts mention a name; a new role that they do not mention is
   *     somebody else's
   * @throws ExecException with {@link ScratchError.Refused} or {@link ScratchError.NotEmptied}
   */
  public void clean(Collection<String> databases, Predicate<String> mentions) {
    if (!wasEmpty) {
      return;
    }
    asked(
        database,
        "drop what the scripts have made",
        session -> {
          dialect.clear(session);
          requireEmptied(dialect.contents(session));
          Set<String> now = dialect.otherDatabases(session);
          for (String name : databases) {
            if (now.contains(name) && !databasesBefore.contains(name)) {
              dialect.dropDatabase(session, name);
            }
          }
          for (String role : newRoles(dialect.roles(session), mentions)) {
            dialect.dropRole(session, role);
          }
          return databases;
        });
  }

  private void requireEmptied(List<String> contents) {
    if (!contents.isEmpty()) {
      throw new ExecException(new ScratchError.NotEmptied(database.url().database(), contents));
    }
  }

  private List<String> newRoles(Set<String> now, Predicate<String> mentions) {
    List<String> made = new ArrayList<>();
    for (String role : now) {
      if (rolesMade.contains(role) || (!rolesBefore.contains(role) && mentions.test(role))) {
        made.add(role);
      }
    }
    return made;
  }

  private interface Question<T> {
    T ask(Connection session) throws SQLException;
  }

  private static <T> T asked(Database database, String what, Question<T> question) {
    Connection session = database.session();
    try {
      return question.ask(session);
    } catch (SQLException failure) {
      throw new ExecException(
          new ScratchError.Refused(what, database.serverError(failure)), failure);
    } finally {
      // Its settings may be other than those of a new session by now.
      database.end(session);
    }
  }
}
