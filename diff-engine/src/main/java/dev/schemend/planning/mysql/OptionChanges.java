package dev.schemend.planning.mysql;

import dev.schemend.ddl.TableAction;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.plan.TableDifference;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Table options. A new default character set is set as an option, and columns are changed one by
 * one, each as the wanted schema has it: {@code CONVERT TO CHARACTER SET} would also change columns
 * that are to stay, and widen {@code TEXT} types on its own (manual, 15.1.9).
 */
final class OptionChanges {

  static final String CANNOT = "an option of a table cannot be taken back, only replaced";

  private OptionChanges() {}

  /** The action, unless something would have to be taken back. */
  static Optional<TableAction> action(TableDifference.OptionsChanged changed) {
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
    // No statement takes such an option back; an empty comment takes a comment away.
    if (!to.other().keySet().containsAll(from.other().keySet())) {
      return Optional.empty();
    }
    boolean sameCharacters =
        from.characterSet().equals(to.characterSet()) && from.collation().equals(to.collation());
    MySqlTableOptions written =
        new MySqlTableOptions(
            to.engine().filter(engine -> !from.engine().equals(Optional.of(engine))),
            to.characterSet().filter(set -> !sameCharacters),
            to.collation().filter(collation -> !sameCharacters),
            other);
    return Optional.of(
        new TableAction.SetOptions(
            TableOptions.NONE
                .withMySql(written)
                .withComment(
                    changed.from().comment().equals(changed.to().comment())
                        ? Optional.empty()
                        : Optional.of(changed.to().comment().orElse("")))));
  }
}
