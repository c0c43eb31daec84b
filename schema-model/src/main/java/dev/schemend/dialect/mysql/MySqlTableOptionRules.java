package dev.schemend.dialect.mysql;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.TableOptions;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Table options as the server resolves them. */
final class MySqlTableOptionRules {

  private final MySqlScope scope;
  private final MySqlColumns columns;

  MySqlTableOptionRules(MySqlScope scope) {
    this.scope = scope;
    this.columns = new MySqlColumns(scope);
  }

  /** The options of a new table: what is not written comes from the database and the server. */
  TableOptions create(TableOptions written) {
    ServerProfile profile = scope.dialect().profile();
    MySqlTableOptions options = written.mysql();
    MySqlColumns.CharacterSet set = columns.resolve(options.characterSet(), options.collation());
    boolean inherits = set.name().isEmpty() && set.collation().isEmpty();
    return new TableOptions(
        written.comment().filter(text -> !text.isEmpty()),
        written.postgres(),
        new MySqlTableOptions(
            options.engine().map(MySqlEngines::canonical).or(this::defaultEngine),
            set.name().or(() -> Optional.of(profile.characterSet())),
            inherits ? Optional.of(profile.collation()) : set.collation(),
            options.other()));
  }

  private Optional<String> defaultEngine() {
    return new MySqlVariables(scope.dialect().profile())
        .value(scope.session(), MySqlVariables.DEFAULT_STORAGE_ENGINE);
  }

  /** The options of a table after {@code written} was set on it. */
  TableOptions set(TableOptions present, TableOptions written) {
    MySqlTableOptions old = present.mysql();
    MySqlTableOptions options = written.mysql();
    MySqlColumns.CharacterSet set = columns.resolve(options.characterSet(), options.collation());
    SortedMap<String, String> other = new TreeMap<>(old.other());
    other.putAll(options.other());
    return new TableOptions(
        written.comment().or(present::comment).filter(text -> !text.isEmpty()),
        present.postgres(),
        new MySqlTableOptions(
            options.engine().map(MySqlEngines::canonical).or(old::engine),
            set.name().or(old::characterSet),
            set.collation().or(old::collation),
            other));
  }
}
