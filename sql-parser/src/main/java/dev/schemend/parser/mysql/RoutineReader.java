package dev.schemend.parser.mysql;

import dev.schemend.code.CodeStatement;
import dev.schemend.code.Routine;
import dev.schemend.name.Identifier;
import dev.schemend.parser.code.CodeDialect;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code CREATE PROCEDURE} and {@code CREATE FUNCTION}, as far as a call needs them (manual,
 * 15.1.17).
 */
final class RoutineReader {

  private static final Set<String> CHARACTERISTICS =
      Set.of(
          "comment",
          "language",
          "not",
          "deterministic",
          "contains",
          "no",
          "reads",
          "modifies",
          "sql",
          "aggregate");

  private final String definition;
  private final CodeDialect dialect;
  private final Lexemes lexemes;

  RoutineReader(String definition, CodeDialect dialect) {
    this.definition = definition;
    this.dialect = dialect;
    this.lexemes = Lexemes.of(definition, dialect);
  }

  /** The routine; empty for the definition of something else. */
  Optional<Routine> routine() {
    lexemes.expect("create");
    while (!lexemes.atEnd() && !lexemes.is("procedure") && !lexemes.is("function")) {
      lexemes.next();
    }
    boolean function = lexemes.is("function");
    if (lexemes.atEnd()) {
      return Optional.empty();
    }
    lexemes.next();
    lexemes.take("if", "not", "exists");
    lexemes.objectName();
    List<Routine.Parameter> parameters = parameters();
    if (function) {
      lexemes.expect("returns");
      TypeNames.read(lexemes);
    }
    characteristics();
    int body = lexemes.peek().start();
    ProgramReader program = new ProgramReader(definition.substring(body), dialect, -1);
    return Optional.of(new Routine(parameters, false, new Routine.Body.OfBlock(block(program))));
  }

  // A body need not be a block.
  private static CodeStatement.Block block(ProgramReader program) {
    CodeStatement body = program.single();
    return body instanceof CodeStatement.Block block
        ? block
        : new CodeStatement.Block(
            body.span(), Identifier.NONE, List.of(), List.of(body), List.of());
  }

  private List<Routine.Parameter> parameters() {
    List<Routine.Parameter> parameters = new ArrayList<>();
    lexemes.expectSymbol("(");
    while (!lexemes.takeSymbol(")")) {
      Routine.Mode mode =
          lexemes.take("out")
              ? Routine.Mode.OUT
              : lexemes.take("inout") ? Routine.Mode.INOUT : Routine.Mode.IN;
      if (mode == Routine.Mode.IN && lexemes.is("in") && !lexemes.peek(1).isSymbol(",")) {
        lexemes.next();
      }
      Identifier name = lexemes.name();
      parameters.add(new Routine.Parameter(name, mode, TypeNames.read(lexemes), Optional.empty()));
      lexemes.takeSymbol(",");
    }
    return parameters;
  }

  private void characteristics() {
    while (lexemes.isOneOf(CHARACTERISTICS)) {
      Lexeme word = lexemes.next();
      switch (word.text()) {
        case "comment", "language", "not" -> lexemes.next();
        case "contains", "no" -> lexemes.take("sql");
        case "reads", "modifies" -> lexemes.take("sql", "data");
        case "sql" -> {
          lexemes.take("security");
          lexemes.next();
        }
        default -> {
          // One word.
        }
      }
    }
  }
}
