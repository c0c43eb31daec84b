package dev.schemend.apply;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Collations;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.References;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What types, expressions, queries and parts of indexes mention, under the names it has now. */
final class Mentions {

  private final UnaryOperator<ObjectRef> names;

  Mentions(UnaryOperator<ObjectRef> names) {
    this.names = names;
  }

  // A table is called by its name in the queries of its own policies.
  UnaryOperator<SqlExpr> ofTable(ObjectName table) {
    Identifier from = table.name();
    Identifier to = map(ObjectKind.TABLE, table).name();
    if (from.equals(to)) {
      return this::expression;
    }
    return whole ->
        Expressions.bottomUp(
            expression(whole),
            node ->
                node instanceof SqlExpr.ColumnRef column
                        && column.qualifiers().equals(List.of(from))
                    ? new SqlExpr.ColumnRef(List.of(to), column.column())
                    : node);
  }

  SortedMap<Identifier, SqlExpr> expressions(SortedMap<Identifier, SqlExpr> map) {
    SortedMap<Identifier, SqlExpr> mapped = new TreeMap<>();
    map.forEach((column, value) -> mapped.put(column, expression(value)));
    return mapped;
  }

  SortedSet<ObjectRef> refs(SortedSet<ObjectRef> refs) {
    return refs.stream().map(this::ref).collect(Collectors.toCollection(TreeSet::new));
  }

  ObjectRef ref(ObjectRef ref) {
    return switch (ref.kind()) {
      case COLUMN -> {
        ObjectName owner = relation(ref.name());
        // Of a composite type, where no relation is called so: they share one name space.
        yield new ObjectRef(
            ref.kind(),
            owner.equals(ref.name()) ? map(ObjectKind.COMPOSITE_TYPE, ref.name()) : owner,
            ref.member());
      }
      case CONSTRAINT, INDEX, TRIGGER, POLICY, RULE ->
          new ObjectRef(ref.kind(), relation(ref.name()), ref.member());
      case DOMAIN -> new ObjectRef(ref.kind(), map(ref.kind(), ref.name()), ref.member());
      case ROUTINE ->
          ref.member().isNone()
              ? new ObjectRef(ref.kind(), routine(ref.name()), ref.member())
              : names.apply(ref);
      default -> names.apply(ref);
    };
  }

  // A mention without types follows whichever of the namesakes is renamed.
  ObjectName routine(ObjectName name) {
    return names.apply(ObjectRef.to(ObjectKind.ROUTINE, name)).name();
  }

  /** What has rows, whatever its kind. */
  ObjectName relation(ObjectName name) {
    return References.ROW_SOURCES.stream()
        .map(kind -> map(kind, name))
        .filter(mapped -> !mapped.equals(name))
        .findFirst()
        .orElse(name);
  }

  Query query(Query query) {
    return Queries.map(followed(query), this::expression, this::relation);
  }

  private Query followed(Query query) {
    Set<ObjectName> mentioned = new HashSet<>();
    Queries.relations(query, one -> mentioned.add(one.name()));
    Query followed = query;
    for (ObjectName name : mentioned) {
      ObjectName current = relation(name);
      if (!current.equals(name)) {
        followed = SourceNames.follow(followed, name, current).orElse(followed);
      }
    }
    return followed;
  }

  // The columns go on under the old name where the new one means something else.
  private FromItem.Relation relation(FromItem.Relation relation) {
    ObjectName renamed = relation(relation.name());
    return renamed.equals(relation.name())
        ? relation
        : new FromItem.Relation(
            renamed,
            relation.only(),
            Optional.of(
                relation
                    .alias()
                    .orElseGet(() -> new FromItem.Alias(relation.name().name(), List.of()))),
            relation.sample());
  }

  Optional<String> collation(Optional<String> collation) {
    return collation.map(
        text ->
            Collations.made(text)
                .map(made -> Collations.text(names.apply(made).name()))
                .orElse(text));
  }

  /** An index, for which operator classes and collations are told by their names. */
  Index index(Index index) {
    return index.withParts(parts(index.parts(), index.method()));
  }

  /** The key of a partitioned table: hashed, or ordered as by a B-tree. */
  PartitionKey key(PartitionKey key) {
    String method = key.strategy() == PartitionKey.Strategy.HASH ? "hash" : Index.BTREE;
    return new PartitionKey(key.strategy(), parts(key.parts(), method));
  }

  List<IndexPart> parts(List<IndexPart> parts, String method) {
    return parts.stream().map(part -> part(part, method)).toList();
  }

  private IndexPart part(IndexPart part, String method) {
    return part.collation().isEmpty() && part.operatorClass().isEmpty()
        ? part
        : new IndexPart(
            part.key(),
            part.descending(),
            part.ascending(),
            part.nullsFirst(),
            part.prefixLength(),
            part.operatorClass().map(one -> operatorClass(one, method)),
            collation(part.collation()));
  }

  // What stands in brackets behind it are its parameters.
  private String operatorClass(String written, String method) {
    int end = written.indexOf(" (") < 0 ? written.length() : written.indexOf(" (");
    List<Identifier> path = Signatures.path(written.substring(0, end));
    if (path.size() != 2) {
      return written;
    }
    ObjectName name = new ObjectName(path.getFirst(), path.getLast());
    ObjectName now =
        names
            .apply(
                new ObjectRef(
                    ObjectKind.OPERATOR_CLASS, name, Signatures.of(Identifier.of(method))))
            .name();
    return now.equals(name) ? written : Signatures.text(now) + written.substring(end);
  }

  SqlExpr expression(SqlExpr expression) {
    return parts(Expressions.mapOperator(expression, this::operator));
  }

  // One that no statement made has no schema.
  private String operator(String written) {
    int dot = written.indexOf('.');
    if (dot <= 0) {
      return written;
    }
    ObjectName name =
        map(
            ObjectKind.OPERATOR,
            new ObjectName(
                Identifier.of(written.substring(0, dot)),
                Identifier.of(written.substring(dot + 1))));
    return name.schema().text() + "." + name.name().text();
  }

  private SqlExpr parts(SqlExpr expression) {
    return switch (expression) {
      case SqlExpr.RegClass constant ->
          new SqlExpr.RegClass(map(ObjectKind.SEQUENCE, relation(constant.relation())));
      case SqlExpr.Cast cast -> new SqlExpr.Cast(expression(cast.operand()), type(cast.type()));
      case SqlExpr.Binary binary
          when binary.operator().equals("collate")
              && binary.right() instanceof SqlExpr.StringLiteral literal ->
          new SqlExpr.Binary(
              binary.operator(),
              expression(binary.left()),
              new SqlExpr.StringLiteral(
                  literal.prefix(), collation(Optional.of(literal.value())).orElseThrow()));
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), query(subquery.query()));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              expression(quantified.left()),
              quantified.operator(),
              quantified.quantifier(),
              query(quantified.query()));
      case SqlExpr.FunctionCall call ->
          Expressions.mapChildren(
              new SqlExpr.FunctionCall(
                  routine(call.name()), call.arguments(), call.parenthesized()),
              this::expression);
      default -> Expressions.mapChildren(expression, this::expression);
    };
  }

  SqlType type(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin;
      case SqlType.InlineEnum inline -> inline;
      case SqlType.UserDefined user ->
          new SqlType.UserDefined(
              References.TYPES.stream()
                  .map(kind -> map(kind, user.name()))
                  .filter(mapped -> !mapped.equals(user.name()))
                  .findFirst()
                  .orElse(user.name()),
              user.modifiers());
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(type(array.element()));
    };
  }

  ObjectName map(ObjectKind kind, ObjectName name) {
    return names.apply(ObjectRef.to(kind, name)).name();
  }
}
