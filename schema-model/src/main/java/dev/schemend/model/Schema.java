package dev.schemend.model;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A whole database schema at one moment, immutable; versions share what they have in common.
 *
 * <p>Three look-ups are derived and kept with the objects, so that neither finding an index or a
 * constraint by its name nor asking who refers to an object walks the schema.
 */
public final class Schema {

  private static final Schema EMPTY =
      new Schema(
          PersistentSortedMap.empty(),
          PersistentSortedMap.empty(),
          PersistentSortedMap.empty(),
          PersistentSortedMap.empty());

  private final PersistentSortedMap<ObjectRef, SchemaObject> objects;
  private final PersistentSortedMap<ObjectRef, PersistentSortedMap<ObjectRef, ObjectRef>>
      dependants;
  private final PersistentSortedMap<ObjectName, ObjectRef> indexes;
  private final PersistentSortedMap<ObjectName, Integer> constraintNames;

  private Schema(
      PersistentSortedMap<ObjectRef, SchemaObject> objects,
      PersistentSortedMap<ObjectRef, PersistentSortedMap<ObjectRef, ObjectRef>> dependants,
      PersistentSortedMap<ObjectName, ObjectRef> indexes,
      PersistentSortedMap<ObjectName, Integer> constraintNames) {
    this.objects = objects;
    this.dependants = dependants;
    this.indexes = indexes;
    this.constraintNames = constraintNames;
  }

  /** The schema without objects. */
  public static Schema empty() {
    return EMPTY;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return objects.isEmpty();
  }

  /** All objects in the order of their references: kind, schema, name. */
  public PersistentSortedMap<ObjectRef, SchemaObject> objects() {
    return objects;
  }

  /** The object of that kind and name. */
  public Optional<SchemaObject> get(ObjectRef ref) {
    return objects.get(ref);
  }

  /** Whether there is an object of that kind and name. */
  public boolean has(ObjectRef ref) {
    return objects.containsKey(ref);
  }

  /** The table of that name, unless it is carried as an opaque object. */
  public Optional<Table> table(ObjectName name) {
    return get(ObjectRef.table(name)).filter(Table.class::isInstance).map(Table.class::cast);
  }

  /** The sequence of that name, unless it is carried as an opaque object. */
  public Optional<Sequence> sequence(ObjectName name) {
    return get(ObjectRef.to(ObjectKind.SEQUENCE, name))
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast);
  }

  /** The view of that name, unless it is carried as an opaque object. */
  public Optional<View> view(ObjectName name) {
    return get(ObjectRef.to(ObjectKind.VIEW, name))
        .filter(View.class::isInstance)
        .map(View.class::cast);
  }

  /** The materialised view of that name, unless it is carried as an opaque object. */
  public Optional<MaterializedView> materializedView(ObjectName name) {
    return get(ObjectRef.to(ObjectKind.MATERIALIZED_VIEW, name))
        .filter(MaterializedView.class::isInstance)
        .map(MaterializedView.class::cast);
  }

  /** The routines of that name, in the order of their signatures. */
  public Stream<Routine> routines(ObjectName name) {
    return objects
        .valuesFrom(ObjectRef.to(ObjectKind.ROUTINE, name))
        .takeWhile(
            object -> object.ref().kind() == ObjectKind.ROUTINE && object.ref().name().equals(name))
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast);
  }

  /** Whether a call can mean that name: routines and aggregates share theirs. */
  public boolean isCallable(ObjectName name) {
    return Stream.of(ObjectKind.ROUTINE, ObjectKind.AGGREGATE)
        .anyMatch(
            kind ->
                objects
                    .valuesFrom(ObjectRef.to(kind, name))
                    .limit(1)
                    .anyMatch(
                        object -> object.ref().kind() == kind && object.ref().name().equals(name)));
  }

  /** The objects of one kind in the order of their names; no others are looked at. */
  public Stream<SchemaObject> ofKind(ObjectKind kind) {
    return objects
        .valuesFrom(ObjectRef.to(kind, ObjectName.unqualified(Identifier.NONE)))
        .takeWhile(object -> object.ref().kind() == kind);
  }

  /** The enumerated type of that name. */
  public Optional<EnumType> enumType(ObjectName name) {
    return get(ObjectRef.to(ObjectKind.ENUM_TYPE, name)).map(EnumType.class::cast);
  }

  /** The tables in the order of their names. */
  public Stream<Table> tables() {
    return ofKind(ObjectKind.TABLE).filter(Table.class::isInstance).map(Table.class::cast);
  }

  /** The objects that refer to {@code ref}, itself excluded, in order. */
  public Stream<ObjectRef> dependants(ObjectRef ref) {
    return dependants.get(ref).map(PersistentSortedMap::keys).orElseGet(Stream::empty);
  }

  /**
   * The index or index-backed constraint of that name, as a reference to its table and member.
   *
   * <p>Meaningful where indexes share the name space of relations (PostgreSQL); on MySQL, where
   * each table has its own, it names one of them.
   */
  public Optional<ObjectRef> index(ObjectName name) {
    return indexes.get(name);
  }

  /** Whether any table of the name's schema has a constraint of that name. */
  public boolean isConstraintName(ObjectName name) {
    return constraintNames.containsKey(name);
  }

  /** This schema with {@code object} in the place of whatever had its kind and name. */
  @SuppressWarnings("ReferenceEquality") // a shortcut only: comparing two tables costs more
  public Schema with(SchemaObject object) {
    ObjectRef ref = object.ref();
    Optional<SchemaObject> old = objects.get(ref);
    if (old.isPresent() && old.get() == object) {
      return this;
    }
    return new Schema(
        objects.with(ref, object),
        rewire(ref, old, Optional.of(object)),
        reindex(old, Optional.of(object)),
        recount(old, Optional.of(object)));
  }

  /** This schema without the object of that kind and name. */
  public Schema without(ObjectRef ref) {
    Optional<SchemaObject> old = objects.get(ref);
    if (old.isEmpty()) {
      return this;
    }
    return new Schema(
        objects.without(ref),
        rewire(ref, old, Optional.empty()),
        reindex(old, Optional.empty()),
        recount(old, Optional.empty()));
  }

  private PersistentSortedMap<ObjectRef, PersistentSortedMap<ObjectRef, ObjectRef>> rewire(
      ObjectRef ref, Optional<SchemaObject> from, Optional<SchemaObject> to) {
    var edges = dependants;
    SortedSet<ObjectRef> before = from.map(References::of).orElseGet(TreeSet::new);
    SortedSet<ObjectRef> after = to.map(References::of).orElseGet(TreeSet::new);
    for (ObjectRef target : before) {
      if (!after.contains(target)) {
        var fewer = edges.get(target).orElse(PersistentSortedMap.empty()).without(ref);
        edges = fewer.isEmpty() ? edges.without(target) : edges.with(target, fewer);
      }
    }
    for (ObjectRef target : after) {
      if (!before.contains(target)) {
        edges =
            edges.with(
                target, edges.get(target).orElse(PersistentSortedMap.empty()).with(ref, ref));
      }
    }
    return edges;
  }

  private PersistentSortedMap<ObjectName, ObjectRef> reindex(
      Optional<SchemaObject> from, Optional<SchemaObject> to) {
    var names = indexes;
    for (ObjectRef index : from.map(Schema::indexes).orElse(List.of())) {
      names = names.without(index.name().sibling(index.member()));
    }
    for (ObjectRef index : to.map(Schema::indexes).orElse(List.of())) {
      names = names.with(index.name().sibling(index.member()), index);
    }
    return names;
  }

  private PersistentSortedMap<ObjectName, Integer> recount(
      Optional<SchemaObject> from, Optional<SchemaObject> to) {
    var counts = constraintNames;
    if (from.isPresent() && from.get() instanceof Table table) {
      for (ObjectName name : constraintNames(table)) {
        int fewer = counts.get(name).orElse(1) - 1;
        counts = fewer == 0 ? counts.without(name) : counts.with(name, fewer);
      }
    }
    if (to.isPresent() && to.get() instanceof Table table) {
      for (ObjectName name : constraintNames(table)) {
        counts = counts.with(name, counts.get(name).orElse(0) + 1);
      }
    }
    return counts;
  }

  private static List<ObjectName> constraintNames(Table table) {
    return Stream.concat(
            table.constraints().stream().map(Constraint::name),
            table.columns().stream()
                .flatMap(column -> column.postgres().notNull().stream())
                .map(NotNull::name))
        .map(name -> table.name().sibling(name))
        .toList();
  }

  private static List<ObjectRef> indexes(SchemaObject object) {
    if (object instanceof MaterializedView view) {
      return view.indexes().stream()
          .map(index -> ObjectRef.index(view.name(), index.name()))
          .toList();
    }
    return object instanceof Table table
        ? indexNames(table).map(name -> ObjectRef.index(table.name(), name)).toList()
        : List.of();
  }

  private static Stream<Identifier> indexNames(Table table) {
    Stream<Identifier> backing =
        table.constraints().stream()
            .filter(
                constraint ->
                    switch (constraint) {
                      case Constraint.PrimaryKey key -> true;
                      case Constraint.Unique key -> true;
                      case Constraint.Exclusion exclusion -> true;
                      case Constraint.ForeignKey key -> false;
                      case Constraint.Check check -> false;
                    })
            .map(Constraint::name);
    return Stream.concat(table.indexes().stream().map(Index::name), backing);
  }

  /** A digest of the content; see {@link Fingerprint}. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema that && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }

  @Override
  public String toString() {
    return "Schema of " + objects.size() + " objects";
  }
}
