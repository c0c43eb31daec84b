package dev.schemend.exec.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/** The number of sqlx's lock. Source: launchbadge/sqlx, {@code generate_lock_id}. */
public final class SqlxLock {

  private static final long FACTOR = 0x3d32ad9eL;

  private SqlxLock() {}

  /** For a database of that name. */
  public static long number(String database) {
    CRC32 crc = new CRC32();
    crc.update(database.getBytes(UTF_8));
    return FACTOR * crc.getValue();
  }
}
