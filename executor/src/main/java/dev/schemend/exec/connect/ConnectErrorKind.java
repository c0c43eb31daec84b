package dev.schemend.exec.connect;

/** Why a session could not be had. Codes are Prisma's. */
public enum ConnectErrorKind {
  AUTHENTICATION_FAILED(
      "P1000",
      "The server did not accept the user name or the password",
      "Check user and password; in a URL, / ? # @ : % must be percent-encoded in both."),
  UNREACHABLE(
      "P1001",
      "The server cannot be reached",
      "Check host and port, that the server runs, and that no firewall stands between."),
  TIMED_OUT(
      "P1002",
      "The server was dialled but did not answer in time",
      "Check host and port; a longer wait is connect_timeout=SECONDS in the URL."),
  DATABASE_MISSING(
      "P1003",
      "The database does not exist on the server",
      "Create it, or correct its name in the URL (names may be case-sensitive)."),
  ACCESS_DENIED(
      "P1010",
      "The user may not use the database",
      "Grant the user access to the database, or connect as another user."),
  TLS_FAILED(
      "P1011",
      "No encrypted session could be agreed on",
      "Check sslmode and the certificates that the URL names, and what the server offers."),
  TOO_MANY_CONNECTIONS(
      "P2037",
      "The server has no room for another session",
      "End sessions that are not needed, or raise the server's limit. Two are needed here."),
  SYSTEM_DATABASE(
      "P3004",
      "The database is the server's own and must not be changed",
      "Name your application's database in the URL."),
  UNSUPPORTED_SERVER(
      "P1019",
      "The server's product or version is not known",
      "PostgreSQL, MySQL and MariaDB are supported; use the URL scheme of the server at hand."),
  REFUSED(
      "P1017", "The server ended the attempt", "See what the server said, and the server's log.");

  private final String code;
  private final String summary;
  private final String hint;

  ConnectErrorKind(String code, String summary, String hint) {
    this.code = code;
    this.summary = summary;
    this.hint = hint;
  }

  /** Prisma's code. */
  public String code() {
    return code;
  }

  /** What happened, without where. */
  public String summary() {
    return summary;
  }

  /** What to do. */
  public String hint() {
    return hint;
  }
}
