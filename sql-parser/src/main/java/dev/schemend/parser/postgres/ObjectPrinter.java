package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Policy;
import dev.schemend.model.RangeType;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Statements on objects that are no tables. */
final class ObjectPrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final RoutinePrinter routines;
  private final OnTablePrinter onTables;
  private final DeclarationPrinter declarations;
  private final TablePrinter tables;
  private final ExtendingPrinter extending;

  ObjectPrinter(TypePrinter types, ExpressionPrinter expressions, TablePrinter tables) {
    this.tables = tables;
    this.types = types;
    this.expressions = expressions;
    this.routines = new RoutinePrinter(types, expressions);
    this.onTables = new OnTablePrinter(types, expressions);
    this.declarations = new DeclarationPrinter(types, expressions);
    this.extending = new ExtendingPrinter(types);
  }

  String create(DdlStatement.CreateObject create) {
    return switch (create.object()) {
      case View view -> view(view, create.orReplace());
      case MaterializedView view ->
          "CREATE MATERIALIZED VIEW "
              + ifNotExists(create)
              + types.name(view.name())
              + names(view.columns())
              + parameters(view.parameters())
              + " AS "
              + expressions.queries().print(view.query());
      case Routine routine -> routines.create(routine, create.orReplace());
      case Trigger trigger -> onTables.create(trigger, create.orReplace());
      case Policy policy -> onTables.create(policy);
      case RewriteRule rule -> onTables.create(rule, create.orReplace());
      case DomainType domain -> domain(domain);
      case CompositeType composite ->
          "CREATE TYPE "
              + types.name(composite.name())
              + composite.attributes().stream()
                  .map(this::attribute)
                  .collect(Collectors.joining(", ", " AS (", ")"));
      case RangeType range -> range(range);
      case Declaration declaration ->
          declarations.create(declaration, create.orReplace(), create.ifNotExists());
      case ForeignTable foreign -> tables.create(foreign, create.ifNotExists());
      case StoredDefinition foreign ->
          throw new IllegalArgumentException("PostgreSQL has no such object: " + foreign.ref());
      case Extension extension ->
          "CREATE EXTENSION "
              + ifNotExists(create)
              + Quoting.name(extension.name())
              + extensionOptions(extension);
    };
  }

  private static String extensionOptions(Extension extension) {
    String options =
        (extension.schema().isNone() ? "" : " SCHEMA " + Quoting.name(extension.schema()))
            + extension
                .version()
                .map(version -> " VERSION " + Quoting.name(Identifier.of(version)))
                .orElse("");
    return options.isEmpty() ? "" : " WITH" + options;
  }

  private static String ifNotExists(DdlStatement.CreateObject create) {
    return create.ifNotExists() ? "IF NOT EXISTS " : "";
  }

  private String view(View view, boolean orReplace) {
    SortedMap<String, String> parameters = view.postgres().parameters();
    return "CREATE "
        + (orReplace ? "OR REPLACE " : "")
        + "VIEW "
        + types.name(view.name())
        + names(view.columns())
        + parameters(parameters)
        + " AS "
        + expressions.queries().print(view.query());
  }

  private static String names(List<Identifier> names) {
    return names.isEmpty()
        ? ""
        : names.stream().map(Quoting::name).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String parameters(SortedMap<String, String> parameters) {
    return parameters.isEmpty() ? "" : " WITH " + StorageParameters.print(parameters);
  }

  private String domain(DomainType domain) {
    return "CREATE DOMAIN "
        + types.name(domain.name())
        + " AS "
        + types.print(domain.type())
        + collation(domain.collation())
        + domain.defaultValue().map(one -> " DEFAULT " + expressions.bounded(one)).orElse("")
        + (domain.nullable() ? "" : " NOT NULL")
        + domain.checks().stream().map(one -> " " + check(one)).collect(Collectors.joining());
  }

  private static String collation(Optional<String> collation) {
    return collation.map(one -> " COLLATE " + ExpressionPrinter.collation(one)).orElse("");
  }

  private String check(Constraint.Check check) {
    return (check.name().isNone() ? "" : "CONSTRAINT " + Quoting.name(check.name()) + " ")
        + "CHECK ("
        + expressions.print(check.expression())
        + ")";
  }

  private String attribute(CompositeType.Attribute attribute) {
    return Quoting.name(attribute.name())
        + " "
        + types.print(attribute.type())
        + collation(attribute.collation());
  }

  private String range(RangeType range) {
    return "CREATE TYPE "
        + types.name(range.name())
        + " AS RANGE (SUBTYPE = "
        + types.print(range.subtype())
        + range.options().entrySet().stream()
            .map(one -> ", " + Quoting.upper(one.getKey()) + " = " + types.name(one.getValue()))
            .collect(Collectors.joining())
        + ")";
  }

  // ------------------------------------------------------------ ALTER

  String alter(DdlStatement.AlterObject alter) {
    ObjectRef object = alter.object();
    return "ALTER "
        + kind(object.kind())
        + " "
        + (alter.ifExists() ? "IF EXISTS " : "")
        + object(object)
        + " "
        + action(object.kind(), alter.action());
  }

  /** The words by which statements call a kind of object. */
  static String kind(ObjectKind kind) {
    return switch (kind) {
      case ENUM_TYPE, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE";
      case STATISTICS -> "STATISTICS";
      case FOREIGN_SERVER -> "SERVER";
      default -> Quoting.upper(kind.words());
    };
  }

  /** The object as {@code ALTER}, {@code DROP} and {@code COMMENT} name it. */
  String object(ObjectRef ref) {
    boolean routine = ref.kind() == ObjectKind.ROUTINE || ref.kind() == ObjectKind.AGGREGATE;
    if (routine) {
      boolean star = ref.kind() == ObjectKind.AGGREGATE && ref.member().text().equals("()");
      return types.name(ref.name()) + (star ? "(*)" : ref.member().text());
    }
    if (ref.kind() == ObjectKind.EXTENSION || ref.kind() == ObjectKind.SCHEMA) {
      return Quoting.name(ref.name().name());
    }
    Optional<String> signed = extending.object(ref);
    if (signed.isPresent()) {
      return signed.get();
    }
    return ref.member().isNone()
        ? types.name(ref.name())
        : Quoting.name(ref.member()) + " ON " + types.name(ref.name());
  }

  private String action(ObjectKind kind, ObjectAction action) {
    return switch (action) {
      case ObjectAction.Rename rename -> "RENAME TO " + Quoting.name(rename.to());
      case ObjectAction.SetSchema set -> "SET SCHEMA " + Quoting.name(set.schema());
      case ObjectAction.RenameColumn rename ->
          "RENAME "
              + (kind == ObjectKind.COMPOSITE_TYPE ? "ATTRIBUTE " : "COLUMN ")
              + Quoting.name(rename.from())
              + " TO "
              + Quoting.name(rename.to())
              + TablePrinter.behavior(rename.behavior());
      case ObjectAction.ColumnDefault change ->
          "ALTER COLUMN "
              + Quoting.name(change.column())
              + change
                  .value()
                  .map(value -> " SET DEFAULT " + expressions.print(value))
                  .orElse(" DROP DEFAULT");
      case ObjectAction.Parameters change -> parameterChange(change);
      case ObjectAction.Attributes change -> routines.attributes(change.values());
      case ObjectAction.PolicyClauses change ->
          onTables.clauses(change.roles(), change.using(), change.check()).strip();
      case ObjectAction.DomainDefault change ->
          change
              .value()
              .map(value -> "SET DEFAULT " + expressions.print(value))
              .orElse("DROP DEFAULT");
      case ObjectAction.DomainNullable change ->
          change.nullable() ? "DROP NOT NULL" : "SET NOT NULL";
      case ObjectAction.AddCheck add ->
          "ADD " + check(add.check()) + (add.check().validated() ? "" : " NOT VALID");
      case ObjectAction.DropCheck drop ->
          "DROP CONSTRAINT " + (drop.ifExists() ? "IF EXISTS " : "") + Quoting.name(drop.check());
      case ObjectAction.RenameCheck rename ->
          "RENAME CONSTRAINT " + Quoting.name(rename.from()) + " TO " + Quoting.name(rename.to());
      case ObjectAction.ValidateCheck validate ->
          "VALIDATE CONSTRAINT " + Quoting.name(validate.check());
      case ObjectAction.Facts change -> declarations.action(kind, change);
      case ObjectAction.Publish change -> declarations.action(change);
      case ObjectAction.Subscribe change -> SubscriptionPrinter.action(change);
      case ObjectAction.GroupItems change -> extending.action(change);
      case ObjectAction.Mapping change -> extending.action(change);
      case ObjectAction.Foreign change -> extending.action(change);
      case ObjectAction.ForeignColumn change -> extending.action(change);
      case ObjectAction.AttributeChanges changes ->
          changes.changes().stream().map(this::change).collect(Collectors.joining(", "));
    };
  }

  private static String parameterChange(ObjectAction.Parameters change) {
    SortedMap<String, String> set = new TreeMap<>();
    change.values().forEach((name, value) -> value.ifPresent(text -> set.put(name, text)));
    return set.isEmpty()
        ? change.values().keySet().stream()
            .map(name -> Quoting.whereNeeded(Identifier.of(name)))
            .collect(Collectors.joining(", ", "RESET (", ")"))
        : "SET " + StorageParameters.print(set);
  }

  private String change(ObjectAction.AttributeChange change) {
    return switch (change) {
      case ObjectAction.AttributeChange.Add add ->
          "ADD ATTRIBUTE " + attribute(add.attribute()) + TablePrinter.behavior(add.behavior());
      case ObjectAction.AttributeChange.Drop drop ->
          "DROP ATTRIBUTE "
              + (drop.ifExists() ? "IF EXISTS " : "")
              + Quoting.name(drop.attribute())
              + TablePrinter.behavior(drop.behavior());
      case ObjectAction.AttributeChange.Retype retype ->
          "ALTER ATTRIBUTE "
              + Quoting.name(retype.attribute().name())
              + " TYPE "
              + types.print(retype.attribute().type())
              + collation(retype.attribute().collation())
              + TablePrinter.behavior(retype.behavior());
    };
  }

  // ------------------------------------------------------------ DROP and COMMENT

  String drop(DdlStatement.DropObjects drop) {
    return "DROP "
        + kind(drop.objects().getFirst().kind())
        + " "
        + (drop.ifExists() ? "IF EXISTS " : "")
        + drop.objects().stream().map(this::object).collect(Collectors.joining(", "))
        + TablePrinter.behavior(drop.behavior());
  }

  String comment(DdlStatement.CommentOn comment) {
    return "COMMENT ON "
        + commented(comment.target())
        + " IS "
        + comment.text().map(Quoting::string).orElse("NULL");
  }

  private String commented(ObjectRef target) {
    ObjectName name = target.name();
    return switch (target.kind()) {
      case COLUMN -> "COLUMN " + types.name(name) + "." + Quoting.name(target.member());
      // The index's own name, in the schema of its table.
      case INDEX ->
          "INDEX " + types.name(target.member().isNone() ? name : name.sibling(target.member()));
      case DOMAIN ->
          target.member().isNone()
              ? "DOMAIN " + types.name(name)
              : "CONSTRAINT " + Quoting.name(target.member()) + " ON DOMAIN " + types.name(name);
      default -> kind(target.kind()) + " " + object(target);
    };
  }
}
