package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Extension;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.View;
import dev.schemend.model.ViewStorage;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.antlr.v4.runtime.ParserRuleContext;

/** Statements on objects that are no tables: views and extensions here, the others apart. */
final class ObjectBuilder {

  private final Names names;
  private final ExpressionBuilder expressions;
  private final RoutineBuilder routines;
  private final OnTableBuilder onTables;
  private final UserTypeBuilder userTypes;

  ObjectBuilder(
      Names names,
      TypeBuilder types,
      ExpressionBuilder expressions,
      ConstraintBuilder constraints) {
    this.names = names;
    this.expressions = expressions;
    this.routines = new RoutineBuilder(names, types, expressions);
    this.onTables = new OnTableBuilder(names, expressions, constraints);
    this.userTypes = new UserTypeBuilder(names, types, expressions, constraints);
  }

  UserTypeBuilder userTypes() {
    return userTypes;
  }

  /** A routine by its name, and by its input types where they are written. */
  ObjectRef signature(ObjectKind kind, PostgresParser.RoutineSignatureContext context) {
    return routines.signature(kind, context);
  }

  /** Empty where the statement changes nothing that the model holds. */
  Optional<DdlStatement> statement(PostgresParser.ObjectStatementContext context) {
    return statement((ParserRuleContext) context.getChild(0));
  }

  /** The statement of one kind of object. */
  Optional<DdlStatement> statement(ParserRuleContext context) {
    return switch (context) {
      case PostgresParser.CreateViewContext it -> Optional.of(create(it));
      case PostgresParser.CreateMaterializedViewContext it -> Optional.of(create(it));
      case PostgresParser.AlterViewContext it -> alter(it);
      case PostgresParser.CreateRoutineContext it -> Optional.of(routines.create(it));
      case PostgresParser.AlterRoutineContext it -> routines.alter(it);
      case PostgresParser.CreateTriggerContext it -> Optional.of(onTables.create(it));
      case PostgresParser.AlterTriggerContext it -> onTables.alter(it);
      case PostgresParser.CreatePolicyContext it -> Optional.of(onTables.create(it));
      case PostgresParser.AlterPolicyContext it -> Optional.of(onTables.alter(it));
      case PostgresParser.CreateRuleContext it -> Optional.of(onTables.create(it));
      case PostgresParser.AlterRuleContext it -> Optional.of(onTables.alter(it));
      case PostgresParser.CreateDomainContext it -> Optional.of(userTypes.create(it));
      case PostgresParser.AlterDomainContext it -> userTypes.alter(it);
      case PostgresParser.CreateCompositeContext it -> Optional.of(userTypes.create(it));
      case PostgresParser.CreateRangeContext it -> Optional.of(userTypes.create(it));
      case PostgresParser.CreateExtensionContext it -> Optional.of(create(it));
      case PostgresParser.AlterExtensionContext it -> alter(it);
      case PostgresParser.DropObjectsContext it -> Optional.of(drop(it));
      default -> throw new BeyondTheModel(context, "an object without a builder");
    };
  }

  // ------------------------------------------------------------ views

  private DdlStatement create(PostgresParser.CreateViewContext context) {
    ObjectName written = names.object(context.qualifiedName());
    ObjectName name =
        context.temporary() == null
            ? written
            : new ObjectName(TableBuilder.TEMPORARY, written.name());
    List<Identifier> columns = names.names(Optional.ofNullable(context.nameList()));
    SortedMap<String, String> parameters = parameters(context.storageParameters());
    if (context.CHECK() != null) {
      parameters.put("check_option", context.LOCAL() == null ? "cascaded" : "local");
    }
    Query query = query(context.query(), context.carriedQuery());
    return new DdlStatement.CreateObject(
        new View(
            name,
            columns,
            context.RECURSIVE() == null ? query : recursive(name.name(), columns, query),
            new PostgresViewOptions(parameters, new TreeMap<>()),
            new TreeSet<>()),
        context.REPLACE() != null,
        false);
  }

  // CREATE RECURSIVE VIEW v (a) AS q is CREATE VIEW v AS WITH RECURSIVE v (a) AS (q) SELECT a FROM
  // v.
  private static Query recursive(Identifier name, List<Identifier> columns, Query query) {
    return new Query(
        true,
        List.of(new Query.With(name, columns, Optional.empty(), query)),
        new Query.Select(
            false,
            List.of(),
            columns.stream()
                .map(
                    column ->
                        new Query.Item(new SqlExpr.ColumnRef(List.of(), column), Optional.empty()))
                .toList(),
            List.of(
                new FromItem.Relation(
                    ObjectName.unqualified(name), false, Optional.empty(), List.of())),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  private Query query(
      PostgresParser.QueryContext query, PostgresParser.CarriedQueryContext carried) {
    return query == null
        ? Query.of(new Query.Carried(Tokens.folded(carried)))
        : expressions.queries().query(query);
  }

  private SortedMap<String, String> parameters(PostgresParser.StorageParametersContext context) {
    return context == null ? new TreeMap<>() : StorageParameters.read(context, names);
  }

  private DdlStatement create(PostgresParser.CreateMaterializedViewContext context) {
    return new DdlStatement.CreateObject(
        new MaterializedView(
            names.object(context.qualifiedName()),
            names.names(Optional.ofNullable(context.nameList())),
            query(context.query(), context.carriedQuery()),
            List.of(),
            parameters(context.storageParameters()),
            ViewStorage.NONE,
            new TreeSet<>()),
        false,
        context.EXISTS() != null);
  }

  private Optional<DdlStatement> alter(PostgresParser.AlterViewContext context) {
    // What moves all that lies in a tablespace moves what is in no model.
    if (context.ALL() != null) {
      return Optional.empty();
    }
    ObjectKind kind =
        context.MATERIALIZED() == null ? ObjectKind.VIEW : ObjectKind.MATERIALIZED_VIEW;
    ObjectRef view = ObjectRef.to(kind, names.object(context.qualifiedName()));
    return action(context)
        .map(action -> new DdlStatement.AlterObject(view, context.EXISTS() != null, action));
  }

  private Optional<ObjectAction> action(PostgresParser.AlterViewContext context) {
    if (context.RENAME() != null) {
      Identifier first = names.name(context.name(0));
      return Optional.of(
          context.name().size() == 1
              ? new ObjectAction.Rename(first)
              : new ObjectAction.RenameColumn(
                  first, names.name(context.name(1)), DropBehavior.RESTRICT));
    }
    if (context.SCHEMA() != null) {
      return Optional.of(new ObjectAction.SetSchema(names.name(context.name(0))));
    }
    if (context.DEFAULT() != null) {
      return Optional.of(
          new ObjectAction.ColumnDefault(
              names.name(context.name(0)),
              Optional.ofNullable(context.expr()).map(expressions::expression)));
    }
    SortedMap<String, Optional<String>> values = new TreeMap<>();
    if (context.storageParameters() != null) {
      parameters(context.storageParameters())
          .forEach((name, value) -> values.put(name, Optional.of(value)));
    } else if (context.RESET() != null) {
      context.name().forEach(name -> values.put(names.name(name).text(), Optional.empty()));
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new ObjectAction.Parameters(values));
  }

  // ------------------------------------------------------------ extensions

  private DdlStatement create(PostgresParser.CreateExtensionContext context) {
    Identifier schema = Identifier.NONE;
    Optional<String> version = Optional.empty();
    for (PostgresParser.ExtensionOptionContext option : context.extensionOption()) {
      if (option.SCHEMA() != null) {
        schema = names.name(option.name());
      } else if (option.VERSION() != null) {
        version =
            Optional.of(
                option.stringConstant() == null
                    ? names.name(option.anyWord()).text()
                    : names.string(option.stringConstant()));
      }
    }
    return new DdlStatement.CreateObject(
        new Extension(names.name(context.name()), schema, version),
        false,
        context.EXISTS() != null);
  }

  private Optional<DdlStatement> alter(PostgresParser.AlterExtensionContext context) {
    return context.SCHEMA() == null
        ? Optional.empty()
        : Optional.of(
            new DdlStatement.AlterObject(
                ObjectRef.to(
                    ObjectKind.EXTENSION, ObjectName.unqualified(names.name(context.name(0)))),
                false,
                new ObjectAction.SetSchema(names.name(context.name(1)))));
  }

  // ------------------------------------------------------------ drops and comments

  private DdlStatement drop(PostgresParser.DropObjectsContext context) {
    return new DdlStatement.DropObjects(
        dropped(context),
        context.EXISTS() != null,
        TableActionBuilder.behavior(context.dropBehavior()));
  }

  private List<ObjectRef> dropped(PostgresParser.DropObjectsContext context) {
    if (!context.routineSignature().isEmpty()) {
      ObjectKind kind = context.AGGREGATE() == null ? ObjectKind.ROUTINE : ObjectKind.AGGREGATE;
      return context.routineSignature().stream().map(one -> routines.signature(kind, one)).toList();
    }
    if (context.ON() != null) {
      return List.of(
          new ObjectRef(
              memberKind(context.TRIGGER() != null, context.POLICY() != null),
              names.object(context.qualifiedName(0)),
              names.name(context.name())));
    }
    ObjectKind kind = kind(context);
    return context.qualifiedName().stream()
        .map(name -> ObjectRef.to(kind, names.object(name)))
        .toList();
  }

  private static ObjectKind memberKind(boolean trigger, boolean policy) {
    if (trigger) {
      return ObjectKind.TRIGGER;
    }
    return policy ? ObjectKind.POLICY : ObjectKind.RULE;
  }

  private static ObjectKind kind(PostgresParser.DropObjectsContext context) {
    if (context.VIEW() != null) {
      return context.MATERIALIZED() == null ? ObjectKind.VIEW : ObjectKind.MATERIALIZED_VIEW;
    }
    return context.DOMAIN() == null ? ObjectKind.EXTENSION : ObjectKind.DOMAIN;
  }

  DdlStatement comment(PostgresParser.CommentOnContext context) {
    return new DdlStatement.CommentOn(
        target(context), Optional.ofNullable(context.stringConstant()).map(names::string));
  }

  private ObjectRef target(PostgresParser.CommentOnContext context) {
    if (context.COLUMN() != null) {
      return column(context.columnPath());
    }
    if (context.routineSignature() != null) {
      return routines.signature(
          context.AGGREGATE() == null ? ObjectKind.ROUTINE : ObjectKind.AGGREGATE,
          context.routineSignature());
    }
    if (context.SCHEMA() != null) {
      return ObjectRef.schema(names.name(context.name()));
    }
    if (context.EXTENSION() != null) {
      return ObjectRef.to(ObjectKind.EXTENSION, ObjectName.unqualified(names.name(context.name())));
    }
    ObjectName name = names.object(context.qualifiedName());
    if (context.CONSTRAINT() != null) {
      Identifier constraint = names.name(context.name());
      return context.DOMAIN() == null
          ? ObjectRef.constraint(name, constraint)
          : new ObjectRef(ObjectKind.DOMAIN, name, constraint);
    }
    return context.name() == null
        ? ObjectRef.to(commented(context), name)
        : new ObjectRef(
            memberKind(context.TRIGGER() != null, context.POLICY() != null),
            name,
            names.name(context.name()));
  }

  private static ObjectKind commented(PostgresParser.CommentOnContext context) {
    if (context.VIEW() != null) {
      return context.MATERIALIZED() == null ? ObjectKind.VIEW : ObjectKind.MATERIALIZED_VIEW;
    }
    if (context.INDEX() != null) {
      return ObjectKind.INDEX;
    }
    if (context.SEQUENCE() != null) {
      return ObjectKind.SEQUENCE;
    }
    if (context.TYPE() != null) {
      return ObjectKind.ENUM_TYPE;
    }
    return context.DOMAIN() == null ? ObjectKind.TABLE : ObjectKind.DOMAIN;
  }

  private ObjectRef column(PostgresParser.ColumnPathContext path) {
    Identifier first = names.name(path.name());
    int parts = path.anyWord().size();
    ObjectName table =
        parts == 1
            ? ObjectName.unqualified(first)
            : new ObjectName(
                parts == 2 ? first : names.name(path.anyWord(parts - 3)),
                names.name(path.anyWord(parts - 2)));
    return ObjectRef.column(table, names.name(path.anyWord().getLast()));
  }
}
