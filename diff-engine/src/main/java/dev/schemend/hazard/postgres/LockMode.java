package dev.schemend.hazard.postgres;

import dev.schemend.plan.TableLock.Blocks;

/** The lock modes of tables (manual, 13.3.1), from the weakest to the strongest. */
enum LockMode {
  ACCESS_SHARE(Blocks.NOTHING),
  ROW_SHARE(Blocks.NOTHING),
  ROW_EXCLUSIVE(Blocks.NOTHING),
  SHARE_UPDATE_EXCLUSIVE(Blocks.SCHEMA_CHANGES),
  SHARE(Blocks.WRITES),
  SHARE_ROW_EXCLUSIVE(Blocks.WRITES),
  EXCLUSIVE(Blocks.WRITES),
  ACCESS_EXCLUSIVE(Blocks.READS_AND_WRITES);

  private final Blocks blocks;

  LockMode(Blocks blocks) {
    this.blocks = blocks;
  }

  /** What it keeps from others: SELECT takes ACCESS SHARE, INSERT takes ROW EXCLUSIVE. */
  Blocks blocks() {
    return blocks;
  }

  /** The name in the manual. */
  String words() {
    return name().replace('_', ' ');
  }
}
