package dev.schemend.diff;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.References;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.type.TypeSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two versions of a table: columns, their order, constraints, indexes and
 * options, each compared by itself.
 *
 * <p>Added and dropped members come in the order of their names, altered columns in the older
 * table's order, since only there the order is part of the table.
 */
final class TableDiffer {

  private final Comparison comparison;
  private final TypeSystem types;
  private final Function<SqlExpr, String> text;

  TableDiffer(Comparison comparison, TypeSystem types, Function<SqlExpr, String> text) {
    this.comparison = comparison;
    this.types = types;
    this.text = text;
  }

  /** Adds at most one {@link Change.TableAltered}, and an unproven one for each open question. */
  void compare(Table from, Table to, List<Change> changes) {
    if (from.equals(to) && spellings(from).equals(spellings(to))) {
      return;
    }
    List<TableDifference> differences = new ArrayList<>();
    List<Change> unproven = new ArrayList<>();
    columns(from, to, differences, unproven);
    order(from, to, differences);
    // On MySQL a foreign key and a check of one table may have the same name.
    constraints(from, to, Constraint.ForeignKey.class::isInstance, differences, unproven);
    constraints(from, to, one -> !(one instanceof Constraint.ForeignKey), differences, unproven);
    indexes(from, to, differences, unproven);
    switch (comparison.options(from.options(), to.options())) {
      case EQUAL -> {}
      case DIFFERENT ->
          differences.add(new TableDifference.OptionsChanged(from.options(), to.options()));
      case UNPROVEN ->
          unproven.add(
              new Change.Unproven(
                  from.ref(),
                  text(PartitionBounds.values(from.options())),
                  text(PartitionBounds.values(to.options()))));
    }
    if (!differences.isEmpty()) {
      changes.add(new Change.TableAltered(from, to, differences));
    }
    changes.addAll(unproven);
  }

  private void columns(
      Table from, Table to, List<TableDifference> differences, List<Change> unproven) {
    Map<Identifier, Column> older = byName(from.columns(), Column::name);
    Map<Identifier, Column> newer = byName(to.columns(), Column::name);
    older.values().stream()
        .filter(column -> !newer.containsKey(column.name()))
        .map(TableDifference.ColumnDropped::new)
        .forEach(differences::add);
    newer.values().stream()
        .filter(column -> !older.containsKey(column.name()))
        .map(TableDifference.ColumnAdded::new)
        .forEach(differences::add);
    for (Column column : from.columns()) {
      Column other = newer.get(column.name());
      if (other != null && (!column.equals(other) || !isSpelledAlike(column, other))) {
        column(from, column, other, differences, unproven);
      }
    }
  }

  // Names are equal however they are written, and so are tables with such names. Only those of
  // columns are seen by programs: they head the results of queries.
  private static List<String> spellings(Table table) {
    return table.columns().stream().map(column -> column.name().text()).toList();
  }

  private static boolean isSpelledAlike(Column column, Column other) {
    return column.name().text().equals(other.name().text());
  }

  private void column(
      Table table,
      Column from,
      Column to,
      List<TableDifference> differences,
      List<Change> unproven) {
    Set<ColumnAspect> differing = EnumSet.noneOf(ColumnAspect.class);
    aspects(from, to)
        .forEach(
            (aspect, equivalence) -> {
              switch (equivalence) {
                case EQUAL -> {}
                case DIFFERENT -> differing.add(aspect);
                case UNPROVEN ->
                    unproven.add(
                        new Change.Unproven(
                            ObjectRef.column(table.name(), from.name()),
                            text(aspect, from),
                            text(aspect, to)));
              }
            });
    if (!differing.isEmpty()) {
      differences.add(new TableDifference.ColumnAltered(from, to, differing));
    }
  }

  private Map<ColumnAspect, Equivalence> aspects(Column from, Column to) {
    Map<ColumnAspect, Equivalence> found = new EnumMap<>(ColumnAspect.class);
    for (ColumnAspect aspect : ColumnAspect.values()) {
      found.put(
          aspect,
          switch (aspect) {
            case SPELLING -> Comparison.same(isSpelledAlike(from, to));
            case TYPE -> Comparison.same(from.type().equals(to.type()));
            case NULLABILITY -> Comparison.same(from.nullable() == to.nullable());
            case DEFAULT ->
                isPlainText(from) && isPlainText(to)
                    ? Comparison.same(from.defaultValue().equals(to.defaultValue()))
                    : comparison.expressions(from.defaultValue(), to.defaultValue());
            case GENERATION -> comparison.generations(from.generation(), to.generation());
            case COLLATION -> Comparison.same(from.collation().equals(to.collation()));
            case CHARACTER_SET ->
                Comparison.same(from.mysql().characterSet().equals(to.mysql().characterSet()));
            case ON_UPDATE ->
                comparison.expressions(from.mysql().onUpdate(), to.mysql().onUpdate());
            case VISIBILITY -> Comparison.same(from.mysql().invisible() == to.mysql().invisible());
            case CHECK -> comparison.expressions(from.mysql().check(), to.mysql().check());
            case SPATIAL_REFERENCE ->
                Comparison.same(
                    from.mysql().spatialReference().equals(to.mysql().spatialReference()));
            case COMMENT -> Comparison.same(from.comment().equals(to.comment()));
            case SETTINGS -> Comparison.same(isSetAlike(from, to));
          });
    }
    return found;
  }

  // Who defines a column is history that no statement rewrites, and so is a name that the server
  // gave to NOT NULL, and whether rows were looked at for one that only the parents have: that
  // says when the heir was made. Before 18, and where only one side knows NOT NULL, there is none
  // to compare.
  private static boolean isSetAlike(Column from, Column to) {
    Optional<NotNull> older = from.postgres().notNull();
    Optional<NotNull> newer = to.postgres().notNull();
    boolean known = older.isPresent() && newer.isPresent();
    return plain(from).equals(plain(to)) && (!known || isForbiddenAlike(older.get(), newer.get()));
  }

  private static PostgresColumnOptions plain(Column column) {
    return column.postgres().withLocal(true).withNotNull(Optional.empty());
  }

  private static boolean isForbiddenAlike(NotNull from, NotNull to) {
    NotNull looked = to.local() ? from : from.withValidated(to.validated());
    return looked.essence().equals(to.essence());
  }

  /** Whether its default is its value letter by letter: no text is a spelling of another. */
  private boolean isPlainText(Column column) {
    return types.isCharacter(column.type())
        && column.defaultValue().orElse(null) instanceof SqlExpr.StringLiteral literal
        && literal.prefix().isEmpty();
  }

  private String text(ColumnAspect aspect, Column column) {
    Optional<SqlExpr> expression =
        switch (aspect) {
          case ON_UPDATE -> column.mysql().onUpdate();
          case CHECK -> column.mysql().check();
          case GENERATION ->
              column
                  .generation()
                  .filter(Generation.Computed.class::isInstance)
                  .map(generation -> ((Generation.Computed) generation).expression());
          case SPELLING,
              TYPE,
              NULLABILITY,
              DEFAULT,
              COLLATION,
              CHARACTER_SET,
              VISIBILITY,
              SPATIAL_REFERENCE,
              COMMENT,
              SETTINGS ->
              column.defaultValue();
        };
    return expression.map(text).orElse("");
  }

  private static void order(Table from, Table to, List<TableDifference> differences) {
    List<Identifier> older = names(from);
    List<Identifier> newer = names(to);
    List<Identifier> commonBefore = retaining(older, Set.copyOf(newer));
    List<Identifier> commonAfter = retaining(newer, Set.copyOf(older));
    if (!commonBefore.equals(commonAfter)) {
      differences.add(new TableDifference.ColumnsReordered(commonBefore, commonAfter));
    }
  }

  private void constraints(
      Table from,
      Table to,
      Predicate<Constraint> which,
      List<TableDifference> differences,
      List<Change> unproven) {
    Map<Identifier, Constraint> older =
        byName(from.constraints().stream().filter(which).toList(), Constraint::name);
    Map<Identifier, Constraint> newer =
        byName(to.constraints().stream().filter(which).toList(), Constraint::name);
    Map<Identifier, Identifier> renamed =
        renamings(older, newer, constraint -> constraint.withName(Identifier.NONE));
    older.forEach(
        (name, constraint) -> {
          Constraint other = newer.get(name);
          if (renamed.containsKey(name)) {
            differences.add(
                new TableDifference.ConstraintRenamed(constraint, newer.get(renamed.get(name))));
          } else if (other == null) {
            differences.add(new TableDifference.ConstraintDropped(constraint));
          } else {
            switch (comparison.constraints(constraint, other)) {
              case EQUAL -> {}
              case DIFFERENT ->
                  differences.add(new TableDifference.ConstraintAltered(constraint, other));
              case UNPROVEN ->
                  unproven.add(
                      new Change.Unproven(
                          ObjectRef.constraint(from.name(), name),
                          text(References.constraintExpressions(constraint)),
                          text(References.constraintExpressions(other))));
            }
          }
        });
    newer.values().stream()
        .filter(added -> !older.containsKey(added.name()))
        .filter(added -> !renamed.containsValue(added.name()))
        .map(TableDifference.ConstraintAdded::new)
        .forEach(differences::add);
  }

  private void indexes(
      Table from, Table to, List<TableDifference> differences, List<Change> unproven) {
    Map<Identifier, Index> older = byName(from.indexes(), Index::name);
    Map<Identifier, Index> newer = byName(to.indexes(), Index::name);
    Map<Identifier, Identifier> renamed =
        renamings(
            older,
            newer,
            index -> index.withName(Identifier.NONE).withMySql(index.mysql().withGenerated(false)));
    older.forEach(
        (name, index) -> {
          Index other = newer.get(name);
          if (renamed.containsKey(name)) {
            differences.add(new TableDifference.IndexRenamed(index, newer.get(renamed.get(name))));
          } else if (other == null) {
            differences.add(new TableDifference.IndexDropped(index));
          } else {
            switch (comparison.indexes(index, other)) {
              case EQUAL -> {}
              case DIFFERENT -> differences.add(new TableDifference.IndexAltered(index, other));
              case UNPROVEN ->
                  unproven.add(
                      new Change.Unproven(
                          ObjectRef.index(from.name(), name),
                          text(expressions(index)),
                          text(expressions(other))));
            }
          }
        });
    newer.values().stream()
        .filter(added -> !older.containsKey(added.name()))
        .filter(added -> !renamed.containsValue(added.name()))
        .map(TableDifference.IndexAdded::new)
        .forEach(differences::add);
  }

  /**
   * Old names to new ones: members that only one side names, equal but for the name, where exactly
   * one on each side has that form. Two alike would make it a guess.
   */
  private static <T> Map<Identifier, Identifier> renamings(
      Map<Identifier, T> older, Map<Identifier, T> newer, Function<T, T> nameless) {
    Map<T, List<Identifier>> gone = byForm(older, newer, nameless);
    Map<T, List<Identifier>> come = byForm(newer, older, nameless);
    Map<Identifier, Identifier> renamed = new TreeMap<>();
    gone.forEach(
        (form, names) -> {
          List<Identifier> candidates = come.getOrDefault(form, List.of());
          if (names.size() == 1 && candidates.size() == 1) {
            renamed.put(names.getFirst(), candidates.getFirst());
          }
        });
    return renamed;
  }

  private static <T> Map<T, List<Identifier>> byForm(
      Map<Identifier, T> members, Map<Identifier, T> others, Function<T, T> nameless) {
    return members.entrySet().stream()
        .filter(member -> !others.containsKey(member.getKey()))
        .collect(
            Collectors.groupingBy(
                member -> nameless.apply(member.getValue()),
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  private static Stream<SqlExpr> expressions(Index index) {
    return Stream.concat(
        index.parts().stream()
            .map(IndexPart::key)
            .filter(IndexPart.ExpressionKey.class::isInstance)
            .map(key -> ((IndexPart.ExpressionKey) key).expression()),
        index.predicate().stream());
  }

  private String text(Stream<SqlExpr> expressions) {
    return expressions.map(text).collect(Collectors.joining(", "));
  }

  private static List<Identifier> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static List<Identifier> retaining(List<Identifier> names, Set<Identifier> kept) {
    return names.stream().filter(kept::contains).toList();
  }

  private static <T> Map<Identifier, T> byName(
      Collection<T> members, Function<T, Identifier> name) {
    Map<Identifier, T> map = new TreeMap<>();
    members.forEach(member -> map.put(name.apply(member), member));
    return map;
  }
}
