package dev.schemend.dialect;

/** A server product. MariaDB shares a dialect with MySQL, never its facts. */
public enum Flavor {
  POSTGRESQL("PostgreSQL"),
  MYSQL("MySQL"),
  MARIADB("MariaDB");

  private final String productName;

  Flavor(String productName) {
    this.productName = productName;
  }

  /** The name as its maker writes it. */
  public String productName() {
    return productName;
  }
}
