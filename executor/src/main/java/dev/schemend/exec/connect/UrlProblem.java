package dev.schemend.exec.connect;

/** What can be wrong with a database URL. The texts never quote the URL: it may hold a password. */
public enum UrlProblem {
  EMPTY("it is empty", "Give a URL such as postgresql://user@host:5432/database."),
  UNKNOWN_SCHEME(
      "it begins with no known scheme",
      "Begin it with postgresql://, postgres://, mysql://, mariadb:// or jdbc: and one of"
          + " postgresql:, mysql:, mariadb:. Quotation marks around it are not part of a URL."),
  NO_AUTHORITY(
      "its scheme is not followed by //", "Write scheme://user:password@host:port/database."),
  UNENCODED_PASSWORD(
      "an @ stands behind the place where the host should end",
      "Percent-encode these characters in user name and password: / is %2F, ? is %3F, # is %23,"
          + " @ is %40, : is %3A, % is %25."),
  BAD_PORT(
      "its port is not a number from 1 to 65535",
      "Write host:port with digits only, and percent-encode / ? # @ : % in user name and"
          + " password."),
  BAD_HOST("its host is not the name or address of a host", "Write IPv6 addresses as [::1]."),
  SEVERAL_HOSTS(
      "it names more than one host",
      "Name the primary server alone: a schema is changed on one known server, under its lock."),
  NO_DATABASE("it names no database", "Write the database behind the host: …@host:port/database."),
  UNIX_SOCKET(
      "it names a Unix-domain socket, which the JDBC drivers do not open",
      "Name the host and port of the server: on this machine, localhost."),
  BAD_PARAMETER("one of its parameters has a value that cannot be read", "See the detail.");

  private final String explanation;
  private final String hint;

  UrlProblem(String explanation, String hint) {
    this.explanation = explanation;
    this.hint = hint;
  }

  /** Completes the sentence "the URL is invalid: …". */
  public String explanation() {
    return explanation;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
