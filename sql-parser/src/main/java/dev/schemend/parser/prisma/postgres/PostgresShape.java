package dev.schemend.parser.prisma.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Extension;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.FieldDeclaration.Arity;
import dev.schemend.parser.prisma.model.Condition;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.Datasource;
import dev.schemend.parser.prisma.model.DefaultValue;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.parser.prisma.model.FieldKind;
import dev.schemend.parser.prisma.model.Key;
import dev.schemend.parser.prisma.model.NativeType;
import dev.schemend.parser.prisma.model.ScalarField;
import dev.schemend.parser.prisma.model.ScalarType;
import dev.schemend.parser.prisma.sql.DefaultTexts;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.parser.prisma.sql.SqlShape;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How Prisma writes a schema for PostgreSQL. */
public final class PostgresShape implements SqlShape {

  private final PostgresIdentifiers identifiers = new PostgresIdentifiers();

  @Override
  public IdentifierRules identifiers() {
    return identifiers;
  }

  @Override
  public int longestName() {
    return PostgresConnector.LONGEST_NAME;
  }

  @Override
  public List<DdlStatement> preamble(Datamodel datamodel, List<String> schemas) {
    List<DdlStatement> statements = new ArrayList<>();
    schemas.forEach(
        schema ->
            statements.add(new DdlStatement.CreateSchema(identifiers.object(schema, true), true)));
    datamodel.datasource().extensions().forEach(one -> statements.add(extension(one)));
    datamodel.enums().forEach(one -> statements.add(enumType(one)));
    return statements;
  }

  @Override
  public List<DefinedObject> assumed() {
    return List.of(
        new Extension(
            identifiers.object("assumed by a schema", true), Identifier.NONE, Optional.empty()));
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private DdlStatement extension(Datasource.Extension extension) {
    return new DdlStatement.CreateObject(
        new Extension(
            identifiers.object(extension.name(), true),
            extension
                .schema()
                .map(schema -> identifiers.object(schema, true))
                .orElse(Identifier.NONE),
            extension.version()),
        false,
        true);
  }

  private DdlStatement enumType(EnumDefinition definition) {
    return new DdlStatement.CreateEnum(
        name(definition.schema(), definition.databaseName()),
        definition.labels().stream().map(EnumDefinition.Label::databaseName).toList());
  }

  private ObjectName name(Optional<String> schema, String name) {
    return new ObjectName(
        schema.map(one -> identifiers.object(one, true)).orElse(Identifier.NONE),
        identifiers.object(name, true));
  }

  @Override
  public SqlType type(ScalarField field, Datamodel datamodel) {
    SqlType plain = element(field, datamodel);
    if (field.isAutoIncrement()) {
      return SqlType.builtin(counted(field));
    }
    return field.arity() == Arity.LIST ? new SqlType.ArrayOf(plain) : plain;
  }

  @Override
  public SqlType referringType(ScalarField field, Datamodel datamodel) {
    return element(field, datamodel);
  }

  private static String counted(ScalarField field) {
    return field
        .nativeType()
        .map(type -> PostgresNativeType.of(type.name()).serial())
        .orElse(field.is(ScalarType.BIG_INT) ? "bigserial" : "serial");
  }

  private SqlType element(ScalarField field, Datamodel datamodel) {
    if (field.nativeType().isPresent()) {
      NativeType type = field.nativeType().get();
      return new SqlType.Builtin(
          PostgresNativeType.of(type.name()).sql(),
          type.arguments().stream().map(Integer::valueOf).toList());
    }
    return switch (field.kind()) {
      case FieldKind.Scalar scalar -> byDefault(scalar.type());
      case FieldKind.EnumOf one -> {
        EnumDefinition definition = datamodel.enumOf(one.name()).orElseThrow();
        yield new SqlType.UserDefined(
            name(definition.schema(), definition.databaseName()), List.of());
      }
      // Prisma hands the database's words on as they are, and so does the printer of types.
      case FieldKind.Unsupported unsupported -> SqlType.builtin(unsupported.text());
    };
  }

  // Schema reference, "Default type mapping".
  static SqlType byDefault(ScalarType type) {
    return switch (type) {
      case STRING -> SqlType.builtin("text");
      case BOOLEAN -> SqlType.builtin("boolean");
      case INT -> SqlType.builtin("integer");
      case BIG_INT -> SqlType.builtin("bigint");
      case FLOAT -> SqlType.builtin("double precision");
      case DECIMAL -> SqlType.builtin("numeric", 65, 30);
      case DATE_TIME -> SqlType.builtin("timestamp without time zone", 3);
      case JSON -> SqlType.builtin("jsonb");
      case BYTES -> SqlType.builtin("bytea");
    };
  }

  @Override
  public Optional<SqlExpr> defaultValue(ScalarField field, Datamodel datamodel) {
    return field.defaultValue().flatMap(value -> defaultValue(field, value, datamodel));
  }

  private Optional<SqlExpr> defaultValue(
      ScalarField field, DefaultValue value, Datamodel datamodel) {
    return switch (value) {
      case DefaultValue.Literal literal ->
          Optional.of(DefaultTexts.literal(field.kind(), literal.value(), datamodel));
      case DefaultValue.ListOf list ->
          Optional.of(
              new SqlExpr.Cast(
                  new SqlExpr.ArrayLiteral(
                      list.values().stream()
                          .map(one -> DefaultTexts.literal(field.kind(), one, datamodel))
                          .toList()),
                  type(field, datamodel)));
      case DefaultValue.Now now -> Optional.of(DefaultTexts.verbatim("CURRENT_TIMESTAMP"));
      case DefaultValue.DatabaseGenerated generated -> generated.text().map(DefaultTexts::verbatim);
      case DefaultValue.AutoIncrement counted -> Optional.empty();
      case DefaultValue.ClientGenerated client -> Optional.empty();
    };
  }

  @Override
  public boolean defaultsReadColumns() {
    return false;
  }

  @Override
  public boolean countsInColumn() {
    return false;
  }

  @Override
  public boolean namesPrimaryKeys() {
    return true;
  }

  @Override
  public boolean indexesInTable() {
    return false;
  }

  @Override
  public boolean keysRelationTables(PrismaVersion version) {
    return version.keysRelationTables();
  }

  @Override
  public Index index(Key key, Datamodel datamodel) {
    return new Index(
        identifiers.member(key.name(), true),
        key.kind() == Key.Kind.UNIQUE ? Index.Kind.UNIQUE : Index.Kind.PLAIN,
        key.type().orElse(Index.BTREE).toLowerCase(Locale.ROOT),
        key.parts().stream().map(this::part).toList(),
        key.condition().map(condition -> condition(condition, datamodel)),
        PostgresIndexOptions.NONE,
        MySqlIndexOptions.NONE);
  }

  @Override
  public Index index(Identifier name, Index.Kind kind, List<IndexPart> parts) {
    return Index.of(name, kind, parts);
  }

  private IndexPart part(Key.Part part) {
    return new IndexPart(
        new IndexPart.ColumnKey(identifiers.member(part.field().column(), true)),
        part.descending().orElse(false),
        part.descending().isPresent() && !part.descending().get(),
        Optional.empty(),
        Optional.empty(),
        part.operatorClass(),
        Optional.empty());
  }

  private static SqlExpr condition(Condition condition, Datamodel datamodel) {
    return DefaultTexts.verbatim(
        switch (condition) {
          case Condition.Raw raw -> raw.bare() ? raw.sql() : "(" + raw.sql() + ")";
          case Condition.All all ->
              all.tests().stream()
                  .map(test -> test(test, datamodel))
                  .collect(Collectors.joining(" AND ", "(", ")"));
        });
  }

  private static String test(Condition.Test test, Datamodel datamodel) {
    String column = quoted(test.field().column());
    return test.value()
        .map(
            value ->
                column
                    + (test.negated() ? " != " : " = ")
                    + constant(DefaultTexts.literal(test.field().kind(), value, datamodel)))
        .orElse(column + (test.negated() ? " IS NOT NULL" : " IS NULL"));
  }

  private static String constant(SqlExpr literal) {
    return switch (literal) {
      case SqlExpr.StringLiteral text -> "'" + text.value().replace("'", "''") + "'";
      case SqlExpr.BooleanLiteral truth -> String.valueOf(truth.value());
      case SqlExpr.NumberLiteral number -> number.digits();
      case SqlExpr.Unary(String sign, SqlExpr.NumberLiteral number) -> sign + number.digits();
      default -> throw new IllegalArgumentException("no constant of a condition: " + literal);
    };
  }

  @Override
  public TableOptions tableOptions() {
    return TableOptions.NONE;
  }
}
