package dev.schemend.exec.introspect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of {@code COLUMNS.EXTRA}, the same on all products but for case and commas.
 *
 * @param autoIncrement {@code auto_increment}
 * @param expressionDefault {@code DEFAULT_GENERATED} (MySQL 8.0): the default is an expression
 * @param stored {@code STORED | PERSISTENT GENERATED} (true), {@code VIRTUAL GENERATED} (false)
 * @param onUpdate what follows {@code on update}
 * @param invisible {@code INVISIBLE}
 * @param unversioned {@code WITHOUT SYSTEM VERSIONING} (MariaDB)
 */
record ColumnExtra(
    boolean autoIncrement,
    boolean expressionDefault,
    Optional<Boolean> stored,
    Optional<String> onUpdate,
    boolean invisible,
    boolean unversioned) {

  static ColumnExtra of(String extra) {
    List<String> words =
        List.of(extra.toLowerCase(Locale.ROOT).replace(",", " ").strip().split("\\s+", -1));
    int update = words.indexOf("update");
    return new ColumnExtra(
        words.contains("auto_increment"),
        words.contains("default_generated"),
        words.contains("generated") ? Optional.of(!words.contains("virtual")) : Optional.empty(),
        update > 0 && update + 1 < words.size()
            ? Optional.of(words.get(update + 1))
            : Optional.empty(),
        words.contains("invisible"),
        words.contains("without"));
  }
}
