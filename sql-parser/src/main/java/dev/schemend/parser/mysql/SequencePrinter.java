package dev.schemend.parser.mysql;

import dev.schemend.model.SequenceOptions;

/** The options of MariaDB's sequences. */
final class SequencePrinter {

  private SequencePrinter() {}

  /** The options that are not the server's defaults, each with a blank before it. */
  static String options(SequenceOptions options) {
    StringBuilder text = new StringBuilder();
    options.start().ifPresent(value -> text.append(" START WITH ").append(value));
    options.increment().ifPresent(value -> text.append(" INCREMENT BY ").append(value));
    options.minimum().ifPresent(value -> text.append(" MINVALUE ").append(value));
    options.maximum().ifPresent(value -> text.append(" MAXVALUE ").append(value));
    options.cache().ifPresent(value -> text.append(" CACHE ").append(value));
    if (options.cycle()) {
      text.append(" CYCLE");
    }
    options.resets().forEach(reset -> text.append(' ').append(reset(reset)));
    return text.toString();
  }

  // NO CYCLE is one word here, and two are a syntax error.
  private static String reset(SequenceOptions.Reset reset) {
    return reset == SequenceOptions.Reset.NO_CYCLE ? "NOCYCLE" : reset.sql();
  }
}
