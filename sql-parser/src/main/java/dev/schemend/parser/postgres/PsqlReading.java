package dev.schemend.parser.postgres;

import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.SplitProblems;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts what psql is told between the statements into their reading: a script may go to another
 * database, run what a query gives, or end before its end.
 */
final class PsqlReading {

  private static final String UNKNOWABLE = "unknowable";

  /** Those that do nothing to a database, or nothing that the data behind them tells. */
  private static final Set<String> HARMLESS =
      Set.of(
          "",
          "a",
          "bind",
          "bind_named",
          "C",
          "cd",
          "close_prepared",
          "conninfo",
          "copy",
          "copyright",
          "crosstabview",
          "e",
          "echo",
          "ef",
          "elif",
          "else",
          "encoding",
          "endif",
          "errverbose",
          "ev",
          "f",
          "g",
          "getenv",
          "gset",
          "gx",
          "h",
          "H",
          "help",
          "html",
          "if",
          "l",
          "list",
          "lo_export",
          "lo_import",
          "lo_list",
          "lo_unlink",
          "o",
          "out",
          "p",
          "parse",
          "password",
          "print",
          "prompt",
          "pset",
          "qecho",
          "r",
          "reset",
          "restrict",
          "s",
          "set",
          "sf",
          "sv",
          "t",
          "T",
          "timing",
          "unrestrict",
          "unset",
          "w",
          "warn",
          "watch",
          "write",
          "x",
          "z",
          "?",
          "startpipeline",
          "endpipeline",
          "flush",
          "flushrequest",
          "getresults",
          "syncpipeline",
          "sendpipeline");

  private final SplitScript split;
  private final SplitProblems problems;
  private final List<PsqlInput.Unknown> unknown;
  private final Function<StatementText, ParsedStatement> reader;
  private final List<ParsedStatement> read = new ArrayList<>();
  private int nextUnknown;
  private Optional<String> own = Optional.empty();
  private boolean begun;
  private boolean elsewhere;
  private boolean ended;

  PsqlReading(
      SplitScript split,
      List<PsqlInput.Unknown> unknown,
      Function<StatementText, ParsedStatement> reader) {
    this.split = split;
    this.problems = new SplitProblems(split);
    this.unknown = unknown;
    this.reader = reader;
  }

  /** Everything of the script that does something, in order. */
  List<ParsedStatement> statements() {
    split.walk(this::statement, (input, before) -> client(input, before + 1));
    return read;
  }

  private void statement(StatementText statement) {
    Optional<String> missing = unknownBefore(statement.span().start(), statement.span().end());
    if (ended || elsewhere) {
      read.add(
          new ParsedStatement.Inert(statement, ended ? "behind \\quit" : "in another database"));
    } else if (missing.isPresent()) {
      read.add(unknowable(statement, missing.get()));
    } else {
      ParsedStatement parsed =
          problems
              .in(statement)
              .<ParsedStatement>map(problem -> new ParsedStatement.Broken(statement, problem))
              .orElseGet(() -> reader.apply(statement));
      begun |= !(parsed instanceof ParsedStatement.Inert);
      read.add(parsed);
    }
  }

  private Optional<String> unknownBefore(int start, int end) {
    Optional<String> first = Optional.empty();
    while (nextUnknown < unknown.size() && unknown.get(nextUnknown).offset() < end) {
      PsqlInput.Unknown found = unknown.get(nextUnknown++);
      if (found.offset() >= start && first.isEmpty()) {
        first = Optional.of(found.why());
      }
    }
    return first;
  }

  private void client(ClientInput input, int ordinal) {
    if (input.kind() != ClientInput.Kind.META_COMMAND || ended) {
      return;
    }
    StatementText text = new StatementText(input.span(), input.text(), ordinal);
    Optional<String> missing = unknownBefore(input.span().start(), input.span().end());
    for (PsqlCommand command : PsqlCommand.of(input.text())) {
      command(command, text, missing);
    }
  }

  private void command(PsqlCommand command, StatementText text, Optional<String> missing) {
    switch (command.name()) {
      case "c", "connect" -> connect(command, text);
      case "q", "quit" -> ended = true;
      case "gexec" -> told(text, "the rows of this query are run as statements");
      case "gdesc" -> described();
      case "i", "include", "ir", "include_relative" ->
          told(text, "the file that is included here cannot be read");
      case "!" -> told(text, "what a command of the shell does cannot be told");
      default -> {
        if (missing.isPresent()) {
          told(text, missing.get());
        } else if (!HARMLESS.contains(command.name()) && !command.name().startsWith("d")) {
          told(text, "psql knows no command \\" + command.name());
        }
      }
    }
  }

  /** {@code \gdesc} shows the columns of the query before it, which is not run. */
  private void described() {
    if (!read.isEmpty()) {
      read.add(new ParsedStatement.Inert(read.removeLast().source(), "described"));
    }
  }

  /**
   * The first database that a script names, before it has done anything, is the one that it is for.
   */
  private void connect(PsqlCommand command, StatementText text) {
    Optional<String> database = database(command.words());
    if (database.isEmpty() || database.equals(own)) {
      elsewhere = false;
      return;
    }
    if (own.isEmpty() && !begun) {
      own = database;
      return;
    }
    elsewhere = true;
    told(
        text,
        own.isPresent()
            ? "what follows is for the database " + database.get() + " and is not read"
            : "whether "
                + database.get()
                + " is the database of what stands before cannot be told; what follows is not"
                + " read");
  }

  /** The database that is named; empty for the one that is open already. */
  private static Optional<String> database(List<String> words) {
    List<String> names = words.stream().filter(word -> !word.startsWith("-reuse")).toList();
    if (names.isEmpty() || names.getFirst().equals("-")) {
      return Optional.empty();
    }
    String name = names.getFirst().strip();
    boolean quoted = name.length() > 1 && "'\"".indexOf(name.charAt(0)) >= 0;
    String bare = quoted ? name.substring(1, name.length() - 1) : name;
    if (!bare.contains("=")) {
      return Optional.of(bare);
    }
    int start = bare.indexOf("dbname=");
    return start < 0
        ? Optional.empty()
        : Optional.of(
            bare.substring(start + "dbname=".length()).split("\\s", 2)[0].replace("'", ""));
  }

  private void told(StatementText text, String why) {
    if (!elsewhere || text.text().startsWith("\\c")) {
      read.add(unknowable(text, why));
    }
  }

  private static ParsedStatement unknowable(StatementText text, String why) {
    return new ParsedStatement.Unknowable(
        text,
        new Diagnostic(
            UNKNOWABLE,
            Diagnostic.Severity.WARNING,
            Optional.of(text.span()),
            why,
            "what it does to the schema is not in the model"),
        new TreeSet<>());
  }
}
