package dev.schemend.it.prove;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;

/** A history that nobody can read who does not run it. */
final class HiddenHistory {

  /** The table that it works on. */
  static final String SHOP =
      """
      CREATE TABLE users (id int PRIMARY KEY, email varchar(40) NOT NULL);
      INSERT INTO users VALUES (1, 'anna@example.org');
      """;

  /** A script whose effect stands in a table, where no reader of texts can see it. */
  static String of(ServerKind kind) {
    return kind.flavor() == Flavor.POSTGRESQL
        ? """
        CREATE TABLE seeds (ddl text);
        INSERT INTO seeds VALUES ('ALTER TABLE users ADD COLUMN hidden int');
        ALTER TABLE users ADD COLUMN seen int;
        DO $$ DECLARE s text; BEGIN SELECT ddl INTO s FROM seeds; EXECUTE s; END $$;
        ALTER TABLE users ADD COLUMN last int;
        """
        : """
        CREATE TABLE seeds (ddl text);
        INSERT INTO seeds VALUES ('ALTER TABLE users ADD COLUMN hidden int');
        ALTER TABLE users ADD COLUMN seen int;
        SET @s = (SELECT ddl FROM seeds);
        PREPARE p FROM @s;
        EXECUTE p;
        ALTER TABLE users ADD COLUMN last int;
        """;
  }

  /** Where it happens. */
  static String place(ServerKind kind) {
    return "m/V2__hidden.sql:" + (kind.flavor() == Flavor.POSTGRESQL ? "4" : "6") + ":1";
  }

  private HiddenHistory() {}
}
