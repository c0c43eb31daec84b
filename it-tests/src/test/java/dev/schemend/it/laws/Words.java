package dev.schemend.it.laws;

import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names to write a statement with: of things that are there, as far as there are any.
 *
 * @param schema what is there
 * @param random draws
 */
record Words(Schema schema, RandomGenerator random) {

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean maybe() {
    return random.nextBoolean();
  }

  /** One of a few names that begin with {@code prefix}. */
  String name(String prefix) {
    return prefix + random.nextInt(3);
  }

  String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T one(List<T> choices, T otherwise) {
    return choices.isEmpty() ? otherwise : choices.get(random.nextInt(choices.size()));
  }

  /** A table with columns, or null. */
  Table table() {
    return one(schema.tables().filter(table -> !table.columns().isEmpty()).toList(), null);
  }

  String tableName() {
    Table table = table();
    return table == null ? "t0" : table.name().name().text();
  }

  String column(Table table) {
    return table == null
        ? "c0"
        : one(table.columns().stream().map(Column::name).toList(), null).text();
  }

  /**
   * An object of a kind whose name begins with {@code prefix}, or a name that none will have: one
   * that something gets later would be taken for an extension's until then.
   */
  String existing(ObjectKind kind, String prefix) {
    return one(
        schema
            .ofKind(kind)
            .map(object -> object.ref().name().name().text())
            .filter(name -> name.startsWith(prefix))
            .toList(),
        prefix + "_none");
  }

  /** Whether there is an object of a kind. */
  boolean has(ObjectKind kind) {
    return schema.ofKind(kind).findAny().isPresent();
  }

  /** An index of a table, or a name that none will have. */
  String index(Table table) {
    return table == null
        ? "i_none"
        : one(table.indexes().stream().map(index -> index.name().text()).toList(), "i_none");
  }

  /** A part of a table, in a schema or in none. */
  String relation(Table table) {
    return table == null
        ? "t_none"
        : table.name().schema().isNone()
            ? table.name().name().text()
            : "\"" + table.name().schema() + "\"." + table.name().name();
  }

  /** Whether there is no function for triggers: one that is missing may be an extension's. */
  boolean lacksTriggerFunction() {
    return existing(ObjectKind.ROUTINE, "tf").equals("tf_none");
  }

  /** A function for triggers. */
  String triggerFunction() {
    return "CREATE OR REPLACE FUNCTION "
        + name("tf")
        + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$";
  }
}
