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
  OPERATOR_FAMILY("operator family"),
  OPERATOR_CLASS("operator class"),
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
  CONVERSION("conversion"),
  TEXT_SEARCH_PARSER("text search parser"),
  TEXT_SEARCH_TEMPLATE("text search template"),
  TEXT_SEARCH_DICTIONARY("text search dictionary"),
  TEXT_SEARCH_CONFIGURATION("text search configuration"),
  FOREIGN_DATA_WRAPPER("foreign data wrapper"),
  FOREIGN_SERVER("foreign server"),
  USER_MAPPING("user mapping"),
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
