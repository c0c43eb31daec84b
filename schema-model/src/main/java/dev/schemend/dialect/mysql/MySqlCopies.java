package dev.schemend.dialect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code CREATE TABLE … LIKE}: columns, keys, checks and options, but no foreign keys (MySQL
 * manual, 15.1.20.3). MySQL gives the checks new names, in the order of the old ones; MariaDB keeps
 * them.
 */
final class MySqlCopies {

  private final MySqlScope scope;

  MySqlCopies(MySqlScope scope) {
    this.scope = scope;
  }

  Schema copy(DdlStatement.OfMySql.CopyTable copy) {
    Table source = scope.table(copy.source());
    ObjectName lasting = scope.toCreate(copy.name());
    ObjectName name = copy.temporary() ? MySqlTemporary.name(lasting) : lasting;
    boolean taken = copy.temporary() ? scope.schema().table(name).isPresent() : scope.isTaken(name);
    if (taken) {
      if (copy.ifNotExists()) {
        return scope.schema();
      }
      throw scope.errors().tableExists(name);
    }
    return scope
        .schema()
        .with(
            new Table(
                name,
                source.columns(),
                constraints(source, name),
                source.indexes().stream().map(MySqlCopies::index).toList(),
                source.options()));
  }

  // The key that it was made for does not come along.
  private static Index index(Index index) {
    return index.withMySql(index.mysql().withGenerated(false));
  }

  private List<Constraint> constraints(Table source, ObjectName name) {
    boolean renames = scope.dialect().profile().flavor() == Flavor.MYSQL;
    List<Constraint> kept = new ArrayList<>();
    source.primaryKey().ifPresent(kept::add);
    List<Constraint.Check> checks =
        source.constraints().stream()
            .filter(Constraint.Check.class::isInstance)
            .map(Constraint.Check.class::cast)
            .sorted(Comparator.comparing(Constraint::name))
            .toList();
    for (int i = 0; i < checks.size(); i++) {
      kept.add(
          renames
              ? checks.get(i).withName(MySqlKeys.member(name.name().text() + "_chk_" + (i + 1)))
              : checks.get(i));
    }
    return kept;
  }
}
