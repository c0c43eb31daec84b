package dev.schemend.exec.postgres;

import dev.schemend.check.StoredForms;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.exec.connect.Database;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.TableOptions;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks PostgreSQL by making a temporary table or view and reading it back ({@code pg_get_expr},
 * {@code pg_get_constraintdef}, {@code pg_get_viewdef}) in a transaction that is rolled back. It
 * takes no lock on a user's table but that of a query (ACCESS SHARE), waits for none longer than
 * the limit, and asks no further once the time for all questions is over.
 */
final class PostgresForms implements StoredForms {

  private static final Duration EACH = Duration.ofSeconds(2);
  private static final Duration ALL = Duration.ofSeconds(30);

  private static final ObjectName SCRATCH =
      new ObjectName(Identifier.of("pg_temp"), Identifier.of("schemend_stored_form"));
  private static final String OID = "'pg_temp.schemend_stored_form'::regclass";
  private static final String DEFAULT =
      "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = " + OID;
  private static final String CONDITION =
      "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid = "
          + OID;
  private static final String QUERY = "SELECT pg_get_viewdef(" + OID + ")";

  private final Database database;
  private final SqlFrontend frontend;
  private final long end;

  PostgresForms(Database database, SqlFrontend frontend) {
    this.database = Objects.requireNonNull(database, "database");
    this.frontend = Objects.requireNonNull(frontend, "frontend");
    this.end = System.nanoTime() + ALL.toNanos();
  }

  @Override
  public Optional<String> expression(
      List<Column> columns, Optional<SqlType> type, SqlExpr expression) {
    if (type.isPresent()) {
      Column column = Column.of(SCRATCH.name(), type.get()).withDefault(Optional.of(expression));
      return ask(table(List.of(column), List.of()), DEFAULT);
    }
    // Any expression can be tested for NULL, so that one kind of object does for all of them.
    Constraint test =
        new Constraint.Check(
            Identifier.NONE, new SqlExpr.Postfix(expression, "is not null"), true, true, false);
    List<Column> bare =
        columns.stream()
            .map(
                column -> Column.of(column.name(), column.type()).withCollation(column.collation()))
            .toList();
    return ask(table(bare, List.of(test)), CONDITION);
  }

  private static DdlStatement table(List<Column> columns, List<Constraint> constraints) {
    return new DdlStatement.CreateTable(
        SCRATCH,
        columns.stream().map(ColumnDefinition::of).toList(),
        constraints,
        List.of(),
        TableOptions.NONE,
        false);
  }

  @Override
  public Optional<String> query(View view) {
    return ask(
        new DdlStatement.CreateObject(
            new View(SCRATCH, List.of(), view.query(), view.postgres(), view.dependsOn()),
            false,
            false),
        QUERY);
  }

  @Override
  public Optional<String> definition(DefinedObject object, List<Column> rows) {
    return ScratchDefinition.of(object, rows)
        .flatMap(scratch -> ask(scratch.statements(), scratch.question()));
  }

  private Optional<String> ask(DdlStatement scratch, String question) {
    return ask(List.of(scratch), question);
  }

  private Optional<String> ask(List<DdlStatement> scratch, String question) {
    if (System.nanoTime() - end > 0) {
      return Optional.empty();
    }
    Connection session = database.session();
    try {
      session.setAutoCommit(false);
      try (Statement statement = session.createStatement()) {
        statement.execute("SET LOCAL statement_timeout = " + EACH.toMillis());
        statement.execute("SET LOCAL lock_timeout = " + EACH.toMillis());
        for (DdlStatement one : scratch) {
          statement.execute(frontend.print(one));
        }
        try (ResultSet rows = statement.executeQuery(question)) {
          return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
      } finally {
        session.rollback();
      }
    } catch (SQLException unanswered) {
      // What it refuses to store, or not within the limits, stays an open question.
      return Optional.empty();
    } finally {
      // Neither its temporary schema nor its settings are those of a new session.
      database.end(session);
    }
  }
}
