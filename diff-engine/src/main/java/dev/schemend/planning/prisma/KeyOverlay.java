package dev.schemend.planning.prisma;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys and indexes as Prisma would have them. A unique constraint and a unique index are one thing
 * to it; names count only where the rest is equal.
 */
final class KeyOverlay {

  private final PrismaDialect dialect;
  private final PrismaPair pair;

  KeyOverlay(PrismaDialect dialect, PrismaPair pair) {
    this.dialect = dialect;
    this.pair = pair;
  }

  /** Whether Prisma passes an index over. */
  boolean isBeyondPrisma(Index index) {
    return index.kind() == Index.Kind.SPATIAL
        || isPassedOver(index)
        || index.parts().stream().anyMatch(part -> part.columnName().isEmpty());
  }

  private boolean isPassedOver(Index index) {
    return index.predicate().isPresent()
        && pair.options().partialIndexes() != PartialIndexes.COMPARED;
  }

  /**
   * Whether Prisma sees an index that it cannot say as if it had no condition. It takes the place
   * of one that a schema declares, but is not dropped where none does.
   */
  private boolean isSeenWhole(Index index) {
    return isPassedOver(index)
        && pair.options().partialIndexes() == PartialIndexes.SEEN_WHOLE
        && !isBeyondPrisma(index.withPredicate(Optional.empty()));
  }

  /** What Prisma can say of the constraints of a new table. */
  List<Constraint> expressibleConstraints(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case Constraint.PrimaryKey key -> constraints.add(key);
        case Constraint.ForeignKey key -> constraints.add(key);
        case Constraint.Unique key -> {}
        case Constraint.Check check -> {}
        case Constraint.Exclusion exclusion -> {}
      }
    }
    return constraints;
  }

  /** What Prisma can say of the indexes of a new table. */
  List<Index> expressibleIndexes(Table table) {
    List<Index> indexes = new ArrayList<>();
    table.indexes().stream().filter(index -> !isBeyondPrisma(index)).forEach(indexes::add);
    uniques(table).forEach(key -> indexes.add(asIndex(key)));
    return indexes;
  }

  private static List<Constraint.Unique> uniques(Table table) {
    return table.constraints().stream()
        .filter(Constraint.Unique.class::isInstance)
        .map(Constraint.Unique.class::cast)
        .toList();
  }

  private static Index asIndex(Constraint.Unique key) {
    return Index.of(key.name(), Index.Kind.UNIQUE, key.parts());
  }

  /** The primary key, the unique constraints and the foreign keys of a table that stays. */
  List<Constraint> constraints(Table from, Table to) {
    List<Constraint> constraints = new ArrayList<>();
    primaryKey(from, to).ifPresent(constraints::add);
    Matching matching = new Matching(from, to);
    for (Constraint.Unique key : uniques(from)) {
      matching.newName(key.name()).ifPresent(name -> constraints.add(key.withName(name)));
    }
    constraints.addAll(foreignKeys(from, to));
    return constraints;
  }

  private Optional<Constraint.PrimaryKey> primaryKey(Table from, Table to) {
    Optional<Constraint.PrimaryKey> older = from.primaryKey();
    Optional<Constraint.PrimaryKey> newer = to.primaryKey();
    if (older.isEmpty() || newer.isEmpty()) {
      return newer;
    }
    boolean same = sameParts(older.get().parts(), newer.get().parts());
    if (!same) {
      return newer;
    }
    return dialect.namesPrimaryKeys()
        ? Optional.of(older.get().withName(newer.get().name()))
        : older;
  }

  private boolean sameParts(List<IndexPart> from, List<IndexPart> to) {
    if (from.size() != to.size()) {
      return false;
    }
    for (int i = 0; i < from.size(); i++) {
      boolean same =
          from.get(i).key().equals(to.get(i).key())
              && (!dialect.comparesKeyParts()
                  || (from.get(i).descending() == to.get(i).descending()
                      && from.get(i).prefixLength().equals(to.get(i).prefixLength())));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private List<Constraint> foreignKeys(Table from, Table to) {
    List<Constraint> keys = new ArrayList<>();
    Set<Identifier> taken = new HashSet<>();
    boolean relationTable = isRelationTable(from);
    for (Constraint.ForeignKey older : from.foreignKeys().toList()) {
      Optional<Constraint.ForeignKey> match =
          to.foreignKeys()
              .filter(newer -> !taken.contains(newer.name()) && sameKey(older, newer))
              .findFirst();
      if (match.isPresent()) {
        taken.add(match.get().name());
        keys.add(relationTable ? older : older.withName(match.get().name()));
      }
    }
    to.foreignKeys().filter(key -> !taken.contains(key.name())).forEach(keys::add);
    return keys;
  }

  /** The names of the keys of such a table are Prisma's own business (engine, table.rs). */
  private static boolean isRelationTable(Table table) {
    return table.columns().stream()
        .map(Column::name)
        .map(Identifier::text)
        .toList()
        .equals(List.of("A", "B"));
  }

  private static boolean sameKey(Constraint.ForeignKey one, Constraint.ForeignKey other) {
    return one.sourceColumns().equals(other.sourceColumns())
        && one.target().equals(other.target())
        && one.targetColumns().equals(other.targetColumns())
        && one.onDelete() == other.onDelete()
        && one.onUpdate() == other.onUpdate();
  }

  /** The indexes of a table that stays. */
  List<Index> indexes(Table from, Table to) {
    Matching matching = new Matching(from, to);
    List<Index> indexes = new ArrayList<>();
    Set<Identifier> columns = to.columns().stream().map(Column::name).collect(Collectors.toSet());
    for (Index index : from.indexes()) {
      if (isBeyondPrisma(index)) {
        if (columns.containsAll(ColumnUses.in(index))) {
          indexes.add(matching.newName(index.name()).map(index::withName).orElse(index));
        }
      } else {
        matching.newName(index.name()).ifPresent(name -> indexes.add(index.withName(name)));
      }
    }
    indexes.addAll(matching.added());
    if (dialect.indexesForeignKeys()) {
      indexes.addAll(serving(from, to, indexes));
      // The server makes one for a new key that nothing serves.
      for (Index index : to.indexes()) {
        boolean served =
            indexes.stream()
                .anyMatch(one -> leads(one.columns().toList(), index.columns().toList()));
        if (index.mysql().generated() && !served) {
          indexes.add(index);
        }
      }
    }
    return indexes;
  }

  /**
   * Indexes that a foreign key stands on and nothing else serves: the server would not let go. One
   * that also keeps values apart is not wanted for that any more. Older engines let none go that a
   * key may have brought, whatever else serves it.
   */
  private List<Index> serving(Table from, Table to, List<Index> kept) {
    List<Index> serving = new ArrayList<>();
    List<Constraint> keys = foreignKeys(from, to);
    Set<Identifier> columns = to.columns().stream().map(Column::name).collect(Collectors.toSet());
    for (Index index : from.indexes()) {
      boolean stays =
          kept.stream().noneMatch(one -> one.name().equals(index.name()))
              && isForKey(from, index)
              && columns.containsAll(ColumnUses.in(index));
      if (stays) {
        serving.add(index);
        continue;
      }
      boolean gone =
          !index.unique() && kept.stream().noneMatch(one -> one.name().equals(index.name()));
      for (Constraint constraint : keys) {
        List<Identifier> held = constraint.columns().toList();
        boolean needed =
            gone
                && leads(index.columns().toList(), held)
                && kept.stream().noneMatch(one -> leads(one.columns().toList(), held))
                && to.primaryKey().filter(key -> leads(key.columns().toList(), held)).isEmpty();
        if (needed && !serving.contains(index)) {
          serving.add(index);
        }
      }
    }
    return serving;
  }

  private boolean isForKey(Table table, Index index) {
    boolean keeps =
        switch (pair.options().keyIndexes()) {
          case STAY -> true;
          case STAY_UNLESS_UNIQUE -> index.kind() == Index.Kind.PLAIN;
          case GO -> false;
        };
    return keeps
        && table
            .foreignKeys()
            .anyMatch(key -> key.columns().toList().equals(index.columns().toList()));
  }

  private static boolean leads(List<Identifier> index, List<Identifier> key) {
    return index.size() >= key.size() && index.subList(0, key.size()).equals(key);
  }

  /**
   * Which index of the older table is which of the newer one. What has its like on the other side
   * stays, however many there are of it on either; a name is changed only where it is one to one.
   */
  private final class Matching {
    private final List<Index> older;
    private final List<Index> newer;
    private final Map<Identifier, Identifier> names = new HashMap<>();

    Matching(Table from, Table to) {
      newer = expressibleIndexes(to).stream().filter(index -> !index.mysql().generated()).toList();
      older =
          Stream.concat(
                  expressibleIndexes(from).stream(),
                  from.indexes().stream().filter(index -> isTaken(index)))
              .toList();
      // Same names first, so that a rename is seen only where there is one.
      for (boolean sameName : List.of(true, false)) {
        for (Index index : older) {
          newer.stream()
              .filter(one -> !names.containsKey(index.name()) && !names.containsValue(one.name()))
              .filter(one -> one.name().equals(index.name()) || !sameName)
              .filter(one -> sameName || !isAmbiguous(index))
              .filter(one -> same(index, one))
              .findFirst()
              .ifPresent(one -> names.put(index.name(), one.name()));
        }
      }
      for (Index index : older) {
        if (newer.stream().anyMatch(one -> same(index, one))) {
          names.putIfAbsent(index.name(), index.name());
        }
      }
    }

    // An older Prisma would make the one that is declared, which the server refuses for its name.
    private boolean isTaken(Index index) {
      return isSeenWhole(index)
          || (isPassedOver(index)
              && newer.stream().anyMatch(one -> one.name().equals(index.name())));
    }

    private boolean isAmbiguous(Index index) {
      return older.stream().filter(one -> same(index, one)).count() > 1;
    }

    private boolean same(Index one, Index other) {
      return one.kind() == other.kind()
          && one.method().equals(other.method())
          && (isPassedOver(one) || isPassedOver(other) || one.predicate().equals(other.predicate()))
          && compared(one).equals(compared(other));
    }

    Optional<Identifier> newName(Identifier older) {
      return Optional.ofNullable(names.get(older));
    }

    List<Index> added() {
      return newer.stream()
          .filter(index -> older.stream().noneMatch(one -> same(one, index)))
          .toList();
    }
  }

  /** The parts without what Prisma does not compare; a schema says no class of a B-tree. */
  private static List<IndexPart> compared(Index index) {
    boolean classes = !index.method().equals(Index.BTREE);
    return index.parts().stream()
        .map(
            part ->
                new IndexPart(
                    part.key(),
                    part.descending(),
                    Optional.empty(),
                    part.prefixLength(),
                    part.operatorClass().filter(name -> classes),
                    Optional.empty()))
        .toList();
  }
}
