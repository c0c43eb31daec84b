package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.ReferentialAction;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the foreign keys of {@code tables}, as statements that follow those of all tables. */
record ForeignKeyReader(Catalog catalog, Set<ObjectName> tables) {

  private record Rule(ObjectRef key, ReferentialAction onUpdate, ReferentialAction onDelete) {}

  private record Part(ObjectRef key, Identifier column, ObjectName target, Identifier targeted) {}

  List<DdlStatement.AlterTable> read() {
    Map<ObjectRef, List<Part>> parts =
        catalog.rows(CatalogQueries.FOREIGN_KEY_COLUMNS, this::part).stream()
            .collect(Collectors.groupingBy(Part::key));
    return catalog.rows(CatalogQueries.REFERENTIAL_CONSTRAINTS, this::rule).stream()
        .filter(rule -> tables.contains(rule.key().name()))
        .filter(rule -> parts.containsKey(rule.key()))
        .map(rule -> statement(rule, parts.get(rule.key())))
        .toList();
  }

  private Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        key(row.getString(1), row.getString(2), row.getString(3)),
        action(row.getString(4)),
        action(row.getString(5)));
  }

  private Part part(ResultSet row) throws SQLException {
    return new Part(
        key(row.getString(1), row.getString(2), row.getString(3)),
        catalog.names().member(row.getString(4)),
        catalog.names().object(row.getString(5), row.getString(6)),
        catalog.names().member(row.getString(7)));
  }

  private ObjectRef key(String database, String table, String constraint) {
    return ObjectRef.constraint(
        catalog.names().object(database, table), catalog.names().member(constraint));
  }

  private static ReferentialAction action(String rule) {
    return Arrays.stream(ReferentialAction.values())
        .filter(action -> action.sql().equals(rule))
        .findFirst()
        .orElse(ReferentialAction.NO_ACTION);
  }

  private static DdlStatement.AlterTable statement(Rule rule, List<Part> parts) {
    return new DdlStatement.AlterTable(
        rule.key().name(),
        false,
        List.of(
            new TableAction.AddConstraint(
                new Constraint.ForeignKey(
                    rule.key().member(),
                    parts.stream().map(Part::column).toList(),
                    parts.getFirst().target(),
                    parts.stream().map(Part::targeted).toList(),
                    false,
                    rule.onDelete(),
                    rule.onUpdate(),
                    Deferrability.NOT_DEFERRABLE,
                    true),
                false)));
  }
}
