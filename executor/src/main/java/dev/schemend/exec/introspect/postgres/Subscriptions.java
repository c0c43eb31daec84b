package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.postgres.ConnectionText;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.postgres.ObjectReader.Definition;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where subscriptions lead to. It holds passwords: those are cut out of the row, and stand in no
 * text.
 */
record Subscriptions(CatalogSession catalogs, CatalogNames names) {

  /** One of which the server shows no more than its name. */
  static Definition hidden(ObjectRef subscription) {
    return new Definition(
        subscription,
        List.of(
            new DdlStatement.CreateOpaque(
                OpaqueObject.of(
                    subscription,
                    "CREATE SUBSCRIPTION " + subscription.name().name().text(),
                    new TreeSet<>()),
                false)));
  }

  /** The definitions, each subscription with where it leads to. */
  List<Definition> connected(List<Definition> definitions) {
    boolean any = definitions.stream().anyMatch(Subscriptions::isShown);
    if (!any) {
      return definitions;
    }
    Map<ObjectRef, DdlStatement> connections = new HashMap<>();
    catalogs
        .rows(
            DeclarationQueries.CONNECTIONS,
            List.of(),
            row -> connection(row.getString(1), row.getString(2)))
        .forEach(alter -> connections.put(alter.object(), alter));
    return definitions.stream()
        .map(one -> isShown(one) ? connected(one, connections.get(one.ref())) : one)
        .toList();
  }

  private static boolean isShown(Definition definition) {
    return definition.ref().kind() == ObjectKind.SUBSCRIPTION
        && definition.statements().stream().noneMatch(DdlStatement.CreateOpaque.class::isInstance);
  }

  private static Definition connected(Definition definition, DdlStatement connection) {
    List<DdlStatement> statements = new ArrayList<>(definition.statements());
    statements.add(connection);
    return new Definition(definition.ref(), statements);
  }

  private DdlStatement.AlterObject connection(String subscription, String text) {
    return new DdlStatement.AlterObject(
        ObjectRef.to(ObjectKind.SUBSCRIPTION, ObjectName.unqualified(names.schema(subscription))),
        false,
        new ObjectAction.Facts(ConnectionText.of(text).orElseThrow().facts()));
  }
}
