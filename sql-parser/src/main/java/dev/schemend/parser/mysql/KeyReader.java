package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.ReferentialAction;
import dev.schemend.name.Identifier;
import dev.schemend.parser.mysql.MySqlParser.CheckDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.ConstraintDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.ConstraintNameContext;
import dev.schemend.parser.mysql.MySqlParser.EnforcementContext;
import dev.schemend.parser.mysql.MySqlParser.ExpressionContext;
import dev.schemend.parser.mysql.MySqlParser.ForeignKeyDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.IndexDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.IndexOptionContext;
import dev.schemend.parser.mysql.MySqlParser.IndexTypeContext;
import dev.schemend.parser.mysql.MySqlParser.KeyPartContext;
import dev.schemend.parser.mysql.MySqlParser.KeyPartsContext;
import dev.schemend.parser.mysql.MySqlParser.PlainIndexDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.PrimaryKeyDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.ReferencesContext;
import dev.schemend.parser.mysql.MySqlParser.ReferentialActionContext;
import dev.schemend.parser.mysql.MySqlParser.SpecialIndexDefinitionContext;
import dev.schemend.parser.mysql.MySqlParser.UniqueIndexDefinitionContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Indexes and constraints. */
final class KeyReader {

  private final MySqlDialect dialect;
  private final Names names;
  private final TypeReader types;
  private final ExpressionReader expressions;

  KeyReader(MySqlDialect dialect, Names names, TypeReader types, ExpressionReader expressions) {
    this.dialect = dialect;
    this.names = names;
    this.types = types;
    this.expressions = expressions;
  }

  Index read(IndexDefinitionContext context) {
    return switch (context) {
      case UniqueIndexDefinitionContext unique ->
          index(
              // The name of a UNIQUE constraint is that of its index; a name of its own wins.
              names.memberOrNone(unique.identifier()).or(name(unique.constraintName())),
              Index.Kind.UNIQUE,
              unique.indexType(),
              unique.keyParts(),
              unique.indexOption());
      case SpecialIndexDefinitionContext special ->
          index(
              names.memberOrNone(special.identifier()),
              special.FULLTEXT() != null ? Index.Kind.FULLTEXT : Index.Kind.SPATIAL,
              null,
              special.keyParts(),
              special.indexOption());
      case PlainIndexDefinitionContext plain ->
          index(
              names.memberOrNone(plain.identifier()),
              Index.Kind.PLAIN,
              plain.indexType(),
              plain.keyParts(),
              plain.indexOption());
      default -> throw ExpressionReader.unknown(context);
    };
  }

  static boolean ifNotExists(IndexDefinitionContext context) {
    return switch (context) {
      case UniqueIndexDefinitionContext unique -> unique.ifNotExists() != null;
      case SpecialIndexDefinitionContext special -> special.ifNotExists() != null;
      case PlainIndexDefinitionContext plain -> plain.ifNotExists() != null;
      default -> throw ExpressionReader.unknown(context);
    };
  }

  Index index(
      Identifier name,
      Index.Kind kind,
      IndexTypeContext type,
      KeyPartsContext parts,
      List<IndexOptionContext> options) {
    String method = type == null ? Index.UNSTATED : method(type);
    boolean invisible = false;
    Optional<String> parser = Optional.empty();
    for (IndexOptionContext option : options) {
      if (option.indexType() != null) {
        method = method(option.indexType());
      } else if (option.PARSER() != null) {
        parser = Optional.of(Names.written(option.identifier()));
      } else if (option.INVISIBLE() != null || option.IGNORED() != null) {
        invisible = option.NOT() == null;
      } else if (option.VISIBLE() != null) {
        invisible = false;
      }
    }
    return new Index(
        name,
        kind,
        method,
        parts(parts),
        Optional.empty(),
        PostgresIndexOptions.NONE,
        new MySqlIndexOptions(invisible, comment(options), parser, false));
  }

  private static Optional<String> comment(List<IndexOptionContext> options) {
    return options.stream()
        .filter(option -> option.COMMENT() != null)
        .reduce((first, last) -> last)
        .map(option -> Literals.value(option.STRING()))
        .filter(text -> !text.isEmpty());
  }

  private static String method(IndexTypeContext context) {
    return context.getStop().getText().toLowerCase(Locale.ROOT);
  }

  List<IndexPart> parts(KeyPartsContext context) {
    return context.keyPart().stream().map(this::part).toList();
  }

  private IndexPart part(KeyPartContext context) {
    IndexPart.Key key =
        context.expression() != null
            ? new IndexPart.ExpressionKey(expressions.read(context.expression()))
            : new IndexPart.ColumnKey(names.member(context.identifier()));
    return new IndexPart(
        key,
        context.DESC() != null,
        Optional.empty(),
        Optional.ofNullable(context.INTEGER_NUMBER()).map(types::number),
        Optional.empty(),
        Optional.empty());
  }

  Constraint read(ConstraintDefinitionContext context) {
    return switch (context) {
      // Manual, 13.1.20: the name of a primary key is always PRIMARY, whatever is written.
      case PrimaryKeyDefinitionContext primary ->
          primaryKey(parts(primary.keyParts())).withComment(comment(primary.indexOption()));
      case ForeignKeyDefinitionContext foreign ->
          foreignKey(
              foreignKeyName(foreign.constraintName(), foreign),
              names.members(foreign.columnList().identifier()),
              foreign.references());
      case CheckDefinitionContext check ->
          check(name(check.constraintName()), check.expression(), check.enforcement());
      default -> throw ExpressionReader.unknown(context);
    };
  }

  /**
   * The index that a nameless MySQL foreign key names: there the name is the index's, on MariaDB it
   * is the constraint's (seen on 8.0.33 and 11.4.5).
   */
  Optional<Index> indexOf(ForeignKeyDefinitionContext foreign) {
    boolean nameless = name(foreign.constraintName()).isNone();
    if (dialect.profile().flavor() == Flavor.MARIADB || !nameless || foreign.identifier() == null) {
      return Optional.empty();
    }
    List<IndexPart> parts =
        names.members(foreign.columnList().identifier()).stream().map(IndexPart::column).toList();
    Index index =
        Index.of(names.member(foreign.identifier()), Index.Kind.PLAIN, parts)
            .withMethod(Index.UNSTATED);
    return Optional.of(index.withMySql(index.mysql().withGenerated(true)));
  }

  private Identifier foreignKeyName(
      ConstraintNameContext constraint, ForeignKeyDefinitionContext foreign) {
    Identifier name = name(constraint);
    return dialect.profile().flavor() == Flavor.MARIADB
        ? name.or(names.memberOrNone(foreign.identifier()))
        : name;
  }

  Identifier name(ConstraintNameContext context) {
    return context == null ? Identifier.NONE : names.memberOrNone(context.identifier());
  }

  static Constraint.PrimaryKey primaryKey(List<IndexPart> parts) {
    return new Constraint.PrimaryKey(
        Identifier.NONE, parts, List.of(), Deferrability.NOT_DEFERRABLE);
  }

  Constraint.Check check(
      Identifier name, ExpressionContext expression, EnforcementContext enforcement) {
    return new Constraint.Check(
        name,
        expressions.read(expression),
        enforcement == null || enforcement.NOT() == null,
        true,
        false);
  }

  Constraint.ForeignKey foreignKey(
      Identifier name, List<Identifier> columns, ReferencesContext context) {
    ReferentialAction onDelete = unwritten();
    ReferentialAction onUpdate = unwritten();
    for (int i = 0; i < context.referentialAction().size(); i++) {
      ReferentialActionContext action = context.referentialAction(i);
      // Each action stands behind ON DELETE or ON UPDATE.
      int place = context.children.indexOf(action);
      if (context.getChild(place - 1).getText().equalsIgnoreCase("delete")) {
        onDelete = action(action);
      } else {
        onUpdate = action(action);
      }
    }
    return new Constraint.ForeignKey(
        name,
        columns,
        names.qualified(context.qualifiedName()),
        context.columnList() == null ? List.of() : names.members(context.columnList().identifier()),
        context.FULL() != null,
        onDelete,
        onUpdate,
        Deferrability.NOT_DEFERRABLE,
        true);
  }

  // What the catalogs tell where nothing is written: the two mean the same to InnoDB.
  private ReferentialAction unwritten() {
    return dialect.profile().flavor() == Flavor.MARIADB
        ? ReferentialAction.RESTRICT
        : ReferentialAction.NO_ACTION;
  }

  private static ReferentialAction action(ReferentialActionContext context) {
    if (context.CASCADE() != null) {
      return ReferentialAction.CASCADE;
    }
    if (context.RESTRICT() != null) {
      return ReferentialAction.RESTRICT;
    }
    if (context.NO() != null) {
      return ReferentialAction.NO_ACTION;
    }
    return context.NULL() != null ? ReferentialAction.SET_NULL : ReferentialAction.SET_DEFAULT;
  }
}
