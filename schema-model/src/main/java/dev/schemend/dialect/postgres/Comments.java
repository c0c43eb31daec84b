package dev.schemend.dialect.postgres;

import dev.schemend.apply.Rejection;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/** {@code COMMENT ON} anything but tables and their columns. */
final class Comments {

  private Comments() {}

  static Schema on(Scope scope, ObjectRef written, Optional<String> text) {
    if (ObjectStatements.isEverywhere(written)) {
      return scope.schema();
    }
    ObjectRef target = find(scope, written).orElseThrow(() -> missing(scope, written));
    if (target.kind() == ObjectKind.EXTENSION && !ExtensionComments.isKnown(target.name().name())) {
      return scope.schema();
    }
    Schema schema = scope.schema();
    return text.filter(one -> !isUsual(target, one)).isPresent()
        ? schema.with(new Comment(target, text.get()))
        : schema.without(Comment.refOn(target));
  }

  // Every new database has the one, every new extension the other.
  private static boolean isUsual(ObjectRef target, String text) {
    return target.kind() == ObjectKind.EXTENSION
        ? ExtensionComments.isOwn(target.name().name(), text)
        : target.equals(ObjectRef.schema(Identifier.of("public")))
            && text.equals("standard public schema");
  }

  private static Rejection missing(Scope scope, ObjectRef written) {
    boolean relation = written.member().isNone() && PostgresErrors.isRelation(written.kind());
    return scope
        .relation(written.name())
        .filter(other -> relation)
        .map(
            other ->
                PostgresErrors.invalid(
                    other, "is not a " + written.kind().words(), PostgresErrors.WRONG_OBJECT_TYPE))
        .orElseGet(() -> PostgresErrors.undefined(written));
  }

  /** A comment under the new name of what it is about. */
  static Schema moved(Schema schema, ObjectRef from, ObjectRef to) {
    return schema.get(Comment.refOn(from)).orElse(null) instanceof Comment comment
        ? schema.without(comment.ref()).with(new Comment(to, comment.text()))
        : schema;
  }

  /** Without the comments on indexes and constraints that a table, or an heir of it, had. */
  static Schema swept(Schema schema, ObjectName name) {
    Optional<Table> table = schema.table(name);
    if (table.isEmpty()) {
      return schema;
    }
    Schema swept = schema;
    for (ObjectRef ref : schema.dependants(ObjectRef.table(name)).toList()) {
      if (schema.get(ref).orElse(null) instanceof Comment comment
          && comment.on().name().equals(name)
          && isGone(table.get(), comment.on())) {
        swept = swept.without(ref);
      }
    }
    for (Table heir : Heirs.of(schema, table.get())) {
      swept = swept(swept, heir.name());
    }
    return swept;
  }

  private static boolean isGone(Table table, ObjectRef member) {
    return switch (member.kind()) {
      case CONSTRAINT ->
          table.constraint(member.member()).isEmpty()
              && table.requiredBy(member.member()).isEmpty();
      case INDEX ->
          table.index(member.member()).isEmpty()
              && table
                  .constraint(member.member())
                  .filter(Constraint.Indexed.class::isInstance)
                  .isEmpty();
      default -> false;
    };
  }

  private static Optional<ObjectRef> find(Scope scope, ObjectRef written) {
    return switch (written.kind()) {
      case SCHEMA -> Optional.of(written).filter(scope.schema()::has);
      case ENUM_TYPE -> scope.type(written.name());
      case INDEX ->
          scope.relation(written.name()).filter(found -> found.kind() == ObjectKind.INDEX);
      case CONSTRAINT -> constraint(scope, written);
      case DOMAIN -> domain(scope, written);
      case COLUMN -> column(scope, written);
      case TRIGGER, POLICY, RULE ->
          scope
              .find(written.name(), References.ROW_SOURCES)
              .map(owner -> new ObjectRef(written.kind(), owner.name(), written.member()))
              .filter(scope.schema()::has);
      case ROUTINE, AGGREGATE -> Optional.of(RoutineNames.require(scope, written));
      default -> ObjectStatements.findObject(scope, written);
    };
  }

  private static Optional<ObjectRef> constraint(Scope scope, ObjectRef written) {
    return scope
        .findTable(written.name())
        .filter(found -> !isGone(found, written))
        .map(owner -> ObjectRef.constraint(owner.name(), written.member()));
  }

  // A domain, or a check of it.
  private static Optional<ObjectRef> domain(Scope scope, ObjectRef written) {
    return scope
        .find(written.name(), List.of(ObjectKind.DOMAIN))
        .filter(found -> written.member().isNone() || isCheck(scope, found, written.member()))
        .map(found -> new ObjectRef(found.kind(), found.name(), written.member()));
  }

  private static boolean isCheck(Scope scope, ObjectRef domain, Identifier check) {
    return scope.schema().get(domain).orElse(null) instanceof DomainType type
        && type.check(check).isPresent();
  }

  // Of a view, or an attribute of a composite type; tables keep those of their columns.
  private static Optional<ObjectRef> column(Scope scope, ObjectRef written) {
    return scope
        .relation(written.name())
        .filter(
            owner ->
                switch (scope.schema().get(owner).orElse(null)) {
                  case View view ->
                      view.columns().isEmpty() || view.columns().contains(written.member());
                  case MaterializedView view ->
                      view.columns().isEmpty() || view.columns().contains(written.member());
                  case CompositeType type -> type.attribute(written.member()).isPresent();
                  case null, default -> !(owner.kind() == ObjectKind.TABLE);
                })
        .map(owner -> ObjectRef.column(owner.name(), written.member()));
  }
}
