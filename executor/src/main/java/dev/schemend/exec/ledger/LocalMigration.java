package dev.schemend.exec.ledger;

import dev.schemend.source.SourceText;

/** What the executor needs of a migration that lies in the migrations directory. */
public interface LocalMigration {

  /** The directory's name. */
  String name();

  /** Its script. */
  SourceText script();

  /** The checksum that is recorded for it. */
  String checksum();

  /** Whether a recorded checksum is that of this script. */
  boolean matches(String recorded);
}
