package dev.schemend.plan;

/**
 * What a step does, in the words of Prisma's scripts, in the order in which plans run. The order is
 * Prisma's with PostgreSQL's sequences put in; each place has its reason.
 */
public enum StepLabel {
  /** First: everything else may stand in it. */
  CREATE_SCHEMA("CreateSchema"),
  /** Before types and tables that use what it brings. */
  CREATE_EXTENSION("CreateExtension"),
  /** Before tables whose columns default to it. */
  CREATE_SEQUENCE("CreateSequence"),
  /** Before tables that use it. */
  CREATE_ENUM("CreateEnum"),
  /** Before a column may default to a new label, after nothing. */
  ALTER_ENUM("AlterEnum"),
  ALTER_SEQUENCE("AlterSequence"),
  /** Only where asked for: views and the like hold on to the tables they read. */
  DROP_OBJECT("DropObject"),
  /** Before anything that a foreign key would hold back: columns, keys, tables. */
  DROP_FOREIGN_KEY("DropForeignKey"),
  /** Before the columns and keys that the partitions need. */
  REMOVE_PARTITIONS("RemovePartitions"),
  /** Frees names, and must precede the columns under it. */
  DROP_INDEX("DropIndex"),
  RENAME_TABLE("RenameTable"),
  /** Before everything that uses the new name. */
  RENAME_OBJECT("RenameObject"),
  ALTER_TABLE("AlterTable"),
  /** After the columns that referred to it lost their keys. */
  DROP_TABLE("DropTable"),
  /** After the last column of the type is gone. */
  DROP_ENUM("DropEnum"),
  DROP_SEQUENCE("DropSequence"),
  /** After drops, so that a name can be used again. */
  CREATE_TABLE("CreateTable"),
  /** After the table and its columns. */
  CREATE_INDEX("CreateIndex"),
  /** After the columns and keys that the partitions need. */
  CHANGE_PARTITIONS("ChangePartitions"),
  RENAME_FOREIGN_KEY("RenameForeignKey"),
  /** After the partitions that take them, before foreign keys and triggers look at them. */
  MOVE_ROWS("MoveRows"),
  /** Last, so that cycles between tables vanish. */
  ADD_FOREIGN_KEY("AddForeignKey"),
  RENAME_INDEX("RenameIndex"),
  CREATE_OBJECT("CreateObject"),
  COMMENT("Comment"),
  /** On what is there in the end: what was made anew has lost its own. */
  RIGHTS("Rights"),
  DROP_SCHEMA("DropSchema");

  private final String words;

  StepLabel(String words) {
    this.words = words;
  }

  /** The label as a script writes it behind {@code -- }. */
  public String words() {
    return words;
  }
}
