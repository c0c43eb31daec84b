package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL's answers to what it refuses (manual, appendix A). */
final class PostgresErrors {

  static final ErrorCode UNDEFINED_TABLE = ErrorCode.of("42P01");
  static final ErrorCode UNDEFINED_COLUMN = ErrorCode.of("42703");
  static final ErrorCode INVALID_COLUMN_REFERENCE = ErrorCode.of("42P10");
  static final ErrorCode UNDEFINED_OBJECT = ErrorCode.of("42704");
  static final ErrorCode UNDEFINED_SCHEMA = ErrorCode.of("3F000");
  static final ErrorCode DUPLICATE_TABLE = ErrorCode.of("42P07");
  static final ErrorCode DUPLICATE_COLUMN = ErrorCode.of("42701");
  static final ErrorCode DUPLICATE_OBJECT = ErrorCode.of("42710");
  static final ErrorCode DUPLICATE_SCHEMA = ErrorCode.of("42P06");
  static final ErrorCode DUPLICATE_FUNCTION = ErrorCode.of("42723");
  static final ErrorCode UNDEFINED_FUNCTION = ErrorCode.of("42883");
  static final ErrorCode DEPENDENT_OBJECTS = ErrorCode.of("2BP01");
  static final ErrorCode INVALID_TABLE_DEFINITION = ErrorCode.of("42P16");
  static final ErrorCode INVALID_COLUMN_DEFINITION = ErrorCode.of("42611");
  static final ErrorCode INVALID_FOREIGN_KEY = ErrorCode.of("42830");
  static final ErrorCode INVALID_PARAMETER = ErrorCode.of("22023");
  static final ErrorCode DATATYPE_MISMATCH = ErrorCode.of("42804");
  static final ErrorCode WRONG_OBJECT_TYPE = ErrorCode.of("42809");
  static final ErrorCode SYNTAX = ErrorCode.of("42601");
  static final ErrorCode NOT_SUPPORTED = ErrorCode.of("0A000");
  static final ErrorCode INVALID_OBJECT = ErrorCode.of("42P17");
  static final ErrorCode INVALID_SCHEMA_DEFINITION = ErrorCode.of("42P15");
  static final ErrorCode RESERVED_NAME = ErrorCode.of("42939");
  static final ErrorCode INVALID_FUNCTION = ErrorCode.of("42P13");
  static final ErrorCode PREREQUISITE = ErrorCode.of("55000");

  /** What the server says where it has no code of its own for it ({@code elog}). */
  static final ErrorCode TOO_MANY_COLUMNS = ErrorCode.of("54011");

  static final ErrorCode INTERNAL = ErrorCode.of("XX000");

  // The kinds whose answers are not the general ones of an object.
  private static final Map<ObjectKind, ErrorCode> DUPLICATE =
      Map.of(
          ObjectKind.SCHEMA, DUPLICATE_SCHEMA,
          ObjectKind.TABLE, DUPLICATE_TABLE,
          ObjectKind.FOREIGN_TABLE, DUPLICATE_TABLE,
          ObjectKind.VIEW, DUPLICATE_TABLE,
          ObjectKind.MATERIALIZED_VIEW, DUPLICATE_TABLE,
          ObjectKind.SEQUENCE, DUPLICATE_TABLE,
          ObjectKind.INDEX, DUPLICATE_TABLE,
          ObjectKind.COLUMN, DUPLICATE_COLUMN,
          ObjectKind.ROUTINE, DUPLICATE_FUNCTION,
          ObjectKind.AGGREGATE, DUPLICATE_FUNCTION);
  private static final Map<ObjectKind, ErrorCode> UNDEFINED =
      Map.of(
          ObjectKind.SCHEMA, UNDEFINED_SCHEMA,
          ObjectKind.TABLE, UNDEFINED_TABLE,
          ObjectKind.FOREIGN_TABLE, UNDEFINED_TABLE,
          ObjectKind.VIEW, UNDEFINED_TABLE,
          ObjectKind.MATERIALIZED_VIEW, UNDEFINED_TABLE,
          ObjectKind.SEQUENCE, UNDEFINED_TABLE,
          ObjectKind.COLUMN, UNDEFINED_COLUMN,
          ObjectKind.ROUTINE, UNDEFINED_FUNCTION,
          ObjectKind.AGGREGATE, UNDEFINED_FUNCTION,
          ObjectKind.OPERATOR, UNDEFINED_FUNCTION);
  private static final Set<ObjectKind> RELATIONS =
      Set.of(
          ObjectKind.TABLE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.INDEX);

  private PostgresErrors() {}

  static Rejection duplicate(ObjectRef object) {
    return new Rejection(
        new SchemaError.Duplicate(object, DUPLICATE.getOrDefault(object.kind(), DUPLICATE_OBJECT)));
  }

  static Rejection undefined(ObjectRef object) {
    return new Rejection(
        new SchemaError.Undefined(object, UNDEFINED.getOrDefault(object.kind(), UNDEFINED_OBJECT)));
  }

  static Rejection undefinedObject(ObjectRef object) {
    return new Rejection(new SchemaError.Undefined(object, UNDEFINED_OBJECT));
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
    return RELATIONS.contains(kind);
  }
}
