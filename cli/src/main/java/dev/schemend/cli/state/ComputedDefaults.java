package dev.schemend.cli.state;

import dev.schemend.apply.ColumnUses;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Defaults that read columns, on a server that has none such. Prisma pulls what a generated column
 * is computed from as {@code dbgenerated("…")}, so a schema that says so means such a column.
 */
final class ComputedDefaults {

  private final DialectKit kit;

  ComputedDefaults(DialectKit kit) {
    this.kit = kit;
  }

  /** The schema with generated columns in the place of such defaults. */
  DeclaredSchema computed(DeclaredSchema schema) {
    return new DeclaredSchema(
        schema.statements().stream()
            .map(one -> one instanceof DdlStatement.CreateTable table ? computed(table) : one)
            .toList(),
        schema.openDefaults());
  }

  private DdlStatement computed(DdlStatement.CreateTable table) {
    boolean verbatim =
        table.columns().stream()
            .anyMatch(
                one ->
                    one.column()
                        .defaultValue()
                        .filter(SqlExpr.Opaque.class::isInstance)
                        .isPresent());
    Set<Integer> reading = verbatim ? reading(table) : Set.of();
    if (reading.isEmpty()) {
      return table;
    }
    List<ColumnDefinition> columns = new ArrayList<>(table.columns());
    for (int place : reading) {
      columns.set(place, computed(columns.get(place)));
    }
    return new DdlStatement.CreateTable(
        table.name(),
        columns,
        table.constraints(),
        table.indexes(),
        table.options(),
        table.ifNotExists());
  }

  /** The places of the columns whose defaults read others. */
  private Set<Integer> reading(DdlStatement.CreateTable table) {
    SourceText text = new SourceText("schema", kit.frontend().print(table) + ";");
    Optional<DdlStatement.CreateTable> read =
        kit.frontend().parse(text).statements().stream()
            .filter(ParsedStatement.Ddl.class::isInstance)
            .flatMap(one -> ((ParsedStatement.Ddl) one).statements().stream())
            .filter(DdlStatement.CreateTable.class::isInstance)
            .map(DdlStatement.CreateTable.class::cast)
            .findFirst();
    Set<Integer> places = new HashSet<>();
    read.ifPresent(
        one -> {
          for (int i = 0; i < one.columns().size(); i++) {
            Optional<SqlExpr> value = one.columns().get(i).column().defaultValue();
            if (value.filter(expression -> !ColumnUses.in(expression).isEmpty()).isPresent()) {
              places.add(i);
            }
          }
        });
    return places;
  }

  private static ColumnDefinition computed(ColumnDefinition written) {
    Column column = written.column();
    return ColumnDefinition.of(
        column
            .withDefault(Optional.empty())
            .withGeneration(
                column.defaultValue().map(value -> new Generation.Computed(value, true))));
  }
}
