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
  TRANSFORM("transform"),
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

  /** Whether schemas of a database have such objects, and not the database as a whole. */
  public boolean isInSchema() {
    return switch (this) {
      case EXTENSION,
          SCHEMA,
          CAST,
          TRANSFORM,
          COMMENT,
          RIGHTS,
          DEFAULT_RIGHTS,
          EVENT_TRIGGER,
          PUBLICATION,
          SUBSCRIPTION,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          USER_MAPPING,
          LANGUAGE,
          ACCESS_METHOD ->
          false;
      case ENUM_TYPE,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          DOMAIN,
          SEQUENCE,
          TABLE,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          RULE,
          TRIGGER,
          EVENT,
          POLICY,
          STATISTICS,
          COLLATION,
          CONVERSION,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          COLUMN,
          INDEX,
          CONSTRAINT,
          ENUM_VALUE ->
          true;
    };
  }

  /** Whether the member of a reference tells namesakes apart, and is no part of an object. */
  public boolean hasNamesakes() {
    return switch (this) {
      case ROUTINE,
          AGGREGATE,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          CAST,
          TRANSFORM,
          USER_MAPPING ->
          true;
      default -> false;
    };
  }

  /** The kind as a message writes it. */
  public String words() {
    return words;
  }
}
