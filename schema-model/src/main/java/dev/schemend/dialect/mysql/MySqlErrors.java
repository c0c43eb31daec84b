package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.dialect.Flavor;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * The answers of MySQL 8.0 and MariaDB to what they refuse (MySQL Server Error Message Reference;
 * MariaDB Knowledge Base, "MariaDB Error Codes"). Where the two differ, both are here.
 */
final class MySqlErrors {

  private static final String GENERAL = "HY000";
  private static final String SYNTAX_OR_ACCESS = "42000";

  static final ErrorCode KEYS_AND_PARTITIONS = ErrorCode.of(1506, GENERAL);
  static final ErrorCode KEY_TOO_LONG = ErrorCode.of(1071, SYNTAX_OR_ACCESS);
  static final ErrorCode KEY_WITHOUT_LENGTH = ErrorCode.of(1170, SYNTAX_OR_ACCESS);
  static final ErrorCode WRONG_PREFIX = ErrorCode.of(1089, GENERAL);
  static final ErrorCode NO_FULL_TEXT = ErrorCode.of(1283, GENERAL);
  static final ErrorCode HASHED_COUNTER = ErrorCode.of(4169, GENERAL);
  static final ErrorCode JSON_AS_KEY = ErrorCode.of(3152, SYNTAX_OR_ACCESS);
  static final ErrorCode INVALID_DEFAULT = ErrorCode.of(1067, SYNTAX_OR_ACCESS);
  static final ErrorCode UNKNOWN_COLUMN = ErrorCode.of(1054, "42S22");
  static final ErrorCode DUPLICATE_COLUMN = ErrorCode.of(1060, "42S21");
  static final ErrorCode WRONG_NAME_FOR_INDEX = ErrorCode.of(1280, SYNTAX_OR_ACCESS);
  static final ErrorCode WRONG_FOREIGN_KEY = ErrorCode.of(1239, SYNTAX_OR_ACCESS);
  static final ErrorCode MULTIPLE_PRIMARY_KEY = ErrorCode.of(1068, SYNTAX_OR_ACCESS);
  static final ErrorCode KEY_COLUMN_MISSING = ErrorCode.of(1072, SYNTAX_OR_ACCESS);
  static final ErrorCode WRONG_AUTO_KEY = ErrorCode.of(1075, SYNTAX_OR_ACCESS);
  static final ErrorCode NO_COLUMN_LEFT = ErrorCode.of(1090, SYNTAX_OR_ACCESS);
  static final ErrorCode NULL_IN_PRIMARY_KEY = ErrorCode.of(1171, SYNTAX_OR_ACCESS);
  static final ErrorCode NO_SUCH_KEY = ErrorCode.of(1176, SYNTAX_OR_ACCESS);
  static final ErrorCode DUPLICATE_KEY_NAME = ErrorCode.of(1061, SYNTAX_OR_ACCESS);
  static final ErrorCode CANNOT_DROP = ErrorCode.of(1091, SYNTAX_OR_ACCESS);
  static final ErrorCode INDEX_NEEDED = ErrorCode.of(1553, GENERAL);
  static final ErrorCode FOREIGN_KEY_COLUMN = ErrorCode.of(1828, GENERAL);
  static final ErrorCode FOREIGN_KEY_COLUMN_PARENT = ErrorCode.of(1829, GENERAL);
  static final ErrorCode FOREIGN_KEY_COLUMN_CHANGED = ErrorCode.of(1832, GENERAL);
  static final ErrorCode FOREIGN_KEY_COLUMN_PARENT_CHANGED = ErrorCode.of(1833, GENERAL);
  static final ErrorCode COPY_NOT_SUPPORTED = ErrorCode.of(1846, "0A000");
  static final ErrorCode SET_NULL_ON_NOT_NULL = ErrorCode.of(1830, GENERAL);

  private static final ErrorCode GENERATED_UNSUPPORTED = ErrorCode.of(3106, GENERAL);

  /** MariaDB's answer to whatever an expression of a table may not read. */
  private static final ErrorCode UNFIT = ErrorCode.of(1901, GENERAL);

  private static final ErrorCode UNINITIALIZED = ErrorCode.of(4029, "01000");

  private final Flavor flavor;

  MySqlErrors(Flavor flavor) {
    this.flavor = flavor;
  }

  private ErrorCode either(ErrorCode mysql, ErrorCode mariadb) {
    return flavor == Flavor.MARIADB ? mariadb : mysql;
  }

  Rejection tableExists(ObjectName name) {
    return duplicate(ObjectRef.table(name), ErrorCode.of(1050, "42S01"));
  }

  Rejection noSuchTable(ObjectName name) {
    return undefined(ObjectRef.table(name), ErrorCode.of(1146, "42S02"));
  }

  Rejection unknownTable(ObjectName name) {
    return undefined(ObjectRef.table(name), ErrorCode.of(1051, "42S02"));
  }

  Rejection databaseExists(ObjectRef database) {
    return duplicate(database, ErrorCode.of(1007, GENERAL));
  }

  Rejection noSuchDatabaseToDrop(ObjectRef database) {
    return undefined(database, ErrorCode.of(1008, GENERAL));
  }

  Rejection unknownDatabase(ObjectRef database) {
    return undefined(database, ErrorCode.of(1049, SYNTAX_OR_ACCESS));
  }

  Rejection columnExists(ObjectRef column) {
    return duplicate(column, DUPLICATE_COLUMN);
  }

  Rejection unknownColumn(ObjectRef column) {
    return undefined(column, UNKNOWN_COLUMN);
  }

  Rejection cannotDrop(ObjectRef object) {
    return undefined(object, CANNOT_DROP);
  }

  Rejection noSuchCheck(ObjectRef check) {
    return undefined(check, either(ErrorCode.of(3821, GENERAL), CANNOT_DROP));
  }

  Rejection noSuchConstraint(ObjectRef constraint) {
    return undefined(constraint, either(ErrorCode.of(3940, GENERAL), CANNOT_DROP));
  }

  Rejection columnInPartitions(ObjectRef column) {
    return invalid(
        column,
        "decides to which partition a row belongs",
        either(ErrorCode.of(3855, GENERAL), UNKNOWN_COLUMN));
  }

  Rejection foreignKeyExists(ObjectRef constraint) {
    return duplicate(constraint, either(ErrorCode.of(1826, GENERAL), ErrorCode.of(1005, GENERAL)));
  }

  Rejection checkExists(ObjectRef constraint) {
    return duplicate(constraint, either(ErrorCode.of(3822, GENERAL), ErrorCode.of(1826, GENERAL)));
  }

  Rejection noParentTable(ObjectName table) {
    return undefined(
        ObjectRef.table(table), either(ErrorCode.of(1824, GENERAL), malformedForeignKey()));
  }

  Rejection noParentColumn(ObjectRef column) {
    return undefined(column, either(ErrorCode.of(3734, GENERAL), malformedForeignKey()));
  }

  Rejection noParentIndex(ObjectRef constraint) {
    return invalid(
        constraint,
        "the referenced columns are not the first columns of an index",
        either(ErrorCode.of(1822, GENERAL), malformedForeignKey()));
  }

  Rejection unboundedColumn(ObjectRef column) {
    return invalid(
        column,
        "has no bounds, so that no foreign key can lead from it",
        either(KEY_WITHOUT_LENGTH, malformedForeignKey()));
  }

  Rejection partitionedTarget(ObjectRef constraint) {
    return invalid(
        constraint,
        "leads to a table with partitions",
        either(KEYS_AND_PARTITIONS, malformedForeignKey()));
  }

  Rejection incompatibleColumns(ObjectRef constraint) {
    return invalid(
        constraint,
        "referencing and referenced column are incompatible",
        either(ErrorCode.of(3780, GENERAL), malformedForeignKey()));
  }

  /** {@code IF [NOT] EXISTS} where only MariaDB has it. */
  void requireMariaDb(boolean conditional, String what) {
    if (conditional && flavor != Flavor.MARIADB) {
      throw foreign(what);
    }
  }

  /** MySQL lets a check behind a column read that column only; MariaDB lets it read any. */
  Optional<Rejection> columnCheckReadsOther(ObjectRef check) {
    return flavor == Flavor.MARIADB
        ? Optional.empty()
        : Optional.of(invalid(check, "references other column", ErrorCode.of(3813, GENERAL)));
  }

  Rejection unknownColumnInCheck(ObjectRef column) {
    return undefined(column, either(ErrorCode.of(3820, GENERAL), ErrorCode.of(1054, "42S22")));
  }

  Rejection checkOnCounter(ObjectRef check) {
    return invalid(
        check, "reads an auto-increment column", either(ErrorCode.of(3818, GENERAL), UNFIT));
  }

  Rejection checkOnKey(ObjectRef check) {
    return invalid(
        check,
        "reads a column that a foreign key's referential action writes to",
        either(ErrorCode.of(3823, GENERAL), UNFIT));
  }

  Rejection generatedFromCounter(ObjectRef column) {
    return invalid(
        column, "reads an auto-increment column", either(ErrorCode.of(3109, GENERAL), UNFIT));
  }

  Rejection passingInGenerated(ObjectRef column, String function) {
    return passing(column, function, ErrorCode.of(3763, GENERAL));
  }

  Rejection passingInCheck(ObjectRef check, String function) {
    return passing(check, function, ErrorCode.of(3814, GENERAL));
  }

  Rejection passingInDefault(ObjectRef column, String function) {
    return passing(column, function, ErrorCode.of(3770, GENERAL));
  }

  private Rejection passing(ObjectRef holder, String function, ErrorCode mysql) {
    return invalid(
        holder, "calls " + function + "(), whose value does not last", either(mysql, UNFIT));
  }

  Rejection readsLaterColumn(ObjectRef column) {
    return invalid(
        column,
        "reads a column that is computed behind it",
        either(ErrorCode.of(3107, GENERAL), UNINITIALIZED));
  }

  Rejection defaultReadsLaterColumn(ObjectRef column) {
    return invalid(
        column,
        "has a default that reads a column which is computed behind it",
        either(ErrorCode.of(3767, GENERAL), UNINITIALIZED));
  }

  Rejection generatedFromKey(ObjectRef column) {
    return invalid(
        column,
        "is stored and reads a column that a foreign key's referential action writes to",
        either(ErrorCode.of(1215, GENERAL), UNFIT));
  }

  /** What no generated column can become or be part of. */
  Rejection generatedColumn(ObjectRef column, String reason) {
    return invalid(column, reason, either(GENERATED_UNSUPPORTED, ErrorCode.of(1907, GENERAL)));
  }

  Rejection primaryKeyOnGenerated(ObjectRef column) {
    return invalid(
        column,
        "is generated, and cannot be part of a primary key",
        either(GENERATED_UNSUPPORTED, ErrorCode.of(1903, GENERAL)));
  }

  Rejection keyWritesGenerated(ObjectRef constraint) {
    return invalid(
        constraint,
        "would write to a generated column",
        either(ErrorCode.of(3104, GENERAL), ErrorCode.of(1905, GENERAL)));
  }

  /** A key on a column whose values are not kept; MariaDB has such. */
  Rejection keyOnVirtual(ObjectRef constraint) {
    return invalid(constraint, "uses a virtual column", ErrorCode.of(3733, GENERAL));
  }

  Rejection notView(ObjectRef table) {
    return invalid(
        table, "is not a view", either(ErrorCode.of(1347, GENERAL), ErrorCode.of(4092, "42S02")));
  }

  Rejection notBaseTable(ObjectRef view) {
    return invalid(view, "is a view", ErrorCode.of(1347, GENERAL));
  }

  Rejection notTable(ObjectRef view) {
    return invalid(
        view, "is a view", either(ErrorCode.of(1051, "42S02"), ErrorCode.of(1965, "42S02")));
  }

  Rejection setNullOnNotNull(ObjectRef constraint) {
    return invalid(
        constraint,
        "SET NULL needs a column that can be NULL",
        either(SET_NULL_ON_NOT_NULL, malformedForeignKey()));
  }

  private static ErrorCode malformedForeignKey() {
    return ErrorCode.of(1005, GENERAL);
  }

  Rejection tableReferenced(ObjectRef table, List<ObjectRef> keys) {
    return referenced(
        table, keys, either(ErrorCode.of(3730, GENERAL), ErrorCode.of(1451, "23000")));
  }

  Rejection columnInCheck(ObjectRef column, ObjectRef check) {
    return referenced(
        column, List.of(check), either(ErrorCode.of(3959, GENERAL), ErrorCode.of(1054, "42S22")));
  }

  Rejection columnInGeneratedColumn(ObjectRef column, ObjectRef generated) {
    return referenced(
        column,
        List.of(generated),
        either(ErrorCode.of(3108, GENERAL), ErrorCode.of(1054, "42S22")));
  }

  Rejection columnInFunctionalIndex(ObjectRef column, ObjectRef index) {
    return referenced(column, List.of(index), ErrorCode.of(3837, GENERAL));
  }

  static Rejection duplicate(ObjectRef object, ErrorCode code) {
    return new Rejection(new SchemaError.Duplicate(object, code));
  }

  static Rejection undefined(ObjectRef object, ErrorCode code) {
    return new Rejection(new SchemaError.Undefined(object, code));
  }

  static Rejection referenced(ObjectRef object, List<ObjectRef> dependants, ErrorCode code) {
    return new Rejection(new SchemaError.StillReferenced(object, dependants, code));
  }

  static Rejection invalid(ObjectRef object, String reason, ErrorCode code) {
    return new Rejection(new SchemaError.Invalid(object, reason, code));
  }

  /** A statement of another dialect: this server's grammar has no such thing. */
  static Rejection foreign(String what) {
    return new Rejection(new SchemaError.Unsupported(what, ErrorCode.of(1064, SYNTAX_OR_ACCESS)));
  }

  static ObjectRef indexRef(ObjectName table, Identifier index) {
    return new ObjectRef(ObjectKind.INDEX, table, index);
  }
}
