package dev.schemend.exec.connect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The spellings of a database URL. Forms with {@code jdbc:} carry the driver's own parameters, the
 * others Prisma's.
 */
public enum UrlForm {
  POSTGRESQL("postgresql:", Family.POSTGRESQL, false),
  POSTGRES("postgres:", Family.POSTGRESQL, false),
  MYSQL("mysql:", Family.MYSQL, false),
  MARIADB("mariadb:", Family.MYSQL, false),
  JDBC_POSTGRESQL("jdbc:postgresql:", Family.POSTGRESQL, true),
  JDBC_MYSQL("jdbc:mysql:", Family.MYSQL, true),
  JDBC_MARIADB("jdbc:mariadb:", Family.MYSQL, true);

  private final String prefix;
  private final Family family;
  private final boolean jdbc;

  UrlForm(String prefix, Family family, boolean jdbc) {
    this.prefix = prefix;
    this.family = family;
    this.jdbc = jdbc;
  }

  /** What a URL of this form begins with. */
  public String prefix() {
    return prefix;
  }

  /** The protocol it names. */
  public Family family() {
    return family;
  }

  /** Whether its parameters are those of the JDBC driver. */
  public boolean jdbc() {
    return jdbc;
  }

  /** The form that {@code url} is written in. */
  static Optional<UrlForm> of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(form -> lower.startsWith(form.prefix)).findFirst();
  }
}
