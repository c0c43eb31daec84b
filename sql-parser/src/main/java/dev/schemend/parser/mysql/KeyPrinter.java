package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Indexes and constraints. */
final class KeyPrinter {

  private final Flavor flavor;

  KeyPrinter(Flavor flavor) {
    this.flavor = flavor;
  }

  /** The words in front of {@code INDEX}, with a space behind. */
  static String kind(Index index) {
    return switch (index.kind()) {
      case PLAIN -> "";
      case UNIQUE -> "UNIQUE ";
      case FULLTEXT -> "FULLTEXT ";
      case SPATIAL -> "SPATIAL ";
    };
  }

  /** An index as an element of a table. */
  String element(Index index, String ifNotExists) {
    String name = index.name().isNone() ? "" : SqlNames.quoted(index.name());
    return kind(index) + "INDEX " + ifNotExists + name + parts(index.parts()) + options(index);
  }

  String parts(List<IndexPart> parts) {
    return parts.stream().map(KeyPrinter::part).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String part(IndexPart part) {
    String key =
        switch (part.key()) {
          case IndexPart.ColumnKey column -> SqlNames.quoted(column.column());
          case IndexPart.ExpressionKey expression ->
              "(" + ExpressionPrinter.print(expression.expression()) + ")";
        };
    return key
        + part.prefixLength().map(length -> "(" + length + ")").orElse("")
        + (part.descending() ? " DESC" : part.ascending() ? " ASC" : "");
  }

  String options(Index index) {
    StringBuilder text = new StringBuilder();
    if (!index.method().isEmpty()) {
      text.append(" USING ").append(index.method().toUpperCase(Locale.ROOT));
    }
    index
        .mysql()
        .parser()
        .ifPresent(parser -> text.append(" WITH PARSER ").append(SqlNames.quoted(parser)));
    index
        .mysql()
        .comment()
        .ifPresent(comment -> text.append(" COMMENT ").append(Literals.quoted(comment)));
    if (index.mysql().invisible()) {
      text.append(flavor == Flavor.MARIADB ? " IGNORED" : " INVISIBLE");
    }
    return text.toString();
  }

  /** A constraint as an element of a table. */
  String element(Constraint constraint) {
    return symbol(constraint) + body(constraint);
  }

  private static String symbol(Constraint constraint) {
    // The primary key is called PRIMARY and by nothing else.
    boolean named = !constraint.name().isNone() && !(constraint instanceof Constraint.PrimaryKey);
    return named ? "CONSTRAINT " + SqlNames.quoted(constraint.name()) + " " : "";
  }

  /**
   * {@code ADD} with {@code IF NOT EXISTS}, which stands behind the key words of the constraint.
   */
  String elementIfNotExists(Constraint constraint) {
    return constraint.name().isNone()
        ? body(constraint).replaceFirst("^(FOREIGN KEY )", "$1IF NOT EXISTS ")
        : "CONSTRAINT IF NOT EXISTS " + SqlNames.quoted(constraint.name()) + " " + body(constraint);
  }

  private String body(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          "PRIMARY KEY "
              + parts(key.parts())
              + key.comment().map(text -> " COMMENT " + Literals.quoted(text)).orElse("");
      case Constraint.ForeignKey key -> foreignKey(key);
      case Constraint.Check check -> check(check);
      case Constraint.Unique unique -> throw foreign(unique);
      case Constraint.Exclusion exclusion -> throw foreign(exclusion);
    };
  }

  private static IllegalArgumentException foreign(Constraint constraint) {
    return new IllegalArgumentException("MySQL has no such constraint: " + constraint.name());
  }

  String check(Constraint.Check check) {
    return "CHECK ("
        + ExpressionPrinter.print(check.expression())
        + ")"
        + (check.enforced() ? "" : " NOT ENFORCED");
  }

  private String foreignKey(Constraint.ForeignKey key) {
    return "FOREIGN KEY " + columns(key.sourceColumns()) + " " + references(key);
  }

  String references(Constraint.ForeignKey key) {
    return "REFERENCES "
        + SqlNames.quoted(key.target())
        + (key.targetColumns().isEmpty() ? "" : columns(key.targetColumns()))
        + (key.matchFull() ? " MATCH FULL" : "")
        + " ON DELETE "
        + key.onDelete().sql()
        + " ON UPDATE "
        + key.onUpdate().sql();
  }

  static String columns(List<Identifier> columns) {
    return columns.stream().map(SqlNames::quoted).collect(Collectors.joining(", ", "(", ")"));
  }
}
