package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.RangeType;
import dev.schemend.model.Schema;
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
final class TypeStatements {

  private static final Identifier VALUE = Identifier.of("value");

  private final Dialect dialect;
  private final Scope scope;
  private final Canonical canonical;

  TypeStatements(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
    this.canonical = new Canonical(dialect, scope);
  }

  private ObjectName free(ObjectName written, ObjectKind kind) {
    ObjectName name = scope.toCreate(written);
    if (scope.type(name).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.to(ObjectKind.ENUM_TYPE, name));
    }
    if (kind == ObjectKind.COMPOSITE_TYPE) {
      scope.requireFree(name, kind);
    }
    return name;
  }

  // ------------------------------------------------------------ domains

  Schema create(DomainType written) {
    ObjectName name = free(written.name(), ObjectKind.DOMAIN);
    SqlType type = canonical.type(written.type());
    DomainType domain =
        new DomainType(
            name,
            type,
            canonical.collation(written.collation()),
            written
                .defaultValue()
                .flatMap(
                    value ->
                        canonical.defaultValue(value, ObjectRef.to(ObjectKind.DOMAIN, name), type)),
            written.nullable(),
            List.of());
    for (Constraint.Check check : written.checks()) {
      domain = with(domain, check);
    }
    return scope.schema().with(domain);
  }

  private DomainType with(DomainType domain, Constraint.Check written) {
    SqlExpr condition =
        canonical.condition(written.expression(), List.of(Column.of(VALUE, domain.type())));
    Identifier name = written.name().isNone() ? freeName(domain) : written.name();
    if (domain.check(name).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.constraint(domain.name(), name));
    }
    List<Constraint.Check> checks = new ArrayList<>(domain.checks());
    checks.add(new Constraint.Check(name, condition, true, written.validated(), false));
    return domain.withChecks(checks);
  }

  // ChooseConstraintName(domain, "check"): free among all constraints of the schema.
  private Identifier freeName(DomainType domain) {
    return ImplicitNames.choose(
        domain.name(),
        "",
        "check",
        name -> scope.schema().isConstraintName(name) || domain.check(name.name()).isPresent());
  }

  Schema change(DomainType domain, ObjectAction.DomainDefault change) {
    return scope
        .schema()
        .with(
            domain.withDefault(
                change
                    .value()
                    .flatMap(value -> canonical.defaultValue(value, domain.ref(), domain.type()))));
  }

  Schema change(DomainType domain, ObjectAction.AddCheck add) {
    return scope.schema().with(with(domain, add.check()));
  }

  Schema change(DomainType domain, ObjectAction.DropCheck drop) {
    if (domain.check(drop.check()).isEmpty()) {
      if (drop.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.constraint(domain.name(), drop.check()));
    }
    return scope
        .schema()
        .without(Comment.refOn(member(domain, drop.check())))
        .with(
            domain.withChecks(
                domain.checks().stream().filter(one -> !one.name().equals(drop.check())).toList()));
  }

  private static ObjectRef member(DomainType domain, Identifier check) {
    return new ObjectRef(ObjectKind.DOMAIN, domain.name(), check);
  }

  Schema change(DomainType domain, ObjectAction.RenameCheck rename) {
    require(domain, rename.from());
    if (domain.check(rename.to()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.constraint(domain.name(), rename.to()));
    }
    return Comments.moved(
            scope.schema(), member(domain, rename.from()), member(domain, rename.to()))
        .with(
            domain.withChecks(
                domain.checks().stream()
                    .map(one -> one.name().equals(rename.from()) ? one.withName(rename.to()) : one)
                    .toList()));
  }

  Schema change(DomainType domain, ObjectAction.ValidateCheck validate) {
    require(domain, validate.check());
    return scope
        .schema()
        .with(
            domain.withChecks(
                domain.checks().stream()
                    .map(
                        one ->
                            one.name().equals(validate.check())
                                ? new Constraint.Check(
                                    one.name(), one.expression(), true, true, false)
                                : one)
                    .toList()));
  }

  private static void require(DomainType domain, Identifier check) {
    if (domain.check(check).isEmpty()) {
      throw PostgresErrors.undefined(ObjectRef.constraint(domain.name(), check));
    }
  }

  // ------------------------------------------------------------ composite types

  Schema create(CompositeType written) {
    ObjectName name = free(written.name(), ObjectKind.COMPOSITE_TYPE);
    CompositeType type = new CompositeType(name, List.of());
    for (CompositeType.Attribute attribute : written.attributes()) {
      type = with(type, attribute);
    }
    return scope.schema().with(type);
  }

  private CompositeType with(CompositeType type, CompositeType.Attribute written) {
    if (type.attribute(written.name()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.column(type.name(), written.name()));
    }
    List<CompositeType.Attribute> attributes = new ArrayList<>(type.attributes());
    attributes.add(canonical(written));
    return type.withAttributes(attributes);
  }

  private CompositeType.Attribute canonical(CompositeType.Attribute written) {
    return new CompositeType.Attribute(
        written.name(), canonical.type(written.type()), canonical.collation(written.collation()));
  }

  Schema change(CompositeType type, ObjectAction.AttributeChanges changes) {
    CompositeType changed = type;
    Schema schema = scope.schema();
    for (ObjectAction.AttributeChange change : changes.changes()) {
      changed =
          switch (change) {
            case ObjectAction.AttributeChange.Add add -> with(changed, add.attribute());
            case ObjectAction.AttributeChange.Drop drop -> without(changed, drop);
            case ObjectAction.AttributeChange.Retype retype -> {
              CompositeType.Attribute attribute = canonical(retype.attribute());
              yield changing(changed, attribute.name(), attribute);
            }
          };
      schema =
          TypedTables.follow(dialect, new Scope(schema, scope.session()), type, change)
              .with(changed);
      if (change instanceof ObjectAction.AttributeChange.Drop drop) {
        schema = schema.without(Comment.refOn(ObjectRef.column(type.name(), drop.attribute())));
      }
    }
    return schema;
  }

  private static CompositeType without(CompositeType type, ObjectAction.AttributeChange.Drop drop) {
    if (!drop.ifExists()) {
      require(type, drop.attribute());
    }
    return type.withAttributes(
        type.attributes().stream().filter(one -> !one.name().equals(drop.attribute())).toList());
  }

  private static void require(CompositeType type, Identifier attribute) {
    if (type.attribute(attribute).isEmpty()) {
      throw PostgresErrors.undefined(ObjectRef.column(type.name(), attribute));
    }
  }

  private static CompositeType changing(
      CompositeType type, Identifier name, CompositeType.Attribute attribute) {
    require(type, name);
    return type.withAttributes(
        type.attributes().stream().map(one -> one.name().equals(name) ? attribute : one).toList());
  }

  Schema change(CompositeType type, ObjectAction.RenameColumn rename) {
    require(type, rename.from());
    if (type.attribute(rename.to()).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.column(type.name(), rename.to()));
    }
    CompositeType.Attribute old = type.attribute(rename.from()).orElseThrow();
    Schema schema =
        TypedTables.follow(scope, type, rename)
            .with(
                changing(
                    type,
                    rename.from(),
                    new CompositeType.Attribute(rename.to(), old.type(), old.collation())));
    return Comments.moved(
        schema,
        ObjectRef.column(type.name(), rename.from()),
        ObjectRef.column(type.name(), rename.to()));
  }

  // ------------------------------------------------------------ range types

  Schema create(RangeType written) {
    ObjectName name = free(written.name(), ObjectKind.RANGE_TYPE);
    SqlType subtype = canonical.unmodified(written.subtype());
    SortedMap<String, ObjectName> options = options(written.options());
    Optional.ofNullable(options.get(RangeType.SUBTYPE_OPCLASS))
        .filter(one -> !one.isQualified())
        .filter(one -> DefaultOperatorClasses.isDefault(one.name().key(), subtype))
        .ifPresent(usual -> options.remove(RangeType.SUBTYPE_OPCLASS));
    RangeType range = new RangeType(name, subtype, options);
    return scope
        .schema()
        .with(
            Optional.ofNullable(written.options().get(RangeType.MULTIRANGE))
                .map(scope::toCreate)
                .map(range::withMultirange)
                .orElse(range));
  }

  private SortedMap<String, ObjectName> options(SortedMap<String, ObjectName> written) {
    SortedMap<String, ObjectName> options = new TreeMap<>();
    written.forEach(
        (word, name) ->
            options.put(
                word,
                switch (word) {
                  case RangeType.SUBTYPE_DIFF -> scope.function(name);
                  default -> scope.outsideCatalog(name);
                }));
    return options;
  }
}
