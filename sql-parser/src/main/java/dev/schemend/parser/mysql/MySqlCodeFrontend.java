package dev.schemend.parser.mysql;

import dev.schemend.code.CodeFrontend;
import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Routine;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlIdentifiers;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.code.CodeDialect;
import dev.schemend.parser.code.CodeSyntaxException;
import dev.schemend.parser.code.Lexemes;
import java.util.Optional;
import java.util.Set;

/** MySQL's and MariaDB's stored programs, and the statements that run outside of them. */
public final class MySqlCodeFrontend implements CodeFrontend {

  private static final Set<String> CHANGES =
      Set.of("insert", "update", "delete", "truncate", "replace");
  private static final Set<String> BETWEEN =
      Set.of(
          "into", "from", "table", "ignore", "low_priority", "delayed", "high_priority", "quick");

  private final CodeDialect dialect;

  /** A frontend for the server that {@code profile} describes. */
  public MySqlCodeFrontend(ServerProfile profile) {
    this.dialect = new CodeDialect(new MySqlIdentifiers(profile.foldTableNames()), true);
  }

  @Override
  public CodeStatement statement(String text) {
    try {
      return new ProgramReader(text, dialect, 0).single();
    } catch (CodeSyntaxException error) {
      return new CodeStatement.Unreadable(
          new CodeSpan(0, text.length()), "the statement cannot be read: " + error.getMessage());
    } catch (StackOverflowError tooDeep) {
      return new CodeStatement.Unreadable(
          new CodeSpan(0, text.length()), "the statement is nested too deeply to be read");
    }
  }

  @Override
  public Optional<Routine> routine(String definition) {
    try {
      return new RoutineReader(definition, dialect).routine();
    } catch (CodeSyntaxException | StackOverflowError unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<ObjectName> changed(String text) {
    Lexemes lexemes = Lexemes.of(text, dialect);
    if (!lexemes.isOneOf(CHANGES)) {
      return Optional.empty();
    }
    lexemes.next();
    while (lexemes.isOneOf(BETWEEN)) {
      lexemes.next();
    }
    try {
      return Optional.of(lexemes.objectName()).filter(name -> !name.name().equals(Identifier.NONE));
    } catch (CodeSyntaxException noName) {
      return Optional.empty();
    }
  }
}
