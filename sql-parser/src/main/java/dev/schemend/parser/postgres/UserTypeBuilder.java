package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.RangeType;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Domains, composite and range types. */
final class UserTypeBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final ConstraintBuilder constraints;

  UserTypeBuilder(
      Names names,
      TypeBuilder types,
      ExpressionBuilder expressions,
      ConstraintBuilder constraints) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.constraints = constraints;
  }

  private static DdlStatement created(DefinedObject object) {
    return new DdlStatement.CreateObject(object, false, false);
  }

  DdlStatement create(PostgresParser.CreateDomainContext context) {
    boolean nullable = true;
    Optional<SqlExpr> defaultValue = Optional.empty();
    List<Constraint.Check> checks = new ArrayList<>();
    for (PostgresParser.DomainConstraintContext one : context.domainConstraint()) {
      if (one.CHECK() != null) {
        checks.add(check(one, true));
      } else if (one.DEFAULT() != null) {
        defaultValue = Optional.of(expressions.bounded(one.bExpr()));
      } else {
        nullable = one.NOT() == null;
      }
    }
    return created(
        new DomainType(
            names.object(context.qualifiedName()),
            types.type(context.typeName()),
            context.anyName().stream().findFirst().map(names::collation),
            defaultValue,
            nullable,
            checks));
  }

  private Constraint.Check check(
      PostgresParser.DomainConstraintContext context, boolean validated) {
    return new Constraint.Check(
        context.name() == null ? Identifier.NONE : names.name(context.name()),
        expressions.expression(context.expr()),
        true,
        validated,
        false);
  }

  /** Empty where the model holds nothing of it. */
  Optional<DdlStatement> alter(PostgresParser.AlterDomainContext context) {
    ObjectRef domain = ObjectRef.to(ObjectKind.DOMAIN, names.object(context.qualifiedName()));
    return action(context).map(action -> new DdlStatement.AlterObject(domain, false, action));
  }

  private Optional<ObjectAction> action(PostgresParser.AlterDomainContext context) {
    if (context.OWNER() != null) {
      return Optional.empty();
    }
    if (context.ADD() != null) {
      return Optional.of(added(context));
    }
    if (context.CONSTRAINT() != null) {
      Identifier first = names.name(context.name(0));
      if (context.RENAME() != null) {
        return Optional.of(new ObjectAction.RenameCheck(first, names.name(context.name(1))));
      }
      return Optional.of(
          context.VALIDATE() == null
              ? new ObjectAction.DropCheck(first, context.EXISTS() != null)
              : new ObjectAction.ValidateCheck(first));
    }
    if (context.RENAME() != null) {
      return Optional.of(new ObjectAction.Rename(names.name(context.name(0))));
    }
    if (context.SCHEMA() != null) {
      return Optional.of(new ObjectAction.SetSchema(names.name(context.name(0))));
    }
    return Optional.of(
        context.DEFAULT() == null
            ? new ObjectAction.DomainNullable(context.DROP() != null)
            : new ObjectAction.DomainDefault(
                Optional.ofNullable(context.expr()).map(expressions::expression)));
  }

  private ObjectAction added(PostgresParser.AlterDomainContext context) {
    PostgresParser.DomainConstraintContext constraint = context.domainConstraint();
    return constraint.CHECK() == null
        ? new ObjectAction.DomainNullable(constraint.NOT() == null)
        : new ObjectAction.AddCheck(
            check(constraint, constraints.attributes(context.constraintAttribute()).validated()));
  }

  DdlStatement create(PostgresParser.CreateCompositeContext context) {
    return created(
        new CompositeType(
            names.object(context.qualifiedName()),
            context.attribute().stream().map(this::attribute).toList()));
  }

  private CompositeType.Attribute attribute(PostgresParser.AttributeContext context) {
    return new CompositeType.Attribute(
        names.name(context.name()),
        types.type(context.typeName()),
        Optional.ofNullable(context.anyName()).map(names::collation));
  }

  /** Empty where {@code ALTER TYPE} is not about attributes. */
  Optional<ObjectAction> attributes(PostgresParser.AlterTypeContext context) {
    if (context.ATTRIBUTE() != null) {
      return Optional.of(
          new ObjectAction.RenameColumn(
              names.name(context.name(0)),
              names.name(context.name(1)),
              TableActionBuilder.behavior(context.dropBehavior())));
    }
    return context.attributeAction().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ObjectAction.AttributeChanges(
                context.attributeAction().stream().map(this::change).toList()));
  }

  private ObjectAction.AttributeChange change(PostgresParser.AttributeActionContext context) {
    var behavior = TableActionBuilder.behavior(context.dropBehavior());
    if (context.ADD() != null) {
      return new ObjectAction.AttributeChange.Add(attribute(context.attribute()), behavior);
    }
    Identifier name = names.name(context.name());
    return context.DROP() != null
        ? new ObjectAction.AttributeChange.Drop(name, context.EXISTS() != null, behavior)
        : new ObjectAction.AttributeChange.Retype(
            new CompositeType.Attribute(
                name,
                types.type(context.typeName()),
                Optional.ofNullable(context.anyName()).map(names::collation)),
            behavior);
  }

  DdlStatement create(PostgresParser.CreateRangeContext context) {
    ObjectName name = names.object(context.qualifiedName());
    Optional<SqlType> subtype = Optional.empty();
    SortedMap<String, ObjectName> options = new TreeMap<>();
    for (PostgresParser.RangeOptionContext option : context.rangeOption()) {
      String key = names.name(option.anyWord()).key();
      if (key.equals("subtype")) {
        subtype = Optional.of(types.type(option.typeName()));
      } else {
        options.put(key, named(option));
      }
    }
    return created(
        new RangeType(
            name,
            subtype.orElseThrow(() -> new BeyondTheModel(context, "a range without a subtype")),
            options));
  }

  private ObjectName named(PostgresParser.RangeOptionContext option) {
    return new TokenCursor(Tokens.of(option.typeName()), names)
        .name()
        .orElseThrow(() -> new BeyondTheModel(option, "an option of a range without a name"));
  }
}
