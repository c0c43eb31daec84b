package dev.schemend.dialect.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.dialect.Flavor;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** The forms in which the server stores the columns that statements write. */
final class MySqlColumns {

  private static final String CURRENT_TIMESTAMP = "current_timestamp";

  private final MySqlDialect dialect;
  private final MySqlScope scope;

  MySqlColumns(MySqlScope scope) {
    this.dialect = scope.dialect();
    this.scope = scope;
  }

  /**
   * {@code written} with {@code SERIAL} and MariaDB's {@code JSON} in the server's form: {@code
   * SERIAL} is {@code BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE} (MySQL manual, 13.1.1); a
   * {@code LONGTEXT} that MariaDB checks by {@code json_valid} is what it makes of {@code JSON}.
   */
  ColumnDefinition expand(ColumnDefinition written) {
    Column column = written.column();
    if (isNamed(column.type(), "serial")) {
      return new ColumnDefinition(
          column
              .withType(SqlType.builtin("bigint unsigned"))
              .withNullable(false)
              .withGeneration(Optional.of(new Generation.AutoIncrement())),
          written.explicitNull(),
          written.constraints(),
          List.of(
              Index.of(Identifier.NONE, Index.Kind.UNIQUE, List.of(IndexPart.column(column.name())))
                  .withMethod(Index.UNSTATED)));
    }
    boolean checkedJson =
        isMariaDb()
            && isNamed(column.type(), "longtext")
            && column.mysql().check().filter(one -> isJsonCheck(one, column.name())).isPresent();
    return checkedJson
        ? new ColumnDefinition(
            column
                .withType(SqlType.builtin("json"))
                .withMySql(column.mysql().withCheck(Optional.empty())),
            written.explicitNull(),
            written.constraints(),
            written.indexes())
        : written;
  }

  /** Whether a condition is the check that MariaDB puts on a {@code JSON} column. */
  static boolean isJsonCheck(SqlExpr condition, Identifier column) {
    return condition instanceof SqlExpr.FunctionCall call
        && call.name().name().key().equals("json_valid")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof SqlExpr.ColumnRef argument
        && argument.column().equals(column);
  }

  boolean isMariaDb() {
    return dialect.profile().flavor() == Flavor.MARIADB;
  }

  private static boolean isNamed(SqlType type, String name) {
    return type instanceof SqlType.Builtin builtin && builtin.name().equals(name);
  }

  /**
   * The column as the server stores it.
   *
   * @param firstTimestamp whether no {@code TIMESTAMP} stands before it in its table, which decides
   *     for servers without {@code explicit_defaults_for_timestamp}
   */
  Column canonical(ColumnDefinition written, MySqlTableOptions table, boolean firstTimestamp) {
    Column column = written.column();
    SqlType named = dialect.types().canonical(column.type());
    CharacterSet given = characterSet(column, named, table);
    SqlType type = given.isBinary() ? dialect.types().inBytes(named) : named;
    CharacterSet set = type.equals(named) ? given : CharacterSet.NONE;
    boolean autoIncrement =
        column.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent();
    Column canonical =
        new Column(
            column.name(),
            type,
            column.nullable() && !autoIncrement && !isRowTime(column),
            column.defaultValue().flatMap(value -> defaultValue(value, type)),
            column.generation().map(generation -> generation(generation, type)),
            set.collation(),
            column.comment().filter(text -> !text.isEmpty()),
            new MySqlColumnOptions(
                set.name(),
                column.mysql().onUpdate().map(value -> expression(value, type)),
                column.mysql().invisible(),
                role(column),
                column
                    .mysql()
                    .check()
                    .filter(check -> MySqlConstraints.keepsChecks(dialect.profile()))
                    .map(check -> dialect.expressions().canonical(check, Optional.empty())),
                column.mysql().spatialReference()));
    return isNamed(type, "timestamp")
            && !new MySqlVariables(dialect.profile()).hasExplicitDefaults(scope.session())
        ? implicitTimestamp(canonical, written.explicitNull(), firstTimestamp)
        : canonical;
  }

  private static Column implicitTimestamp(Column column, boolean explicitNull, boolean first) {
    if (explicitNull || !column.nullable()) {
      return column;
    }
    Column required = column.withNullable(false);
    if (column.defaultValue().isPresent() || column.mysql().onUpdate().isPresent()) {
      return required;
    }
    if (!first) {
      return required.withDefault(
          Optional.of(new SqlExpr.StringLiteral("", "0000-00-00 00:00:00")));
    }
    Optional<SqlExpr> now =
        Optional.of(
            new SqlExpr.FunctionCall(
                ObjectName.unqualified(Identifier.of(CURRENT_TIMESTAMP)), List.of(), false));
    return required.withDefault(now).withMySql(column.mysql().withOnUpdate(now));
  }

  // WITH SYSTEM VERSIONING behind a column makes the table versioned, and the others not.
  private static MySqlVersioning.Role role(Column column) {
    return column.mysql().role() == MySqlVersioning.Role.VERSIONED
        ? MySqlVersioning.Role.PLAIN
        : column.mysql().role();
  }

  private static boolean isRowTime(Column column) {
    return switch (column.mysql().role()) {
      case ROW_START, ROW_END -> true;
      case PLAIN, VERSIONED, UNVERSIONED -> false;
    };
  }

  static boolean isCurrentTimestamp(SqlExpr value) {
    return value instanceof SqlExpr.FunctionCall call
        && !call.name().isQualified()
        && call.name().name().key().equals(CURRENT_TIMESTAMP);
  }

  /** A default: {@code NULL} is none at all. */
  Optional<SqlExpr> defaultValue(SqlExpr written, SqlType type) {
    SqlExpr canonical = expression(written, type);
    return canonical instanceof SqlExpr.NullLiteral ? Optional.empty() : Optional.of(canonical);
  }

  private SqlExpr expression(SqlExpr written, SqlType type) {
    SqlExpr placed =
        Expressions.bottomUp(
            written,
            node ->
                node instanceof SqlExpr.RegClass sequence
                    ? new SqlExpr.RegClass(scope.qualify(sequence.relation()))
                    : node);
    return dialect.expressions().canonical(placed, Optional.of(type));
  }

  private Generation generation(Generation written, SqlType type) {
    return switch (written) {
      case Generation.AutoIncrement increment -> increment;
      case Generation.Computed computed ->
          new Generation.Computed(expression(computed.expression(), type), computed.stored());
      case Generation.Identity identity -> throw MySqlErrors.foreign("GENERATED … AS IDENTITY");
    };
  }

  /** A character set with its collation; both absent for types that are not character strings. */
  record CharacterSet(Optional<String> name, Optional<String> collation) {

    private static final CharacterSet NONE = new CharacterSet(Optional.empty(), Optional.empty());

    private boolean isBinary() {
      return name.filter("binary"::equals).isPresent();
    }
  }

  private CharacterSet characterSet(Column column, SqlType type, MySqlTableOptions table) {
    if (!dialect.types().isCharacter(type)) {
      return CharacterSet.NONE;
    }
    MySqlCharacterSets sets = dialect.characterSets();
    if (column.collation().filter(MySqlCharacterSets.BINARY_OF_THE_SET::equals).isPresent()) {
      Optional<String> set =
          column.mysql().characterSet().map(sets::canonicalSet).or(table::characterSet);
      return new CharacterSet(set, set.map(sets::binaryCollation));
    }
    CharacterSet own = resolve(column.mysql().characterSet(), column.collation());
    return new CharacterSet(
        own.name().or(table::characterSet),
        own.collation().or(own.name().isPresent() ? own::collation : table::collation));
  }

  /** What is written of a character set and a collation, completed by what each implies. */
  CharacterSet resolve(Optional<String> writtenSet, Optional<String> writtenCollation) {
    MySqlCharacterSets sets = dialect.characterSets();
    Optional<String> collation = writtenCollation.map(sets::canonicalCollation);
    Optional<String> set =
        writtenSet.map(sets::canonicalSet).or(() -> collation.flatMap(sets::setOf));
    return new CharacterSet(set, collation.or(() -> set.map(sets::defaultCollation)));
  }
}
