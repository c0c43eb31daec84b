package dev.schemend.parser.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlCharacterSets;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlVersioning;
import java.util.Optional;

/** Columns: {@code `id` INTEGER NOT NULL AUTO_INCREMENT}. */
final class ColumnPrinter {

  private final MySqlDialect dialect;
  private final KeyPrinter keys;

  ColumnPrinter(MySqlDialect dialect, KeyPrinter keys) {
    this.dialect = dialect;
    this.keys = keys;
  }

  /**
   * A column.
   *
   * @param inKey whether the table's primary key holds it, which clashes with {@code NULL}
   */
  String print(ColumnDefinition definition, boolean inKey) {
    Column column = definition.column();
    StringBuilder text = new StringBuilder(SqlNames.quoted(column.name()));
    text.append(' ').append(TypePrinter.print(column.type()));
    column
        .mysql()
        .characterSet()
        .ifPresent(set -> text.append(" CHARACTER SET ").append(written(set)));
    column
        .collation()
        .ifPresent(
            name ->
                text.append(
                    name.equals(MySqlCharacterSets.BINARY_OF_THE_SET)
                        ? " BINARY"
                        : " COLLATE " + written(name)));
    Optional<Generation.Computed> computed =
        column
            .generation()
            .filter(Generation.Computed.class::isInstance)
            .map(Generation.Computed.class::cast);
    computed.ifPresent(generation -> text.append(computed(generation)));
    String rowTime = rowTime(column.mysql().role());
    text.append(rowTime);
    text.append(nullability(definition, inKey, computed.isPresent() || !rowTime.isEmpty()));
    if (column.generation().filter(Generation.AutoIncrement.class::isInstance).isPresent()) {
      text.append(" AUTO_INCREMENT");
    }
    column
        .defaultValue()
        .ifPresent(
            value ->
                text.append(" DEFAULT ")
                    .append(DefaultPrinter.print(value, Optional.of(column.type()))));
    column
        .mysql()
        .onUpdate()
        .ifPresent(value -> text.append(" ON UPDATE ").append(ExpressionPrinter.print(value)));
    if (column.mysql().invisible()) {
      text.append(" INVISIBLE");
    }
    column.mysql().spatialReference().ifPresent(id -> text.append(spatialReference(id)));
    text.append(role(column.mysql().role()));
    definition.indexes().forEach(index -> text.append(" UNIQUE"));
    column
        .comment()
        .ifPresent(comment -> text.append(" COMMENT ").append(Literals.quoted(comment)));
    column
        .mysql()
        .check()
        .ifPresent(
            check -> text.append(" CHECK (").append(ExpressionPrinter.print(check)).append(')'));
    definition.constraints().forEach(constraint -> text.append(' ').append(inline(constraint)));
    return text.toString();
  }

  private String spatialReference(long id) {
    return (dialect.profile().flavor() == Flavor.MARIADB ? " REF_SYSTEM_ID=" : " SRID ") + id;
  }

  private static String role(MySqlVersioning.Role role) {
    return switch (role) {
      case PLAIN, ROW_START, ROW_END -> "";
      case UNVERSIONED -> " WITHOUT SYSTEM VERSIONING";
      case VERSIONED -> " WITH SYSTEM VERSIONING";
    };
  }

  private static String rowTime(MySqlVersioning.Role role) {
    return switch (role) {
      case PLAIN, UNVERSIONED, VERSIONED -> "";
      case ROW_START -> " GENERATED ALWAYS AS ROW START";
      case ROW_END -> " GENERATED ALWAYS AS ROW END";
    };
  }

  private String written(String canonical) {
    return dialect.characterSets().written(canonical);
  }

  private static String computed(Generation.Computed generation) {
    return " GENERATED ALWAYS AS ("
        + ExpressionPrinter.print(generation.expression())
        + (generation.stored() ? ") STORED" : ") VIRTUAL");
  }

  private String nullability(ColumnDefinition definition, boolean inKey, boolean computed) {
    // MariaDB's generated columns take neither word.
    boolean silent =
        definition.column().type() instanceof dev.schemend.type.SqlType.Builtin type
            && type.name().equals("serial");
    if (silent || (computed && dialect.profile().flavor() == Flavor.MARIADB)) {
      return "";
    }
    if (!definition.column().nullable()) {
      return " NOT NULL";
    }
    boolean key =
        inKey
            || definition.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
    return key && !definition.explicitNull() ? "" : " NULL";
  }

  private String inline(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> "PRIMARY KEY";
      case Constraint.ForeignKey key -> keys.references(key);
      case Constraint.Check check -> keys.element(check);
      case Constraint.Unique unique -> keys.element(unique);
      case Constraint.Exclusion exclusion -> keys.element(exclusion);
    };
  }

  static String position(ColumnPosition position) {
    return switch (position) {
      case ColumnPosition.Unstated unstated -> "";
      case ColumnPosition.First first -> " FIRST";
      case ColumnPosition.After after -> " AFTER " + SqlNames.quoted(after.column());
    };
  }
}
