package dev.schemend.parser.prisma.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.parser.prisma.model.Datamodel;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** How Prisma writes a schema for MySQL and MariaDB. */
public final class MySqlShape implements SqlShape {

  private static final int DEFAULT_PRECISION = 3;

  private final IdentifierRules identifiers;

  /** For servers that treat names by these rules. */
  public MySqlShape(IdentifierRules identifiers) {
    this.identifiers = identifiers;
  }

  @Override
  public IdentifierRules identifiers() {
    return identifiers;
  }

  @Override
  public int longestName() {
    return MySqlConnector.LONGEST_NAME;
  }

  @Override
  public List<DdlStatement> preamble(Datamodel datamodel, List<String> schemas) {
    return List.of();
  }

  @Override
  public List<DefinedObject> assumed() {
    return List.of();
  }

  @Override
  public SqlType type(ScalarField field, Datamodel datamodel) {
    return referringType(field, datamodel);
  }

  @Override
  public SqlType referringType(ScalarField field, Datamodel datamodel) {
    if (field.nativeType().isPresent()) {
      NativeType type = field.nativeType().get();
      // A truth value is a tinyint of one digit, however it is asked for.
      return field.is(ScalarType.BOOLEAN) && type.name().equals("TinyInt")
          ? SqlType.builtin("tinyint", 1)
          : new SqlType.Builtin(
              MySqlNativeType.of(type.name()).sql(),
              type.arguments().stream().map(Integer::valueOf).toList());
    }
    return switch (field.kind()) {
      case FieldKind.Scalar scalar -> byDefault(scalar.type());
      case FieldKind.EnumOf one ->
          new SqlType.InlineEnum(
              SqlType.InlineEnum.Kind.ENUM,
              datamodel.enumOf(one.name()).orElseThrow().labels().stream()
                  .map(EnumDefinition.Label::databaseName)
                  .toList());
      // Prisma hands the database's words on as they are, and so does the printer of types.
      case FieldKind.Unsupported unsupported -> SqlType.builtin(unsupported.text());
    };
  }

  // Schema reference, "Default type mapping".
  static SqlType byDefault(ScalarType type) {
    return switch (type) {
      case STRING -> SqlType.builtin("varchar", 191);
      case BOOLEAN -> SqlType.builtin("tinyint", 1);
      case INT -> SqlType.builtin("int");
      case BIG_INT -> SqlType.builtin("bigint");
      case FLOAT -> SqlType.builtin("double");
      case DECIMAL -> SqlType.builtin("decimal", 65, 30);
      case DATE_TIME -> SqlType.builtin("datetime", DEFAULT_PRECISION);
      case JSON -> SqlType.builtin("json");
      case BYTES -> SqlType.builtin("longblob");
    };
  }

  @Override
  public Optional<SqlExpr> defaultValue(ScalarField field, Datamodel datamodel) {
    return field.defaultValue().flatMap(value -> defaultValue(field, value, datamodel));
  }

  private static Optional<SqlExpr> defaultValue(
      ScalarField field, DefaultValue value, Datamodel datamodel) {
    return switch (value) {
      case DefaultValue.Literal literal -> literal(field, literal, datamodel);
      case DefaultValue.Now now ->
          Optional.of(DefaultTexts.verbatim("CURRENT_TIMESTAMP" + precision(field)));
      case DefaultValue.DatabaseGenerated generated -> generated.text().map(DefaultTexts::verbatim);
      case DefaultValue.ListOf list -> Optional.empty();
      case DefaultValue.AutoIncrement counted -> Optional.empty();
      case DefaultValue.ClientGenerated client -> Optional.empty();
    };
  }

  private static Optional<SqlExpr> literal(
      ScalarField field, DefaultValue.Literal literal, Datamodel datamodel) {
    // Constants of these two are Prisma's own business on MySQL: it never writes them.
    if (field.is(ScalarType.JSON) || field.is(ScalarType.BYTES)) {
      return Optional.empty();
    }
    return Optional.of(
        field.is(ScalarType.BOOLEAN)
            ? DefaultTexts.verbatim(literal.value().written())
            : DefaultTexts.literal(field.kind(), literal.value(), datamodel));
  }

  // The precision of the moment is that of the column (manual, 11.2.5).
  private static String precision(ScalarField field) {
    return field
        .nativeType()
        .map(type -> type.arguments().isEmpty() ? "" : "(" + type.arguments().getFirst() + ")")
        .orElse("(" + DEFAULT_PRECISION + ")");
  }

  @Override
  public boolean defaultsReadColumns() {
    return true;
  }

  @Override
  public boolean countsInColumn() {
    return true;
  }

  @Override
  public boolean namesPrimaryKeys() {
    return false;
  }

  @Override
  public boolean indexesInTable() {
    return true;
  }

  @Override
  public boolean keysRelationTables(PrismaVersion version) {
    return false;
  }

  @Override
  public Index index(Key key, Datamodel datamodel) {
    return index(
        identifiers.member(key.name(), true),
        switch (key.kind()) {
          case PRIMARY, INDEX -> Index.Kind.PLAIN;
          case UNIQUE -> Index.Kind.UNIQUE;
          case FULLTEXT -> Index.Kind.FULLTEXT;
        },
        key.parts().stream().map(this::part).toList());
  }

  @Override
  public Index index(Identifier name, Index.Kind kind, List<IndexPart> parts) {
    return new Index(
        name,
        kind,
        Index.UNSTATED,
        parts,
        Optional.empty(),
        PostgresIndexOptions.NONE,
        MySqlIndexOptions.NONE);
  }

  private IndexPart part(Key.Part part) {
    return new IndexPart(
        new IndexPart.ColumnKey(identifiers.member(part.field().column(), true)),
        part.descending().orElse(false),
        part.descending().isPresent() && !part.descending().get(),
        Optional.empty(),
        part.length(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public TableOptions tableOptions() {
    return TableOptions.NONE.withMySql(
        new MySqlTableOptions(
            Optional.empty(),
            Optional.of("utf8mb4"),
            Optional.of("utf8mb4_unicode_ci"),
            new TreeMap<>()));
  }
}
