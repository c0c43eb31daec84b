package dev.schemend.exec.introspect;

/** Why a server's schema could not be read. */
public enum IntrospectionErrorKind {
  /** Prisma's P1010: the server does not let this user. */
  DENIED("P1010", "The server does not let this user read", "Grant the user the right to read it."),
  /** Prisma's P1017: the server has closed the connection. */
  CONNECTION_LOST(
      "P1017",
      "The connection was lost while reading",
      "Make sure that the server is up and try again: nothing was changed."),
  /** On MySQL, neither the session nor the scope names a database. */
  NO_DATABASE(
      "P1003",
      "No database is selected, so there is nothing to read in",
      "Name the database in the URL, mysql://host/database, or the databases to read."),
  /** Anything else that the server refuses. */
  REFUSED(
      "P4002",
      "The server refused a query on",
      "Report it with the server's version: its catalogs are not as expected.");

  private final String code;
  private final String summary;
  private final String hint;

  IntrospectionErrorKind(String code, String summary, String hint) {
    this.code = code;
    this.summary = summary;
    this.hint = hint;
  }

  String code() {
    return code;
  }

  String summary() {
    return summary;
  }

  String hint() {
    return hint;
  }
}
