package dev.schemend.lint;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.hazard.Deed;
import dev.schemend.model.Constraint;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Set;

/** Primary keys that a busy table counts through. */
public final class SmallKeys {

  private SmallKeys() {}

  /**
   * What there is to say of the primary key of a table that {@code create} makes.
   *
   * @param types the names of the types of fewer than eight bytes
   */
  public static List<Advice> of(Deed deed, DdlStatement.CreateTable create, Set<String> types) {
    return deed.tableAfter(create.name()).stream()
        .flatMap(
            table ->
                table.primaryKey().stream()
                    .flatMap(Constraint.PrimaryKey::columns)
                    .flatMap(name -> table.column(name).stream()))
        .filter(
            column ->
                column.type() instanceof SqlType.Builtin builtin && types.contains(builtin.name()))
        .map(
            column ->
                new Advice(
                    LintRule.INTEGER_PRIMARY_KEY,
                    column.name() + " cannot count beyond 2147483647",
                    "make it bigint",
                    Set.of()))
        .toList();
  }
}
