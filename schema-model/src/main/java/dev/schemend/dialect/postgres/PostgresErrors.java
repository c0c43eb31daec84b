package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Collection;
import java.util.List;

/** PostgreSQL's answers to what it refuses (manual, appendix A). */
final class PostgresErrors {

  static final ErrorCode UNDEFINED_TABLE = ErrorCode.of("42P01");
  static final ErrorCode UNDEFINED_COLUMN = ErrorCode.of("42703");
  static final ErrorCode UNDEFINED_OBJECT = ErrorCode.of("42704");
  static final ErrorCode UNDEFINED_SCHEMA = ErrorCode.of("3F000");
  static final ErrorCode DUPLICATE_TABLE = ErrorCode.of("42P07");
  static final ErrorCode DUPLICATE_COLUMN = ErrorCode.of("42701");
  static final ErrorCode DUPLICATE_OBJECT = ErrorCode.of("42710");
  static final ErrorCode DUPLICATE_SCHEMA = ErrorCode.of("42P06");
  static final ErrorCode DEPENDENT_OBJECTS = ErrorCode.of("2BP01");
  static final ErrorCode INVALID_TABLE_DEFINITION = ErrorCode.of("42P16");
  static final ErrorCode INVALID_FOREIGN_KEY = ErrorCode.of("42830");
  static final ErrorCode INVALID_PARAMETER = ErrorCode.of("22023");
  static final ErrorCode DATATYPE_MISMATCH = ErrorCode.of("42804");
  static final ErrorCode WRONG_OBJECT_TYPE = ErrorCode.of("42809");
  static final ErrorCode SYNTAX = ErrorCode.of("42601");
  static final ErrorCode NOT_SUPPORTED = ErrorCode.of("0A000");
  static final ErrorCode PREREQUISITE = ErrorCode.of("55000");

  private PostgresErrors() {}

  static Rejection duplicate(ObjectRef object) {
    return new Rejection(
        new SchemaError.Duplicate(
            object,
            switch (object.kind()) {
              case SCHEMA -> DUPLICATE_SCHEMA;
              case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, INDEX ->
                  DUPLICATE_TABLE;
              case COLUMN -> DUPLICATE_COLUMN;
              case ROUTINE, AGGREGATE -> ErrorCode.of("42723");
              case EXTENSION,
                  ENUM_TYPE,
                  COMPOSITE_TYPE,
                  RANGE_TYPE,
                  DOMAIN,
                  OPERATOR,
                  CAST,
                  RULE,
                  TRIGGER,
                  EVENT_TRIGGER,
                  EVENT,
                  POLICY,
                  PUBLICATION,
                  SUBSCRIPTION,
                  STATISTICS,
                  COLLATION,
                  TEXT_SEARCH,
                  FOREIGN_SERVER,
                  LANGUAGE,
                  ACCESS_METHOD,
                  CONSTRAINT ->
                  DUPLICATE_OBJECT;
            }));
  }

  static Rejection undefined(ObjectRef object) {
    return new Rejection(
        new SchemaError.Undefined(
            object,
            switch (object.kind()) {
              case SCHEMA -> UNDEFINED_SCHEMA;
              case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE -> UNDEFINED_TABLE;
              case COLUMN -> UNDEFINED_COLUMN;
              case ROUTINE, AGGREGATE, OPERATOR -> ErrorCode.of("42883");
              case EXTENSION,
                  INDEX,
                  ENUM_TYPE,
                  COMPOSITE_TYPE,
                  RANGE_TYPE,
                  DOMAIN,
                  CAST,
                  RULE,
                  TRIGGER,
                  EVENT_TRIGGER,
                  EVENT,
                  POLICY,
                  PUBLICATION,
                  SUBSCRIPTION,
                  STATISTICS,
                  COLLATION,
                  TEXT_SEARCH,
                  FOREIGN_SERVER,
                  LANGUAGE,
                  ACCESS_METHOD,
                  CONSTRAINT ->
                  UNDEFINED_OBJECT;
            }));
  }

  static Rejection referenced(ObjectRef object, Collection<ObjectRef> dependants) {
    return new Rejection(
        new SchemaError.StillReferenced(object, List.copyOf(dependants), DEPENDENT_OBJECTS));
  }

  static Rejection invalid(ObjectRef object, String reason, ErrorCode code) {
    return new Rejection(new SchemaError.Invalid(object, reason, code));
  }

  /** A statement of another dialect: this server's grammar has no such thing. */
  static Rejection foreign(String what) {
    return new Rejection(new SchemaError.Unsupported(what, SYNTAX));
  }

  /** Whether an object of that kind takes a name among relations. */
  static boolean isRelation(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, COMPOSITE_TYPE, INDEX -> true;
      case SCHEMA,
          EXTENSION,
          ENUM_TYPE,
          RANGE_TYPE,
          DOMAIN,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          CAST,
          RULE,
          TRIGGER,
          EVENT_TRIGGER,
          EVENT,
          POLICY,
          PUBLICATION,
          SUBSCRIPTION,
          STATISTICS,
          COLLATION,
          TEXT_SEARCH,
          FOREIGN_SERVER,
          LANGUAGE,
          ACCESS_METHOD,
          COLUMN,
          CONSTRAINT ->
          false;
    };
  }
}
