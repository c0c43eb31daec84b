package dev.schemend.planning.prisma;

import dev.schemend.model.Constraint;
import dev.schemend.model.EnumType;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The order of the objects of one side: as its Prisma schema declares them, else by their names, as
 * Prisma reads them from a database.
 */
final class SchemaOrder {

  private final Map<ObjectRef, Integer> places = new HashMap<>();

  SchemaOrder(Schema schema, ToIntFunction<ObjectRef> declared) {
    List<ObjectRef> refs = new ArrayList<>();
    for (SchemaObject object : schema.objects().values().toList()) {
      if (object instanceof EnumType) {
        refs.add(object.ref());
      } else if (object instanceof Table table) {
        refs.add(table.ref());
        table.indexes().stream()
            .map(Index::name)
            .sorted()
            .forEach(index -> refs.add(ObjectRef.index(table.name(), index)));
        table
            .foreignKeys()
            .map(Constraint::name)
            .sorted()
            .forEach(key -> refs.add(ObjectRef.constraint(table.name(), key)));
      }
    }
    refs.sort(Comparator.comparingInt(declared));
    refs.forEach(ref -> places.put(ref, places.size()));
  }

  /** The place of an object; the last for one that is not there. */
  int of(ObjectRef ref) {
    return places.getOrDefault(ref, Integer.MAX_VALUE);
  }
}
