package dev.schemend.exec.error;

import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a server said when it refused something.
 *
 * @param sqlState the five characters of the SQL standard; {@code 08…} is a broken connection
 * @param vendorCode MySQL's and MariaDB's error number; 0 on PostgreSQL, which has none
 * @param message the server's sentence
 * @param detail PostgreSQL's DETAIL, or empty
 * @param hint PostgreSQL's HINT, or empty
 * @param position the character of the statement the server points at, from 1, where it does
 */
public record ServerError(
    String sqlState,
    int vendorCode,
    String message,
    String detail,
    String hint,
    OptionalInt position) {

  /** SQLSTATE of errors that no SQLSTATE was given for (MySQL's manual, "Server Error Codes"). */
  public static final String GENERAL_ERROR = "HY000";

  /** Rejects null parts. */
  public ServerError {
    Objects.requireNonNull(sqlState, "sqlState");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(hint, "hint");
    Objects.requireNonNull(position, "position");
  }

  /** What the exception itself tells, without the parts that only a dialect's driver knows. */
  public static ServerError of(SQLException exception) {
    String sqlState = exception.getSQLState();
    String message = exception.getMessage();
    return new ServerError(
        sqlState == null ? GENERAL_ERROR : sqlState,
        exception.getErrorCode(),
        message == null ? exception.getClass().getSimpleName() : message,
        "",
        "",
        OptionalInt.empty());
  }

  /**
   * What Prisma calls the database error code: the vendor's number, or the SQLSTATE without one.
   */
  public String databaseErrorCode() {
    return vendorCode == 0 ? sqlState : Integer.toString(vendorCode);
  }

  /**
   * In one line, as MySQL's client prints errors: {@code ERROR 1062 (23000): Duplicate entry …}.
   */
  public String line() {
    return "ERROR "
        + (vendorCode == 0 ? sqlState : vendorCode + " (" + sqlState + ")")
        + ": "
        + message
        + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
