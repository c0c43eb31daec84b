package dev.schemend.planning.mysql;

import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlOptionValues;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Table options. One that goes is set to the value that takes it back. A new default character set
 * is set as an option, and columns are changed one by one, each as the wanted schema has it: {@code
 * CONVERT TO CHARACTER SET} would also change columns that are to stay, and widen {@code TEXT}
 * types on its own (manual, 15.1.9).
 */
final class OptionChanges {

  static final String CANNOT = "an option of a table cannot be taken back, only replaced";

  private static final Identifier SYSTEM_TIME = new Identifier("SYSTEM_TIME", "system_time");

  private final MySqlOptionValues values;

  OptionChanges(ServerProfile server) {
    this.values = new MySqlOptionValues(server);
  }

  /** Whether some of it would have to be taken back that no statement takes back. */
  boolean isStuck(TableDifference.OptionsChanged changed) {
    MySqlTableOptions from = changed.from().mysql();
    MySqlTableOptions to = changed.to().mysql();
    List<Identifier> ofTheSystem = from.versioning().periods().get(SYSTEM_TIME);
    return from.other().keySet().stream()
            .anyMatch(name -> !to.other().containsKey(name) && values.unset(name).isEmpty())
        || !Objects.equals(ofTheSystem, to.versioning().periods().get(SYSTEM_TIME));
  }

  /** The actions that bring it about; partitions have statements of their own. */
  List<TableAction> actions(TableDifference.OptionsChanged changed) {
    List<TableAction> actions = new ArrayList<>();
    TableOptions written = written(changed);
    if (!written.equals(TableOptions.NONE)) {
      actions.add(new TableAction.SetOptions(written));
    }
    MySqlVersioning from = changed.from().mysql().versioning();
    MySqlVersioning to = changed.to().mysql().versioning();
    from.periods()
        .forEach(
            (name, columns) -> {
              if (!columns.equals(to.periods().get(name))) {
                actions.add(new TableAction.OfMySql.DropPeriod(name));
              }
            });
    to.periods()
        .forEach(
            (name, columns) -> {
              if (!columns.equals(from.periods().get(name))) {
                actions.add(
                    new TableAction.OfMySql.AddPeriod(name, columns.get(0), columns.get(1)));
              }
            });
    if (from.systemVersioned() != to.systemVersioned()) {
      actions.add(new TableAction.OfMySql.SetSystemVersioning(to.systemVersioned()));
    }
    return actions;
  }

  private TableOptions written(TableDifference.OptionsChanged changed) {
    MySqlTableOptions from = changed.from().mysql();
    MySqlTableOptions to = changed.to().mysql();
    SortedMap<String, String> other = new TreeMap<>();
    to.other()
        .forEach(
            (name, value) -> {
              if (!value.equals(from.other().get(name))) {
                other.put(name, value);
              }
            });
    from.other().keySet().stream()
        .filter(name -> !to.other().containsKey(name))
        .forEach(name -> values.unset(name).ifPresent(value -> other.put(name, value)));
    boolean sameCharacters =
        from.characterSet().equals(to.characterSet()) && from.collation().equals(to.collation());
    return TableOptions.NONE
        .withMySql(
            new MySqlTableOptions(
                to.engine().filter(engine -> !from.engine().equals(Optional.of(engine))),
                to.characterSet().filter(set -> !sameCharacters),
                to.collation().filter(collation -> !sameCharacters),
                other))
        // An empty comment takes a comment away.
        .withComment(
            changed.from().comment().equals(changed.to().comment())
                ? Optional.empty()
                : Optional.of(changed.to().comment().orElse("")));
  }
}
