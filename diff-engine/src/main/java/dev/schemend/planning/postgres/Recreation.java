package dev.schemend.planning.postgres;

import dev.schemend.model.Column;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.References;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.Job;
import dev.schemend.planning.TableEdit;
import dev.schemend.type.SqlType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that must be dropped and made anew: those that no statement can change, those that
 * read a column which is dropped or gets another type, and whatever depends on either.
 */
final class Recreation {

  private static final Set<ObjectKind> TYPES =
      EnumSet.of(ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE);

  private final Schema from;
  private final BodyTies ties;
  private final SortedSet<ObjectRef> members = new TreeSet<>();
  private final SortedSet<ObjectRef> enums = new TreeSet<>();
  private final SortedSet<ObjectRef> gone = new TreeSet<>();
  private final Deque<ObjectRef> open = new ArrayDeque<>();

  private Recreation(Schema from) {
    this.from = from;
    this.ties = new BodyTies(from);
  }

  /**
   * What is made anew.
   *
   * @param inPlaceFirst whether what changes in place lets go of what it names no more, so that it
   *     stays where that goes
   */
  static Recreation of(Job job, boolean inPlaceFirst) {
    Recreation recreation = new Recreation(job.transition().from());
    Map<ObjectRef, SchemaObject> replaced = replaced(job);
    for (Change change : job.changes()) {
      if (change instanceof Change.ObjectAltered altered && !replaced.containsKey(altered.ref())) {
        recreation.add(altered.ref());
      } else if (change instanceof Change.EnumAltered altered && !EnumChanges.onlyAdds(altered)) {
        recreation.enums.add(altered.ref());
        recreation.open.push(altered.ref());
      } else if (change instanceof Change.Dropped dropped
          && (isRebuilt(dropped.object()) || dropped.object() instanceof Table)) {
        recreation.letGo(dropped.ref(), job, inPlaceFirst ? replaced : Map.of());
        recreation.forget(dropped.ref(), job.transition().to());
      }
    }
    for (TableEdit edit : job.edits().all()) {
      ObjectName table = edit.from().name();
      for (Identifier column : changed(edit)) {
        recreation.dependants(ObjectRef.column(table, column));
        recreation.rulesOver(table, column);
      }
      recreation.bodiesOver(edit, job.changes());
    }
    recreation.close();
    return recreation;
  }

  // The commands of a rule are known by their words.
  private void rulesOver(ObjectName table, Identifier column) {
    Set<String> spellings = Set.of(column.text(), '"' + column.text() + '"');
    from.dependants(ObjectRef.table(table))
        .filter(
            ref ->
                from.get(ref).orElse(null) instanceof RewriteRule rule
                    && rule.commands().stream().anyMatch(spellings::contains))
        .toList()
        .forEach(this::add);
  }

  // One that is replaced by a body which reads nothing that changes lets go of the column in time.
  private void bodiesOver(TableEdit edit, List<Change> changes) {
    ObjectName table = edit.from().name();
    Set<Identifier> changed = new TreeSet<>(changed(edit));
    Set<Identifier> moving = new TreeSet<>(changed);
    edit.addedColumns().stream().map(Column::name).forEach(moving::add);
    ties.routines()
        .filter(
            routine ->
                changed.stream()
                    .anyMatch(column -> ties.of(routine).contains(Names.read(table, column))))
        .filter(routine -> !letsGo(routine, moving, changes))
        .map(Routine::ref)
        .toList()
        .forEach(this::add);
  }

  private static boolean letsGo(Routine routine, Set<Identifier> columns, List<Change> changes) {
    return changes.stream()
        .anyMatch(
            change ->
                change instanceof Change.ObjectAltered altered
                    && altered.ref().equals(routine.ref())
                    && altered.to() instanceof Routine newer
                    && !RoutineChanges.statements(routine, newer).isEmpty()
                    && Collections.disjoint(BodyNames.of(newer), columns));
  }

  private void bodiesOver(ObjectRef relation) {
    if (References.ROW_SOURCES.contains(relation.kind())) {
      ties.routines()
          .filter(routine -> ties.of(routine).contains(relation))
          .map(Routine::ref)
          .toList()
          .forEach(this::add);
    }
  }

  private static Collection<Identifier> changed(TableEdit edit) {
    SortedSet<Identifier> columns = new TreeSet<>();
    edit.droppedColumns().stream().map(Column::name).forEach(columns::add);
    edit.alteredColumns().stream()
        .filter(altered -> !altered.from().type().equals(altered.to().type()))
        .map(TableDifference.ColumnAltered::from)
        .map(Column::name)
        .forEach(columns::add);
    return columns;
  }

  private void add(ObjectRef ref) {
    if (isRebuilt(from.get(ref).orElseThrow()) && members.add(ref)) {
      open.push(ref);
    }
  }

  /** The kinds that can let go of a part while they stay. */
  private static final Set<ObjectKind> LETTING_GO =
      EnumSet.of(ObjectKind.TEXT_SEARCH_CONFIGURATION, ObjectKind.OPERATOR_FAMILY);

  /** What goes takes along those that cannot let go of it. */
  private void letGo(ObjectRef ref, Job job, Map<ObjectRef, SchemaObject> replaced) {
    dependants(
        ref,
        user ->
            !(LETTING_GO.contains(user.kind()) && job.transition().to().has(user))
                && !(replaced.containsKey(user) && !names(replaced.get(user), ref)));
  }

  private static boolean names(SchemaObject object, ObjectRef other) {
    return References.of(object).stream().anyMatch(ref -> ref.name().equals(other.name()));
  }

  // They change in place before something goes that they name no more.
  private static Map<ObjectRef, SchemaObject> replaced(Job job) {
    Map<ObjectRef, SchemaObject> replaced = new HashMap<>();
    for (Change change : job.changes()) {
      if (change instanceof Change.ObjectAltered altered
          && InPlace.isPossible(altered.from(), altered.to(), job)) {
        replaced.put(altered.ref(), altered.to());
      }
    }
    return replaced;
  }

  // What calls a routine that goes does so by its name: it cannot mean a namesake where none stays.
  private void forget(ObjectRef ref, Schema to) {
    if (ref.kind() == ObjectKind.ROUTINE
        && from.routines(ref.name()).noneMatch(namesake -> to.has(namesake.ref()))) {
      gone.add(ref);
    }
  }

  private void dependants(ObjectRef ref) {
    dependants(ref, user -> true);
  }

  // A routine is meant by calls that name no types.
  private void dependants(ObjectRef ref, Predicate<ObjectRef> which) {
    boolean called = ref.kind() == ObjectKind.ROUTINE || ref.kind() == ObjectKind.AGGREGATE;
    // The checks of domains make way for routines by themselves, as those of tables do.
    Predicate<ObjectRef> whole = user -> !called || user.kind() != ObjectKind.DOMAIN;
    users(ref).filter(which.and(whole)).forEach(this::add);
    if (called && !ref.member().isNone()) {
      users(ObjectRef.to(ObjectKind.ROUTINE, ref.name()))
          .filter(which.and(whole))
          .forEach(this::add);
    }
  }

  // A publication stays, whatever happens to its tables: see PublicationChanges.
  private Stream<ObjectRef> users(ObjectRef ref) {
    return from.dependants(ref).filter(user -> user.kind() != ObjectKind.PUBLICATION);
  }

  private void close() {
    while (!open.isEmpty()) {
      ObjectRef next = open.pop();
      dependants(next);
      bodiesOver(next);
      if (isFoundation(next)) {
        // What reads columns that are cast, or made anew, cannot stay either.
        for (Table table : tables(next).toList()) {
          Stream.concat(
                  table.columns().stream().filter(column -> isOver(column.type())),
                  computed(table).stream())
              .forEach(column -> dependants(ObjectRef.column(table.name(), column.name())));
        }
      }
    }
  }

  private static boolean isRebuilt(SchemaObject object) {
    return object instanceof DefinedObject
        && !(object instanceof Extension)
        && !BaseTypes.isOne(object);
  }

  private boolean isFoundation(ObjectRef ref) {
    return ref.kind() == ObjectKind.ROUTINE || TYPES.contains(ref.kind()) || enums.contains(ref);
  }

  /** Routines that go while namesakes come, and that a call could mean until then. */
  SortedSet<ObjectRef> gone() {
    return gone;
  }

  boolean has(ObjectRef ref) {
    return members.contains(ref);
  }

  List<ObjectRef> members() {
    return List.copyOf(members);
  }

  /** The types and routines among them, which parts of tables can be written over. */
  SortedSet<ObjectRef> foundations() {
    SortedSet<ObjectRef> found = new TreeSet<>(enums);
    found.addAll(gone);
    members.stream().filter(this::isFoundation).forEach(found::add);
    return found;
  }

  /**
   * The types that are made anew together; none where that is a single enumerated type's affair.
   */
  SortedSet<ObjectRef> types() {
    SortedSet<ObjectRef> found =
        members.stream()
            .filter(ref -> TYPES.contains(ref.kind()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!found.isEmpty()) {
      enums.stream()
          .filter(type -> from.dependants(type).anyMatch(found::contains))
          .toList()
          .forEach(found::add);
    }
    return found;
  }

  /** The tables that use a type or call a routine. */
  Stream<Table> tables(ObjectRef foundation) {
    ObjectRef plain =
        foundation.kind() == ObjectKind.ROUTINE
            ? ObjectRef.to(foundation.kind(), foundation.name())
            : foundation;
    return from.dependants(plain).flatMap(ref -> table(ref).stream());
  }

  /** The domains that call a routine. */
  Stream<DomainType> domains(ObjectRef routine) {
    return from.dependants(ObjectRef.to(ObjectKind.ROUTINE, routine.name()))
        .flatMap(ref -> from.get(ref).stream())
        .filter(DomainType.class::isInstance)
        .map(DomainType.class::cast);
  }

  private Optional<Table> table(ObjectRef ref) {
    return ref.kind() == ObjectKind.TABLE ? from.table(ref.name()) : Optional.empty();
  }

  /** Whether it is a type that is made anew, or an array of such. */
  boolean isOver(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user ->
          enums.contains(ObjectRef.to(ObjectKind.ENUM_TYPE, user.name()))
              || TYPES.stream().anyMatch(kind -> members.contains(ObjectRef.to(kind, user.name())));
      case SqlType.ArrayOf array -> isOver(array.element());
    };
  }

  /** The generated columns that rest on a type or a routine which is made anew. */
  List<Column> computed(Table table) {
    Set<Identifier> columns =
        table.columns().stream()
            .filter(column -> isOver(column.type()))
            .map(Column::name)
            .collect(Collectors.toSet());
    return Detours.computed(table, columns, foundations());
  }
}
