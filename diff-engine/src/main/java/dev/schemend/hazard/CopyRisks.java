package dev.schemend.hazard;

import dev.schemend.ddl.DdlStatement.CopyRows;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.preflight.RowRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of rows that are copied into a table which takes the place of theirs: it has other
 * columns, types, keys and checks, all of which {@code ALTER TABLE} would have told of.
 */
public final class CopyRisks {

  private final RowRules rules;
  private final Schema after;
  private final Table source;
  private final Table target;
  private final List<Hazard> hazards = new ArrayList<>();

  private CopyRisks(RowRules rules, Schema after, Table source, Table target) {
    this.rules = rules;
    this.after = after;
    this.source = source;
    this.target = target;
  }

  /** The dangers, told of the table that the rows go to. */
  public static List<Hazard> of(RowRules rules, Deed deed, CopyRows copy) {
    Optional<Table> source = deed.table(copy.from());
    Optional<Table> target = deed.table(copy.to());
    if (source.isEmpty() || target.isEmpty()) {
      return List.of();
    }
    CopyRisks risks = new CopyRisks(rules, deed.after(), source.get(), target.get());
    risks.lost(copy, source.get(), target.get().ref(), Set.of());
    risks.heirs(deed.before(), source.get(), copy);
    copy.columns().forEach(risks::converted);
    risks.target.columns().forEach(column -> risks.required(copy, column));
    risks.target.constraints().forEach(risks::held);
    risks.target.indexes().stream().filter(Index::unique).forEach(risks::unique);
    return risks.hazards;
  }

  // ------------------------------------------------------------ columns

  private void lost(CopyRows copy, Table holder, ObjectRef told, Set<Identifier> known) {
    holder.columns().stream()
        .filter(column -> !copy.fills(column.name()) && !known.contains(column.name()))
        .filter(column -> !(column.generation().orElse(null) instanceof Generation.Computed))
        .map(column -> ObjectRef.column(told.name(), column.name()))
        .map(ref -> new Hazard(Hazard.Kind.DATA_LOSS, ref, "every value of the column is lost"))
        .forEach(hazards::add);
  }

  // What an heir has beside the columns of its parent, the parent does not show.
  private void heirs(Schema before, Table parent, CopyRows copy) {
    Set<Identifier> known = parent.columns().stream().map(Column::name).collect(Collectors.toSet());
    before
        .dependants(ObjectRef.to(ObjectKind.TABLE, parent.name()))
        .flatMap(ref -> before.table(ref.name()).stream())
        .distinct()
        .filter(heir -> heir.options().postgres().lineage().parents().contains(parent.name()))
        .forEach(
            heir -> {
              lost(copy, heir, heir.ref(), known);
              heirs(before, heir, copy);
            });
  }

  private void converted(CopyRows.Copied copied) {
    Column from = source.column(copied.column()).orElseThrow();
    Column to = target.column(copied.column()).orElseThrow();
    if (!from.type().equals(to.type())) {
      hazards.addAll(
          RowRisks.ofValues(
              rules, ObjectRef.column(target.name(), to.name()), from, to, copied.value(), after));
    }
  }

  private void required(CopyRows copy, Column column) {
    boolean missing =
        copy.fills(column.name())
            ? source.column(column.name()).orElseThrow().nullable()
            : column.defaultValue().isEmpty();
    if (missing && !column.nullable() && column.generation().isEmpty()) {
      fails(
          ObjectRef.column(target.name(), column.name()), "it fails if a row has no value for it");
    }
  }

  // ------------------------------------------------------------ keys and checks

  private void held(Constraint constraint) {
    boolean looks =
        switch (constraint) {
          case Constraint.PrimaryKey key -> !isUnique(key.columns());
          case Constraint.Unique key -> key.nullsNotDistinct() || !isUnique(key.columns());
          case Constraint.Check check -> check.validated() && check.enforced();
          case Constraint.Exclusion exclusion -> true;
          // Keys of that kind come when the rows are there, and have hazards of their own.
          case Constraint.ForeignKey key -> false;
        };
    if (looks && source.constraints().stream().noneMatch(old -> isSame(old, constraint))) {
      fails(ObjectRef.constraint(target.name(), constraint.name()), RowRisks.violated(constraint));
    }
  }

  private static boolean isSame(Constraint old, Constraint constraint) {
    return plain(old).equals(plain(constraint).withName(old.name()));
  }

  private static Constraint plain(Constraint constraint) {
    return constraint instanceof Constraint.Check check ? check.withLocal(true) : constraint;
  }

  private void unique(Index index) {
    boolean known =
        source.indexes().stream().anyMatch(old -> old.equals(index.withName(old.name())))
            || (index.columns().count() == index.parts().size() && isUnique(index.columns()));
    if (!known) {
      fails(
          ObjectRef.index(target.name(), index.name()),
          "it fails if ("
              + index.columns().map(Identifier::text).collect(Collectors.joining(", "))
              + ") holds duplicates");
    }
  }

  /** Whether the old table lets no two rows have the same values in some of the columns. */
  private boolean isUnique(Stream<Identifier> columns) {
    Set<Identifier> wider = columns.collect(Collectors.toSet());
    return source.constraints().stream()
        .filter(
            constraint ->
                switch (constraint) {
                  case Constraint.PrimaryKey key -> !key.withoutOverlaps();
                  case Constraint.Unique key -> !key.withoutOverlaps();
                  case Constraint.Check other -> false;
                  case Constraint.Exclusion other -> false;
                  case Constraint.ForeignKey other -> false;
                })
        .anyMatch(key -> wider.containsAll(key.columns().toList()));
  }

  private void fails(ObjectRef object, String reason) {
    hazards.add(new Hazard(Hazard.Kind.FAILS_ON_EXISTING_ROWS, object, reason));
  }
}
