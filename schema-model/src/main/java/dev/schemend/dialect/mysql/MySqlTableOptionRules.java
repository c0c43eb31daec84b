package dev.schemend.dialect.mysql;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Namespace;
import dev.schemend.model.TableOptions;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
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
  TableOptions create(ObjectName table, TableOptions written) {
    MySqlColumns.CharacterSet inherited = ofDatabase(table);
    MySqlTableOptions options = written.mysql();
    MySqlColumns.CharacterSet set = columns.resolve(options.characterSet(), options.collation());
    Optional<String> engine = options.engine().map(MySqlEngines::canonical).or(this::defaultEngine);
    boolean inherits = set.name().isEmpty() && set.collation().isEmpty();
    return new TableOptions(
        written.comment().filter(text -> !text.isEmpty()),
        written.postgres(),
        new MySqlTableOptions(
            engine,
            set.name().or(inherited::name),
            inherits ? inherited.collation() : set.collation(),
            values().canonical(options.other(), engine),
            Optional.empty(),
            options.versioning()));
  }

  /** What tables of the database of {@code table} have that say nothing else. */
  MySqlColumns.CharacterSet ofDatabase(ObjectName table) {
    ServerProfile profile = scope.dialect().profile();
    return scope
        .schema()
        .get(ObjectRef.schema(table.schema()))
        .filter(Namespace.class::isInstance)
        .map(Namespace.class::cast)
        .filter(namespace -> namespace.characterSet().isPresent())
        .map(
            namespace ->
                new MySqlColumns.CharacterSet(namespace.characterSet(), namespace.collation()))
        .orElseGet(
            () ->
                new MySqlColumns.CharacterSet(
                    Optional.of(profile.characterSet()), Optional.of(profile.collation())));
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
    Optional<String> engine = options.engine().map(MySqlEngines::canonical).or(old::engine);
    SortedMap<String, String> other = new TreeMap<>(old.other());
    other.putAll(options.other());
    return new TableOptions(
        written.comment().or(present::comment).filter(text -> !text.isEmpty()),
        present.postgres(),
        new MySqlTableOptions(
            engine,
            set.name().or(old::characterSet),
            set.collation().or(old::collation),
            values().canonical(other, engine),
            old.partitioning(),
            old.versioning()));
  }

  private MySqlOptionValues values() {
    return new MySqlOptionValues(scope.dialect().profile());
  }
}
