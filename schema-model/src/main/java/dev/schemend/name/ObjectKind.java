package dev.schemend.name;

/** The kinds of things that have a name, in the words of the manuals. */
public enum ObjectKind {
  SCHEMA("schema"),
  EXTENSION("extension"),
  ENUM_TYPE("enum"),
  COMPOSITE_TYPE("composite type"),
  RANGE_TYPE("range type"),
  DOMAIN("domain"),
  SEQUENCE("sequence"),
  TABLE("table"),
  FOREIGN_TABLE("foreign table"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  ROUTINE("routine"),
  AGGREGATE("aggregate"),
  OPERATOR("operator"),
  CAST("cast"),
  RULE("rule"),
  TRIGGER("trigger"),
  EVENT_TRIGGER("event trigger"),
  EVENT("event"),
  POLICY("policy"),
  PUBLICATION("publication"),
  SUBSCRIPTION("subscription"),
  STATISTICS("statistics object"),
  COLLATION("collation"),
  TEXT_SEARCH("text search object"),
  FOREIGN_SERVER("foreign server"),
  LANGUAGE("language"),
  ACCESS_METHOD("access method"),
  COMMENT("comment"),
  RIGHTS("rights"),
  DEFAULT_RIGHTS("default privileges"),
  COLUMN("column"),
  INDEX("index"),
  CONSTRAINT("constraint"),
  ENUM_VALUE("enum value");

  private final String words;

  ObjectKind(String words) {
    this.words = words;
  }

  /** The kind as a message writes it. */
  public String words() {
    return words;
  }
}
