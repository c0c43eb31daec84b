package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import dev.schemend.type.TypeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** From a parse tree to a statement of the vocabulary. */
final class StatementBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final IndexBuilder indexes;
  private final SequenceBuilder sequences;
  private final TableBuilder tables;
  private final TableActionBuilder tableActions;
  private final SettingBuilder settings;
  private final ObjectBuilder objects;
  private final DeclarationBuilder declarations;
  private final SubscriptionBuilder subscriptions;
  private final BaseTypeBuilder baseTypes;
  private final ExtendingBuilder extending;
  private final ForeignBuilder foreign;
  private final boolean rights;

  /**
   * A builder.
   *
   * @param session the role that the session works as, or {@link Identifier#NONE}
   * @param rights whether owners are part of the schema
   */
  StatementBuilder(
      PostgresIdentifiers identifiers, TypeSystem typeSystem, Identifier session, boolean rights) {
    this.rights = rights;
    names = new Names(identifiers);
    types = new TypeBuilder(names, typeSystem);
    expressions = new ExpressionBuilder(names, types);
    indexes = new IndexBuilder(names, expressions);
    sequences = new SequenceBuilder(names, types);
    ConstraintBuilder constraints = new ConstraintBuilder(names, expressions, indexes);
    LineageBuilder lineages = new LineageBuilder(names, expressions);
    settings = new SettingBuilder(names, expressions);
    tables =
        new TableBuilder(names, types, expressions, constraints, sequences, lineages, settings);
    objects = new ObjectBuilder(names, types, expressions, constraints);
    declarations = new DeclarationBuilder(names, types, expressions);
    subscriptions = new SubscriptionBuilder(names);
    baseTypes = new BaseTypeBuilder(names, types);
    extending =
        new ExtendingBuilder(
            names, types, declarations, new RoutineBuilder(names, types, expressions));
    foreign = new ForeignBuilder(names, declarations, session);
    tableActions =
        new TableActionBuilder(
            names, types, expressions, constraints, sequences, tables, lineages, settings);
  }

  SqlExpr expression(PostgresParser.LoneExpressionContext context) {
    return expressions.expression(context.expr());
  }

  SqlType type(PostgresParser.LoneTypeContext context) {
    return types.type(context.typeName());
  }

  Query query(PostgresParser.LoneQueryContext context) {
    return expressions.queries().query(context.query());
  }

  /** {@code SELECT INTO}. */
  DdlStatement tableAs(ObjectName name, boolean temporary, boolean unlogged, Query query) {
    return tables.createAs(name, temporary, unlogged, query);
  }

  /** Empty where the statement changes nothing that the model holds. */
  Optional<DdlStatement> statement(PostgresParser.DdlContext context) {
    if (context.createTable() != null) {
      return Optional.of(tables.create(context.createTable()));
    }
    if (context.alterTable() != null) {
      return tableActions.alter(context.alterTable());
    }
    if (context.createIndex() != null) {
      return Optional.of(indexes.create(context.createIndex()));
    }
    if (context.alterIndex() != null) {
      return alterIndex(context.alterIndex());
    }
    if (context.createSequence() != null) {
      return Optional.of(sequences.create(context.createSequence()));
    }
    if (context.alterSequence() != null) {
      return sequences.alter(context.alterSequence());
    }
    if (context.alterType() != null) {
      return alterType(context.alterType());
    }
    if (context.alterSchema() != null) {
      return alterSchema(context.alterSchema());
    }
    if (context.objectStatement() != null) {
      PostgresParser.AlterViewContext view = context.objectStatement().alterView();
      if (view != null && !view.tableAction().isEmpty()) {
        return tableActions.alter(view);
      }
      return objects.statement(context.objectStatement());
    }
    return Optional.of(other(context));
  }

  /** The same of a declared object, whose kind the leading words tell. */
  Optional<DdlStatement> declaration(ObjectKind kind, ParserRuleContext context) {
    return switch (context) {
      case PostgresParser.DeclarationContext it -> declarations.statement(kind, it);
      case PostgresParser.SubscriptionStatementContext it -> subscriptions.statement(inside(it));
      case PostgresParser.BaseTypeStatementContext it -> Optional.of(baseTypes.create(it));
      case PostgresParser.TextSearchStatementContext it -> foreign.statement(kind, inside(it));
      case PostgresParser.ForeignStatementContext it -> foreign.statement(kind, inside(it));
      default -> extending.statement(kind, inside(context));
    };
  }

  private static ParserRuleContext inside(ParserRuleContext context) {
    return (ParserRuleContext) context.getChild(0);
  }

  private DdlStatement other(PostgresParser.DdlContext context) {
    if (context.createSchema() != null) {
      return createSchema(context.createSchema());
    }
    if (context.dropStatement() != null) {
      return drop(context.dropStatement());
    }
    if (context.createEnum() != null) {
      return new DdlStatement.CreateEnum(
          names.object(context.createEnum().qualifiedName()),
          context.createEnum().stringConstant().stream().map(names::string).toList());
    }
    return objects.comment(context.commentOn());
  }

  private DdlStatement createSchema(PostgresParser.CreateSchemaContext context) {
    Identifier name = names.name(context.name() == null ? context.roleName() : context.name());
    return new DdlStatement.CreateSchema(
        name,
        context.IF() != null,
        context.schemaElement().stream().map(this::element).flatMap(Optional::stream).toList(),
        Optional.ofNullable(context.roleName()).filter(role -> rights).map(this::role));
  }

  private Role role(PostgresParser.RoleNameContext context) {
    if (context.name() != null) {
      return Role.named(names.name(context));
    }
    return context.SESSION_USER() == null ? Role.CURRENT : Role.SESSION;
  }

  /** A routine by its name and its input types. */
  ObjectRef signature(ObjectKind kind, PostgresParser.LoneSignatureContext context) {
    return objects.signature(kind, context.routineSignature());
  }

  private Optional<DdlStatement> element(PostgresParser.SchemaElementContext context) {
    return switch (context.getChild(0)) {
      case PostgresParser.CreateTableContext it -> Optional.of(tables.create(it));
      case PostgresParser.CreateIndexContext it -> Optional.of(indexes.create(it));
      case PostgresParser.CreateSequenceContext it -> Optional.of(sequences.create(it));
      case PostgresParser.CreateViewContext it when it.temporary() != null ->
          throw new RefusedText(
              it, "42P16", "cannot create temporary relation in non-temporary schema");
      case ParserRuleContext it -> objects.statement(it);
      default -> {
        if (rights) {
          throw new BeyondTheModel(context, "a GRANT inside of CREATE SCHEMA");
        }
        yield Optional.empty();
      }
    };
  }

  private Optional<DdlStatement> alterSchema(PostgresParser.AlterSchemaContext context) {
    return context.RENAME() == null
        ? Optional.empty()
        : Optional.of(
            new DdlStatement.RenameSchema(
                names.name(context.name(0)), names.name(context.name(1))));
  }

  private DdlStatement drop(PostgresParser.DropStatementContext context) {
    List<ObjectName> objects = context.qualifiedName().stream().map(names::object).toList();
    boolean ifExists = context.IF() != null;
    DropBehavior behavior = TableActionBuilder.behavior(context.dropBehavior());
    if (context.TABLE() != null) {
      return new DdlStatement.DropTable(objects, ifExists, behavior);
    }
    if (context.INDEX() != null) {
      return new DdlStatement.DropIndexes(
          objects, ifExists, context.CONCURRENTLY() != null, behavior);
    }
    if (context.TYPE() != null) {
      return new DdlStatement.DropTypes(objects, ifExists, behavior);
    }
    if (context.SEQUENCE() != null) {
      return new DdlStatement.DropSequences(objects, ifExists, behavior);
    }
    return new DdlStatement.DropSchema(
        objects.stream().map(ObjectName::name).toList(), ifExists, behavior);
  }

  private Optional<DdlStatement> alterIndex(PostgresParser.AlterIndexContext context) {
    // Owners and extensions are in no model, and ALL IN TABLESPACE moves what is in no other.
    if (context.OWNER() != null || context.DEPENDS() != null || context.ALL() != null) {
      return Optional.empty();
    }
    ObjectName index = names.object(context.qualifiedName(0));
    boolean ifExists = context.IF() != null;
    PostgresParser.IndexColumnActionContext change = context.indexColumnAction();
    if (change != null) {
      return Optional.of(
          new DdlStatement.AlterIndex(
              index,
              ifExists,
              new IndexAction.ChangeColumnParameters(
                  names.name(change.name()),
                  change.SET() != null,
                  StorageParameters.read(change.storageParameters(), names))));
    }
    return Optional.of(
        context.RENAME() == null
            ? new DdlStatement.AlterIndex(index, ifExists, settings.index(context))
            : new DdlStatement.RenameIndex(index, names.name(context.name(0)), ifExists));
  }

  private Optional<DdlStatement> alterType(PostgresParser.AlterTypeContext context) {
    ObjectName type = names.object(context.qualifiedName());
    if (context.OWNER() != null) {
      return Optional.empty();
    }
    if (context.baseTypeAction() != null) {
      return Optional.of(baseTypes.alter(type, context.baseTypeAction()));
    }
    Optional<ObjectAction> attributes = objects.userTypes().attributes(context);
    if (attributes.isPresent()) {
      return Optional.of(
          new DdlStatement.AlterObject(
              ObjectRef.to(ObjectKind.COMPOSITE_TYPE, type), false, attributes.get()));
    }
    if (context.SCHEMA() != null) {
      return Optional.of(
          new DdlStatement.SetObjectSchema(
              ObjectKind.ENUM_TYPE, type, names.name(context.name(0)), false));
    }
    List<String> labels = new ArrayList<>();
    context.stringConstant().forEach(label -> labels.add(names.string(label)));
    if (context.ADD() != null) {
      Optional<DdlStatement.AddEnumValue.Neighbor> neighbor =
          labels.size() == 1
              ? Optional.empty()
              : Optional.of(
                  new DdlStatement.AddEnumValue.Neighbor(context.BEFORE() != null, labels.get(1)));
      return Optional.of(
          new DdlStatement.AddEnumValue(type, labels.getFirst(), context.IF() != null, neighbor));
    }
    return Optional.of(
        labels.isEmpty()
            ? new DdlStatement.RenameObject(
                ObjectKind.ENUM_TYPE, type, names.name(context.name(0)), false)
            : new DdlStatement.RenameEnumValue(type, labels.getFirst(), labels.getLast()));
  }
}
