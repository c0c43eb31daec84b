package dev.schemend.parser.mysql;

import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.SplitProblems;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts what the mysql client is told between the statements into their reading. */
final class ClientReading {

  private final SplitProblems problems;
  private final Function<StatementText, ParsedStatement> reader;
  private final List<ParsedStatement> read = new ArrayList<>();
  private Optional<String> left = Optional.empty();

  private ClientReading(SplitProblems problems, Function<StatementText, ParsedStatement> reader) {
    this.problems = problems;
    this.reader = reader;
  }

  /** Everything of the script that does something, in order. */
  static List<ParsedStatement> of(
      SplitScript split, Function<StatementText, ParsedStatement> reader) {
    ClientReading reading = new ClientReading(new SplitProblems(split), reader);
    split.walk(reading::statement, (input, before) -> reading.client(input, before + 1));
    return reading.read;
  }

  private void statement(StatementText statement) {
    if (left.isPresent()) {
      read.add(new ParsedStatement.Inert(statement, left.get()));
      return;
    }
    read.add(
        problems
            .in(statement)
            .<ParsedStatement>map(problem -> new ParsedStatement.Broken(statement, problem))
            .orElseGet(() -> reader.apply(statement)));
  }

  private void client(ClientInput input, int ordinal) {
    if (left.isPresent()) {
      return;
    }
    StatementText text = new StatementText(input.span(), input.text(), ordinal);
    problems.in(input).ifPresent(problem -> read.add(new ParsedStatement.Broken(text, problem)));
    if (input.kind() == ClientInput.Kind.CLIENT_COMMAND) {
      command(input, text);
    }
  }

  private void command(ClientInput input, StatementText text) {
    String name = ClientCommands.name(input.text());
    switch (name) {
      case "source", "\\." -> told(text, "the file that is included here cannot be read");
      case "system", "\\!" -> told(text, "what a command of the shell does cannot be told");
      case "exit", "quit", "\\q" -> left = Optional.of("behind " + name);
      case "connect", "\\r" -> {
        if (input.text().length() > name.length()) {
          told(text, "what follows may be for another server and is not read");
          left = Optional.of("on another server");
        }
      }
      case "\\u" ->
          read.add(
              reader.apply(
                  new StatementText(
                      input.span(),
                      "USE " + input.text().substring(name.length()),
                      text.ordinal())));
      default -> {
        // How results are shown, and what sends a statement.
      }
    }
  }

  private void told(StatementText text, String why) {
    read.add(
        new ParsedStatement.Unknowable(
            text,
            new Diagnostic(
                "unknowable", Diagnostic.Severity.WARNING, Optional.of(text.span()), why, ""),
            new TreeSet<>()));
  }
}
