package dev.schemend.dialect.mysql;

import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.ChangeColumn;
import dev.schemend.ddl.TableAction.RenameColumn;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns of one {@code ALTER TABLE} that take each other's names, which the servers give all at
 * once (server source: mysql_prepare_alter_table()). Actions that are run one after the other need
 * such a column to step aside first.
 */
final class MySqlNameSwaps {

  private MySqlNameSwaps() {}

  /** {@code actions} in the same order, with renames before them that get names out of the way. */
  static List<TableAction> apart(MySqlErrors errors, Table before, List<TableAction> actions) {
    Set<Identifier> wanted =
        actions.stream()
            .flatMap(action -> renamed(action).stream())
            .map(RenameColumn::to)
            .collect(Collectors.toSet());
    Set<Identifier> aside = new HashSet<>();
    Set<Identifier> taken = new HashSet<>(wanted);
    before.columns().forEach(column -> taken.add(column.name()));
    List<TableAction> stepping = new ArrayList<>();
    List<TableAction> kept = new ArrayList<>();
    for (TableAction action : actions) {
      Optional<RenameColumn> rename =
          renamed(action)
              .filter(one -> wanted.contains(one.from()))
              .filter(one -> before.column(one.from()).isPresent());
      if (rename.isPresent()) {
        Identifier old = rename.get().from();
        if (!aside.add(old)) {
          throw errors.unknownColumn(ObjectRef.column(before.name(), old));
        }
        Identifier free =
            Stream.iterate(1, i -> i + 1)
                .map(i -> MySqlKeys.member("(" + i + ")"))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
        stepping.add(new RenameColumn(old, free));
        kept.add(from(action, free));
      } else {
        kept.add(action);
      }
    }
    // What goes is gone before anything is renamed.
    int at = 0;
    while (!stepping.isEmpty() && renamed(kept.get(at)).isEmpty()) {
      at++;
    }
    kept.addAll(at, stepping);
    return List.copyOf(kept);
  }

  private static Optional<RenameColumn> renamed(TableAction action) {
    if (action instanceof ChangeColumn change) {
      Identifier name = change.definition().column().name();
      return name.equals(change.column())
          ? Optional.empty()
          : Optional.of(new RenameColumn(change.column(), name));
    }
    return action instanceof RenameColumn rename && !rename.from().equals(rename.to())
        ? Optional.of(rename)
        : Optional.empty();
  }

  private static TableAction from(TableAction action, Identifier column) {
    return action instanceof ChangeColumn change
        ? new ChangeColumn(column, change.definition(), change.position(), change.ifExists())
        : new RenameColumn(column, ((RenameColumn) action).to());
  }
}
