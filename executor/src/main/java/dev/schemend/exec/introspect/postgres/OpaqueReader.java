package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement.CreateOpaque;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.NeedsFirst;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the objects that are carried, not understood. */
record OpaqueReader(CatalogSession catalogs, List<?> parameters, CatalogNames names) {

  private record Edge(ObjectRef from, ObjectRef to) {}

  /** All of them. */
  List<CreateOpaque> read() {
    Map<ObjectRef, List<ObjectRef>> needs =
        catalogs
            .rows(
                OpaqueQueries.DEPENDENCIES,
                parameters,
                row ->
                    new Edge(
                        names.ref(row, 1),
                        ObjectRef.to(ObjectKind.valueOf(row.getString(5)), names.object(row, 6))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Edge::from, Collectors.mapping(Edge::to, Collectors.toList())));
    return NeedsFirst.order(
        catalogs.rows(
            OpaqueQueries.OBJECTS,
            parameters,
            row -> {
              ObjectRef ref = names.ref(row, 1);
              return new CreateOpaque(
                  OpaqueObject.of(
                      ref,
                      Objects.requireNonNullElse(row.getString(5), ""),
                      needs.getOrDefault(ref, List.of())),
                  false);
            }));
  }
}
