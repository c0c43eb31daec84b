package dev.schemend.exec.ledger;

import dev.schemend.source.SourceText;

/** A migration whose script does not matter. */
record TestMigration(String name) implements LocalMigration {

  @Override
  public SourceText script() {
    return new SourceText(name + "/migration.sql", "");
  }

  @Override
  public String checksum() {
    return "checksum of " + name;
  }

  @Override
  public boolean matches(String recorded) {
    return recorded.equals(checksum());
  }
}
