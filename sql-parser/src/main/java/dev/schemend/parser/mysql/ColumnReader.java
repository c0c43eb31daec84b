package dev.schemend.parser.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.mysql.MySqlCharacterSets;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlColumnOptions;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns with what stands behind them. */
final class ColumnReader {

  // MariaDB 10.5 release notes: REFERENCES behind a column makes a foreign key.
  private static final ServerVersion INLINE_REFERENCES = ServerVersion.of(10, 5, 0);
  private static final Set<String> NOW =
      Set.of("current_timestamp", "now", "localtime", "localtimestamp");

  private final MySqlGrammar grammar;
  private final MySqlDialect dialect;
  private final Names names;
  private final TypeReader types;
  private final ExpressionReader expressions;
  private final KeyReader keys;

  ColumnReader(
      MySqlGrammar grammar,
      MySqlDialect dialect,
      Names names,
      TypeReader types,
      ExpressionReader expressions,
      KeyReader keys) {
    this.grammar = grammar;
    this.dialect = dialect;
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.keys = keys;
  }

  /** What the attributes of one column add up to. */
  private static final class Attributes {
    private final Identifier name;
    private boolean nullable = true;
    private boolean explicitNull;
    private boolean stored;
    private boolean invisible;
    private boolean autoIncrement;
    private MySqlVersioning.Role role = MySqlVersioning.Role.PLAIN;
    private Optional<SqlExpr> defaultValue = Optional.empty();
    private Optional<SqlExpr> onUpdate = Optional.empty();
    private Optional<SqlExpr> check = Optional.empty();
    private Optional<Long> spatialReference = Optional.empty();
    private Optional<SqlExpr> computed = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    private Attributes(Identifier name) {
      this.name = name;
    }

    private Optional<Generation> generation() {
      return computed
          .<Generation>map(expression -> new Generation.Computed(expression, stored))
          .or(() -> autoIncrement ? Optional.of(new Generation.AutoIncrement()) : Optional.empty());
    }

    private boolean isPrimaryKey() {
      return constraints.stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
    }

    // UNIQUE is a flag of the column: writing it twice makes one index (both servers).
    private void unique() {
      indexes.clear();
      indexes.add(
          Index.of(Identifier.NONE, Index.Kind.UNIQUE, List.of(IndexPart.column(name)))
              .withMethod(Index.UNSTATED));
    }
  }

  ColumnDefinition read(ColumnDefinitionContext context) {
    Attributes attributes = new Attributes(names.member(context.identifier()));
    List<TypeAttributeContext> typeAttributes = new ArrayList<>();
    for (ColumnAttributeContext attribute : context.columnBody().columnAttribute()) {
      if (attribute instanceof TypeColumnAttributeContext ofType) {
        typeAttributes.add(ofType.typeAttribute());
      } else {
        read(attribute, attributes);
      }
    }
    if (dialect.profile().flavor() == Flavor.MARIADB && attributes.isPrimaryKey()) {
      // A column has one of the two flags there, whichever is written first.
      attributes.indexes.clear();
    }
    TypeReader.Written type = types.read(context.columnBody().dataType(), typeAttributes);
    Column column =
        new Column(
            attributes.name,
            type.type(),
            attributes.nullable,
            attributes.defaultValue,
            attributes.generation(),
            type.binary() ? Optional.of(binaryCollation(type)) : attributes.collation,
            attributes.comment,
            new MySqlColumnOptions(
                type.characterSet(),
                attributes.onUpdate,
                attributes.invisible,
                attributes.role,
                attributes.check,
                attributes.spatialReference));
    return new ColumnDefinition(
        column, attributes.explicitNull, attributes.constraints, attributes.indexes);
  }

  // Deprecated since 8.0.17; without a set it means that of the table, which is not known here.
  private String binaryCollation(TypeReader.Written type) {
    return type.characterSet()
        .map(dialect.characterSets()::binaryCollation)
        .orElse(MySqlCharacterSets.BINARY_OF_THE_SET);
  }

  private void read(ColumnAttributeContext context, Attributes into) {
    switch (context) {
      case NotNullAttributeContext not -> {
        into.nullable = false;
        into.explicitNull = false;
      }
      case NullAttributeContext explicit -> {
        into.nullable = true;
        into.explicitNull = true;
      }
      case DefaultAttributeContext value ->
          // DEFAULT NULL says what no default says.
          into.defaultValue =
              Optional.of(defaultValue(value.defaultValue()))
                  .filter(expression -> !(expression instanceof SqlExpr.NullLiteral));
      case OnUpdateAttributeContext update ->
          into.onUpdate = Optional.of(expressions.calls().read(update.currentTimestamp()));
      case AutoIncrementAttributeContext auto -> into.autoIncrement = true;
      case SerialAttributeContext serial -> {
        // Manual, 11.1.1: an alias of NOT NULL AUTO_INCREMENT UNIQUE.
        into.nullable = false;
        into.autoIncrement = true;
        into.unique();
      }
      case PrimaryKeyAttributeContext primary ->
          into.constraints.add(KeyReader.primaryKey(List.of(IndexPart.column(into.name))));
      case UniqueAttributeContext unique -> into.unique();
      case CommentAttributeContext comment ->
          into.comment =
              Optional.of(Literals.value(comment.STRING())).filter(text -> !text.isEmpty());
      case CollateAttributeContext collate ->
          into.collation = names.collation(collate.collationName());
      case GeneratedAttributeContext generated ->
          into.computed = Optional.of(expressions.read(generated.expression()));
      case StorageAttributeContext storage -> into.stored = storage.VIRTUAL() == null;
      case VisibleAttributeContext visible -> into.invisible = false;
      case InvisibleAttributeContext invisible -> into.invisible = true;
      case CheckAttributeContext check -> {
        if (dialect.profile().flavor() == Flavor.MARIADB && check.constraintName() == null) {
          into.check = Optional.of(expressions.read(check.expression()));
        } else {
          into.constraints.add(
              keys.check(
                  keys.name(check.constraintName()), check.expression(), check.enforcement()));
        }
      }
      case SpatialReferenceAttributeContext reference ->
          into.spatialReference = Optional.of(Long.valueOf(reference.INTEGER_NUMBER().getText()));
      case ReferencesAttributeContext reference -> {
        if (hasInlineReferences()) {
          into.constraints.add(
              keys.foreignKey(Identifier.NONE, List.of(into.name), reference.references()));
        }
      }
      case IgnoredAttributeContext ignored -> {}
      case VersioningAttributeContext versioned ->
          into.role =
              versioned.WITHOUT() != null
                  ? MySqlVersioning.Role.UNVERSIONED
                  : MySqlVersioning.Role.VERSIONED;
      case RowTimeAttributeContext row ->
          into.role =
              row.START() != null ? MySqlVersioning.Role.ROW_START : MySqlVersioning.Role.ROW_END;
      default -> throw ExpressionReader.unknown(context);
    }
  }

  // MySQL parses REFERENCES behind a column and does nothing (manual, 13.1.20).
  private boolean hasInlineReferences() {
    return dialect.profile().flavor() == Flavor.MARIADB
        && dialect.profile().version().since(INLINE_REFERENCES);
  }

  SqlExpr defaultValue(DefaultValueContext context) {
    if (context.NULL() != null) {
      return new SqlExpr.NullLiteral();
    }
    if (context.TRUE() != null || context.FALSE() != null) {
      return new SqlExpr.NumberLiteral(context.TRUE() != null ? "1" : "0");
    }
    if (context.numberLiteral() != null) {
      SqlExpr number = ExpressionReader.number(context.numberLiteral());
      return context.MINUS() != null ? new SqlExpr.Unary("-", number) : number;
    }
    if (context.textLiteral() != null) {
      return Literals.read(context.textLiteral());
    }
    if (context.STRING() != null) {
      return ExpressionReader.moment(context.getStart(), context.STRING());
    }
    if (context.currentTimestamp() != null) {
      return expressions.calls().read(context.currentTimestamp());
    }
    if (context.expression() != null) {
      return expressions.read(context.expression());
    }
    if (dialect.profile().flavor() != Flavor.MARIADB) {
      throw Refusal.syntax(
          grammar.start(context.getStart()),
          grammar.end(context.getStop()),
          "unexpected '"
              + grammar.slice(context.getStart(), context.getStop())
              + "', expecting: a literal, CURRENT_TIMESTAMP or an expression in brackets");
    }
    return context.functionCall() != null
        ? expressions.calls().read(context.functionCall())
        : new SqlExpr.ColumnRef(
            List.of(),
            dialect.identifiers().member(Names.unquoted(context.QUOTED_NAME().getText()), true));
  }

  ColumnPosition position(ColumnPositionContext context) {
    if (context == null) {
      return ColumnPosition.UNSTATED;
    }
    return context.FIRST() != null
        ? new ColumnPosition.First()
        : new ColumnPosition.After(names.member(context.identifier()));
  }

  static boolean isNow(SqlExpr expression) {
    return expression instanceof SqlExpr.FunctionCall call
        && !call.name().isQualified()
        && NOW.contains(call.name().name().key());
  }
}
