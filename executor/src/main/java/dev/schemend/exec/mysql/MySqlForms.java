package dev.schemend.exec.mysql;

import dev.schemend.check.StoredForms;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.exec.connect.Database;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.TableOptions;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks MySQL or MariaDB by making a table or view and reading it back from the information schema.
 * Everything that makes something commits there, so that this is for databases that nobody else
 * uses.
 */
final class MySqlForms implements StoredForms {

  private static final Identifier NAME = Identifier.of("schemend_stored_form");
  private static final ObjectName SCRATCH = ObjectName.unqualified(NAME);
  private static final String HERE = "_SCHEMA = DATABASE() AND ";
  private static final String OF_TABLE = "TABLE" + HERE + "TABLE_NAME = 'schemend_stored_form'";
  private static final String DEFAULT =
      "SELECT COLUMN_DEFAULT FROM INFORMATION_SCHEMA.COLUMNS WHERE " + OF_TABLE;
  private static final String CONDITION =
      "SELECT CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT"
          + HERE
          + "CONSTRAINT_NAME = 'schemend_stored_form'";
  private static final String QUERY =
      "SELECT VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS WHERE " + OF_TABLE;

  private final Database database;
  private final SqlFrontend frontend;

  MySqlForms(Database database, SqlFrontend frontend) {
    this.database = Objects.requireNonNull(database, "database");
    this.frontend = Objects.requireNonNull(frontend, "frontend");
  }

  @Override
  public Optional<String> expression(
      List<Column> columns, Optional<SqlType> type, SqlExpr expression) {
    if (type.isPresent()) {
      Column column = Column.of(NAME, type.get()).withDefault(Optional.of(expression));
      return ask(table(List.of(column), List.of()), DEFAULT, "TABLE");
    }
    Constraint test =
        new Constraint.Check(
            NAME, new SqlExpr.Postfix(expression, "is not null"), true, true, false);
    List<Column> bare =
        columns.stream()
            .map(
                column ->
                    Column.of(column.name(), column.type())
                        .withCollation(column.collation())
                        .withMySql(column.mysql().withCheck(Optional.empty())))
            .toList();
    return ask(table(bare, List.of(test)), CONDITION, "TABLE");
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
  public Optional<String> definition(DefinedObject object, List<Column> rows) {
    return object instanceof StoredDefinition view && view.is(ObjectKind.VIEW)
        ? ask(new DdlStatement.CreateObject(view.withName(SCRATCH), false, false), QUERY, "VIEW")
        : Optional.empty();
  }

  /** Views of this dialect are stored definitions. */
  @Override
  public Optional<String> query(View view) {
    return Optional.empty();
  }

  private Optional<String> ask(DdlStatement scratch, String question, String kind) {
    Connection session = database.session();
    try (Statement statement = session.createStatement()) {
      try {
        statement.execute(frontend.print(scratch));
        try (ResultSet rows = statement.executeQuery(question)) {
          return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
      } finally {
        statement.execute("DROP " + kind + " IF EXISTS schemend_stored_form");
      }
    } catch (SQLException unanswered) {
      // What it refuses to store stays an open question.
      return Optional.empty();
    } finally {
      database.end(session);
    }
  }
}
