package dev.schemend.cli.picture;

/**
 * A foreign key in a picture.
 *
 * @param from the table that refers, by the name of its box
 * @param fromColumn the first column that refers
 * @param to the table that is referred to, by the name of its box
 * @param mark what becomes of the key
 * @param name of the constraint
 * @param optional whether a row may refer to none
 * @param single whether at most one row may refer to another
 */
record Line(
    String from,
    String fromColumn,
    String to,
    Mark mark,
    String name,
    boolean optional,
    boolean single) {}
