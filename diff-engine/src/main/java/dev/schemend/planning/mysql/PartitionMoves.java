package dev.schemend.planning.mysql;

import dev.schemend.ddl.PartitionAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.name.Identifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The way from some partitions to others of the same scheme that moves the fewest rows and loses
 * none that has a place: partitions that stay are left alone, between them others come, go or are
 * cut anew (MySQL manual, 15.1.9.1 and 26.3).
 */
final class PartitionMoves {

  /** Partitions between two that stay: what was there and what is to be. */
  private record Gap(List<Partition> gone, List<Partition> come, Optional<Partition> next) {
    boolean isEmpty() {
      return gone.isEmpty() && come.isEmpty();
    }
  }

  private final MySqlPartitioning from;
  private final MySqlPartitioning to;

  PartitionMoves(MySqlPartitioning from, MySqlPartitioning to) {
    this.from = from;
    this.to = to;
  }

  /** The actions, in order; empty where only partitioning everything anew helps. */
  Optional<List<PartitionAction>> find() {
    // Each partition has as many parts as every other (ER_PARTITION_WRONG_NO_SUBPART).
    if (!from.scheme().equals(to.scheme())
        || !from.subscheme().equals(to.subscheme())
        || parts(from) != parts(to)) {
      return Optional.empty();
    }
    return switch (from.scheme().method()) {
      case HASH, KEY -> hashed();
      case RANGE, RANGE_COLUMNS -> all(PartitionMoves::ranges).map(this::briefly);
      case LIST, LIST_COLUMNS ->
          keepsValuesInPlace() ? all(PartitionMoves::lists).map(this::briefly) : none();
      case SYSTEM_TIME -> none();
    };
  }

  private static int parts(MySqlPartitioning partitioning) {
    return partitioning.partitions().getFirst().parts().size();
  }

  private static Optional<List<PartitionAction>> none() {
    return Optional.empty();
  }

  private Optional<List<PartitionAction>> hashed() {
    List<Partition> before = from.partitions();
    List<Partition> after = to.partitions();
    if (after.size() < before.size() && before.subList(0, after.size()).equals(after)) {
      return Optional.of(List.of(new PartitionAction.Coalesce(before.size() - after.size())));
    }
    if (after.size() > before.size() && after.subList(0, before.size()).equals(before)) {
      List<Partition> added = rest(after, before.size());
      return Optional.of(
          List.of(
              isNamedByServer(added, before.size())
                  ? new PartitionAction.AddHashed(added.size())
                  : new PartitionAction.AddPartitions(added, false)));
    }
    return none();
  }

  private static boolean isNamedByServer(List<Partition> added, int first) {
    return IntStream.range(0, added.size())
        .allMatch(
            i ->
                added.get(i).comment().isEmpty()
                    && added.get(i).name().key().equals("p" + (first + i)));
  }

  private static List<Partition> rest(List<Partition> partitions, int start) {
    return partitions.subList(start, partitions.size());
  }

  private interface Filler {
    Optional<PartitionAction> fill(Gap gap);
  }

  private Optional<List<PartitionAction>> all(Filler filler) {
    List<PartitionAction> actions = new ArrayList<>();
    for (Gap gap : gaps()) {
      Optional<PartitionAction> action = filler.fill(gap);
      if (action.isEmpty()) {
        return none();
      }
      actions.add(action.get());
    }
    return Optional.of(actions);
  }

  /** Without parts that the server makes by itself, so that it goes on telling their number. */
  private List<PartitionAction> briefly(List<PartitionAction> actions) {
    if (!to.partitions().stream().allMatch(Partition::isDividedByNumber)) {
      return actions;
    }
    return actions.stream()
        .map(
            action ->
                switch (action) {
                  case PartitionAction.AddPartitions add ->
                      new PartitionAction.AddPartitions(whole(add.partitions()), add.ifNotExists());
                  case PartitionAction.Reorganize reorganize ->
                      new PartitionAction.Reorganize(reorganize.names(), whole(reorganize.into()));
                  case PartitionAction other -> other;
                })
        .toList();
  }

  private static List<Partition> whole(List<Partition> partitions) {
    return partitions.stream().map(one -> one.withParts(List.of())).toList();
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    List<Partition> before = from.partitions();
    List<Partition> come = new ArrayList<>();
    int at = 0;
    for (Partition partition : to.partitions()) {
      int stays = rest(before, at).indexOf(partition);
      if (stays < 0) {
        come.add(partition);
      } else {
        gaps.add(new Gap(before.subList(at, at + stays), come, Optional.of(partition)));
        at += stays + 1;
        come = new ArrayList<>();
      }
    }
    gaps.add(new Gap(rest(before, at), come, Optional.empty()));
    gaps.removeIf(Gap::isEmpty);
    return gaps;
  }

  // Rows of a range that goes belong to the next one: they move there.
  private static Optional<PartitionAction> ranges(Gap gap) {
    if (gap.next().isEmpty()) {
      if (gap.gone().isEmpty()) {
        return Optional.of(new PartitionAction.AddPartitions(gap.come(), false));
      }
      if (gap.come().isEmpty()) {
        return Optional.of(drop(gap.gone()));
      }
      return reaches(gap.come().getLast(), gap.gone().getLast())
          ? Optional.of(reorganize(gap.gone(), gap.come()))
          : Optional.empty();
    }
    boolean sameEnd =
        !gap.gone().isEmpty()
            && !gap.come().isEmpty()
            && gap.gone().getLast().values().equals(gap.come().getLast().values());
    return Optional.of(
        sameEnd ? reorganize(gap.gone(), gap.come()) : reorganizeWith(gap, gap.next().get()));
  }

  private static Optional<PartitionAction> lists(Gap gap) {
    if (gap.come().isEmpty()) {
      return Optional.of(drop(gap.gone()));
    }
    if (!gap.gone().isEmpty()) {
      return Optional.of(reorganize(gap.gone(), gap.come()));
    }
    return Optional.of(
        gap.next()
            .map(next -> reorganizeWith(gap, next))
            .orElseGet(() -> new PartitionAction.AddPartitions(gap.come(), false)));
  }

  private static PartitionAction reorganizeWith(Gap gap, Partition next) {
    List<Partition> gone = new ArrayList<>(gap.gone());
    gone.add(next);
    List<Partition> come = new ArrayList<>(gap.come());
    come.add(next);
    return reorganize(gone, come);
  }

  private static PartitionAction reorganize(List<Partition> gone, List<Partition> come) {
    return new PartitionAction.Reorganize(names(gone), come);
  }

  private static PartitionAction drop(List<Partition> gone) {
    return new PartitionAction.DropPartitions(names(gone), false);
  }

  private static List<Identifier> names(List<Partition> partitions) {
    return partitions.stream().map(Partition::name).toList();
  }

  // The last range may become longer, not shorter (ER_REORG_OUTSIDE_RANGE).
  private static boolean reaches(Partition last, Partition old) {
    return last.values().equals(old.values())
        || (last.values() instanceof Values.LessThan newer
            && old.values() instanceof Values.LessThan older
            && isNotLess(newer.bounds(), older.bounds()));
  }

  private static boolean isNotLess(List<Optional<SqlExpr>> newer, List<Optional<SqlExpr>> older) {
    if (newer.getFirst().isEmpty()) {
      return true;
    }
    return newer.size() == 1
        && older.size() == 1
        && older.getFirst().isPresent()
        && newer.getFirst().get() instanceof SqlExpr.NumberLiteral to
        && older.getFirst().get() instanceof SqlExpr.NumberLiteral from
        && isInteger(to)
        && isInteger(from)
        && new BigInteger(to.digits()).compareTo(new BigInteger(from.digits())) >= 0;
  }

  private static boolean isInteger(SqlExpr.NumberLiteral number) {
    return number.digits().matches("\\d+");
  }

  // A row whose value moves to a list far away would have no place in between.
  @SuppressWarnings("ReferenceEquality") // gaps may be alike: this one is meant
  private boolean keepsValuesInPlace() {
    List<Gap> gaps = gaps();
    for (int i = 0; i < gaps.size(); i++) {
      Set<List<SqlExpr>> elsewhere = new HashSet<>();
      for (int j = 0; j < gaps.size(); j++) {
        if (j != i) {
          elsewhere.addAll(values(gaps.get(j).come()));
        }
      }
      if (values(gaps.get(i).gone()).stream().anyMatch(elsewhere::contains)) {
        return false;
      }
    }
    return true;
  }

  private static Set<List<SqlExpr>> values(List<Partition> partitions) {
    Set<List<SqlExpr>> values = new HashSet<>();
    for (Partition partition : partitions) {
      if (partition.values() instanceof Values.In in) {
        values.addAll(in.rows());
      }
    }
    return values;
  }
}
