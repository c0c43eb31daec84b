package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Sequences and the options of identity columns. */
final class SequencePrinter {

  private final TypePrinter types;

  SequencePrinter(TypePrinter types) {
    this.types = types;
  }

  String create(DdlStatement.CreateSequence create) {
    boolean temporary = create.name().schema().equals(TableBuilder.TEMPORARY);
    return "CREATE "
        + (temporary ? "TEMPORARY " : "")
        + "SEQUENCE "
        + (create.ifNotExists() ? "IF NOT EXISTS " : "")
        + (temporary ? Quoting.name(create.name().name()) : types.bareName(create.name()))
        + behind(options(create.options()))
        + create.ownedBy().map(this::owner).orElse("");
  }

  String alter(DdlStatement.AlterSequence alter) {
    return "ALTER SEQUENCE "
        + (alter.ifExists() ? "IF EXISTS " : "")
        + types.bareName(alter.name())
        + behind(options(alter.options()))
        + (alter.restart() ? " RESTART" : "")
        + alter.ownedBy().map(this::owner).orElse("");
  }

  /**
   * A query that sets a counter (manual, 9.17), never back: without rows, or with rows below what
   * it would give next, it does nothing.
   */
  String continued(DdlStatement.ContinueCount count) {
    String sequence =
        count
            .sequence()
            .map(name -> Quoting.string(types.name(name)))
            .orElseGet(() -> serial(count.table(), count.column()));
    if (count.identityOf().isPresent()) {
      return "SELECT setval("
          + sequence
          + ", last) FROM pg_sequence_last_value("
          + serial(count.identityOf().get(), count.column())
          + "::regclass) AS last WHERE last IS NOT NULL";
    }
    if (count.source().isPresent()) {
      return "SELECT setval("
          + sequence
          + ", last_value, is_called) FROM "
          + types.name(count.source().get());
    }
    String last = (count.ascending() ? "max(" : "min(") + Quoting.name(count.column()) + ")";
    return "SELECT setval("
        + sequence
        + ", "
        + last
        + ") FROM "
        + types.name(count.table())
        + " HAVING "
        + last
        + (count.ascending() ? " >= " : " <= ")
        + count
            .sequence()
            .map(name -> "(SELECT last_value FROM " + types.name(name) + ")")
            .orElseGet(() -> String.valueOf(count.start()));
  }

  private String serial(ObjectName table, Identifier column) {
    return "pg_get_serial_sequence("
        + Quoting.string(types.name(table))
        + ", "
        + Quoting.string(column.text())
        + ")";
  }

  private String owner(DdlStatement.SequenceOwner owner) {
    return switch (owner) {
      case DdlStatement.SequenceOwner.Nobody nobody -> " OWNED BY NONE";
      case DdlStatement.SequenceOwner.OwningColumn column ->
          " OWNED BY " + types.name(column.table()) + "." + Quoting.name(column.column());
    };
  }

  private static String behind(List<String> options) {
    return options.isEmpty() ? "" : " " + String.join(" ", options);
  }

  /** In brackets behind AS IDENTITY, or nothing. */
  String inBrackets(SequenceOptions options) {
    List<String> written = options(options);
    return written.isEmpty() ? "" : " (" + String.join(" ", written) + ")";
  }

  List<String> options(SequenceOptions options) {
    List<String> written = new ArrayList<>();
    options.type().ifPresent(type -> written.add("AS " + types.print(type)));
    options.increment().ifPresent(value -> written.add("INCREMENT BY " + value));
    options.minimum().ifPresent(value -> written.add("MINVALUE " + value));
    options.maximum().ifPresent(value -> written.add("MAXVALUE " + value));
    options.start().ifPresent(value -> written.add("START WITH " + value));
    options.cache().ifPresent(value -> written.add("CACHE " + value));
    if (options.cycle()) {
      written.add("CYCLE");
    }
    options.resets().forEach(reset -> written.add(reset.sql()));
    return written;
  }
}
