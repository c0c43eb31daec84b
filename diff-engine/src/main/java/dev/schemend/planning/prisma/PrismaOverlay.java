package dev.schemend.planning.prisma;

import dev.schemend.model.AccessObject;
import dev.schemend.model.Column;
import dev.schemend.model.Comment;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Extension;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The schema that Prisma would lead to: everything that it can say as the newer side has it, and
 * everything else as it is on the older side. Views, triggers, routines, policies, checks,
 * expression indexes, comments and the like are thus neither dropped nor made.
 */
public final class PrismaOverlay {

  // Tables of PostGIS, which Prisma passes over (engine, postgres flavour).
  private static final Set<String> PASSED_OVER =
      Set.of(
          "spatial_ref_sys",
          "geometry_columns",
          "geography_columns",
          "raster_columns",
          "raster_overviews");

  private final PrismaDialect dialect;
  private final PrismaPair pair;
  private final Schema from;
  private final Schema to;
  private final TableOverlay tables;

  private PrismaOverlay(PrismaDialect dialect, PrismaPair pair, Schema from, Schema to) {
    this.dialect = dialect;
    this.pair = pair;
    this.from = from;
    this.to = to;
    this.tables = new TableOverlay(dialect, pair);
  }

  /** The schema that leads from {@code from} towards {@code to} as far as Prisma sees. */
  public static Schema of(PrismaDialect dialect, PrismaPair pair, Schema from, Schema to) {
    return new PrismaOverlay(dialect, pair, from, to).overlaid();
  }

  private Schema overlaid() {
    Schema result = from;
    Set<ObjectRef> gone = new HashSet<>();
    for (SchemaObject object : from.objects().values().toList()) {
      if (isDropped(object)) {
        gone.add(object.ref());
        result = result.without(object.ref());
      }
    }
    for (SchemaObject object : to.objects().values().toList()) {
      Optional<SchemaObject> old = from.get(object.ref());
      if (isCompared(object)) {
        Optional<SchemaObject> merged =
            old.isPresent() ? merged(old.get(), object) : created(object);
        if (merged.isPresent()) {
          result = result.with(merged.get());
        }
      }
    }
    return sequences(attached(result, gone));
  }

  private boolean isCompared(SchemaObject object) {
    return switch (object) {
      case Namespace namespace -> pair.compares(namespace.name());
      case DefinedObject defined -> defined instanceof Extension;
      case Comment comment -> false;
      case AccessObject rights -> false;
      case OpaqueObject opaque -> false;
      case Sequence sequence -> false;
      case Table table -> isCompared(table.ref());
      case EnumType type -> isCompared(type.ref());
    };
  }

  private boolean isCompared(ObjectRef ref) {
    return pair.compares(ref.name().schema())
        && !pair.options().external().contains(ref)
        && !PASSED_OVER.contains(ref.name().name().text().toLowerCase(Locale.ROOT));
  }

  private boolean isDropped(SchemaObject object) {
    return switch (object) {
      case Namespace namespace -> false;
      case OpaqueObject opaque -> false;
      case DefinedObject defined -> false;
      case Comment comment -> false;
      case AccessObject rights -> false;
      case Sequence sequence -> false;
      case Table table -> isCompared(table.ref()) && !to.has(table.ref());
      case EnumType type -> isCompared(type.ref()) && !to.has(type.ref());
    };
  }

  private Optional<SchemaObject> created(SchemaObject object) {
    return switch (object) {
      case Table table -> Optional.of(tables.created(table));
      case Namespace namespace -> Optional.of(namespace);
      case EnumType type -> Optional.of(type);
      case DefinedObject extension -> Optional.of(extension);
      case Comment comment -> Optional.empty();
      case AccessObject rights -> Optional.empty();
      case OpaqueObject opaque -> Optional.empty();
      case Sequence sequence -> Optional.empty();
    };
  }

  private Optional<SchemaObject> merged(SchemaObject older, SchemaObject newer) {
    if (older instanceof Table before && newer instanceof Table after) {
      return Optional.of(tables.merged(before, after));
    }
    if (older instanceof EnumType before && newer instanceof EnumType after) {
      // The order of labels is nothing that Prisma compares.
      return Set.copyOf(before.labels()).equals(Set.copyOf(after.labels()))
          ? Optional.empty()
          : Optional.of(labels(before, after));
    }
    return Optional.empty();
  }

  /** New labels go behind the old ones; where one goes, the type is made anew. */
  private static EnumType labels(EnumType before, EnumType after) {
    if (!after.labels().containsAll(before.labels())) {
      return after;
    }
    List<String> labels = new ArrayList<>(before.labels());
    after.labels().stream().filter(label -> !labels.contains(label)).forEach(labels::add);
    return new EnumType(before.name(), labels);
  }

  private static boolean isGone(ObjectRef on, Set<ObjectRef> gone) {
    return gone.contains(on) || gone.contains(ObjectRef.table(on.name()));
  }

  /** Without what goes with a dropped table: its triggers, policies, rules. */
  private static Schema attached(Schema schema, Set<ObjectRef> gone) {
    Schema result = schema;
    for (SchemaObject object : schema.objects().values().toList()) {
      boolean attached =
          (object instanceof OpaqueObject || object instanceof DefinedObject)
              && !object.ref().member().isNone()
              && gone.contains(ObjectRef.table(object.ref().name()));
      boolean told = object instanceof Comment comment && isGone(comment.on(), gone);
      if (attached || told) {
        result = result.without(object.ref());
      }
    }
    return result;
  }

  private Schema sequences(Schema merged) {
    Schema result = merged;
    for (SchemaObject object : merged.objects().values().toList()) {
      if (object instanceof Sequence sequence && goes(sequence, merged)) {
        result = result.without(sequence.ref());
      }
    }
    for (Table table : merged.tables().toList()) {
      Optional<Table> old = from.table(table.name());
      for (Column column : table.columns()) {
        boolean starts =
            dialect.isCounted(column)
                && old.flatMap(one -> one.column(column.name()))
                    .filter(dialect::isCounted)
                    .isEmpty();
        if (starts) {
          for (Sequence sequence : behind(table, old, column)) {
            result = result.with(sequence);
          }
        }
      }
    }
    return result;
  }

  /** A sequence goes with its column, and where its column is no longer counted. */
  private boolean goes(Sequence sequence, Schema merged) {
    if (sequence.ownedBy().isEmpty()) {
      return false;
    }
    ObjectRef owner = sequence.ownedBy().get();
    Optional<Column> column =
        merged.table(owner.name()).flatMap(table -> table.column(owner.member()));
    Optional<Column> before =
        from.table(owner.name()).flatMap(table -> table.column(owner.member()));
    if (column.isEmpty() || tables.isRecreated(before, column)) {
      return true;
    }
    boolean stops =
        before.filter(dialect::isCounted).isPresent() && !dialect.isCounted(column.get());
    // What a Prisma schema declares has no sequence that it could name.
    return stops && !pair.isOlderDeclared();
  }

  private List<Sequence> behind(Table table, Optional<Table> old, Column column) {
    boolean altered =
        old.flatMap(one -> one.column(column.name()))
            .filter(before -> !tables.isRecreated(Optional.of(before), Optional.of(column)))
            .isPresent();
    return altered
        ? dialect.sequences(table.name(), column)
        : to.objects()
            .values()
            .filter(Sequence.class::isInstance)
            .map(Sequence.class::cast)
            .filter(
                sequence ->
                    Objects.equals(
                        sequence.ownedBy().orElse(null),
                        ObjectRef.column(table.name(), column.name())))
            .toList();
  }
}
