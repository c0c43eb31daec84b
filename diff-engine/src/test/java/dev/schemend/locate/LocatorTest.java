package dev.schemend.locate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.Applied;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.EnumType;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import dev.schemend.testkit.EditScripts;
import dev.schemend.testkit.EditScripts.Neighbours;
import dev.schemend.testkit.PostgresEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A database is found where it is, with and without what somebody else changed. */
class LocatorTest {

  private static final Identifier PUBLIC = Identifier.of("public");
  private static final PostgresDialect DIALECT =
      new PostgresDialect(
          new ServerProfile(Flavor.POSTGRESQL, ServerVersion.of(16, 0, 0), PUBLIC, false, "", ""));
  private static final PostgresInterpreter INTERPRETER = new PostgresInterpreter(DIALECT);
  private static final SchemaFold FOLD =
      new SchemaFold(INTERPRETER, Session.in(PUBLIC), (state, code) -> state);

  private static Locator locator(boolean transactional) {
    return new Locator(FOLD, new SchemaDiffer(DIALECT), ChangePolicy.DEFAULT, transactional);
  }

  private static Located locate(
      Schema before, List<ParsedStatement> statements, Schema live, boolean transactional) {
    FoldState state = FOLD.start(before);
    ParsedScript script = new ParsedScript(new SourceText("migration.sql", ""), statements);
    return locator(transactional).locate(state, script, live, UnaryOperator.identity());
  }

  private static StatementText text(int ordinal) {
    SourceText source = new SourceText("migration.sql", "");
    return new StatementText(source.span(0, 0), "", ordinal);
  }

  private static List<ParsedStatement> script(List<DdlStatement> statements) {
    List<ParsedStatement> script = new ArrayList<>();
    for (DdlStatement statement : statements) {
      script.add(new ParsedStatement.Ddl(text(script.size() + 1), List.of(statement)));
    }
    return script;
  }

  /** A schema made anew, so that nothing of it is shared with another. */
  private static Schema rebuilt(Schema schema) {
    Schema copy = Schema.empty();
    for (var object : schema.objects().values().toList()) {
      copy = copy.with(object);
    }
    return copy;
  }

  @Provide
  Arbitrary<Neighbours> neighbours() {
    return new EditScripts(DIALECT, INTERPRETER, new PostgresEdits()).neighbours(20, 8);
  }

  /** Each prefix of a random migration is among the places that its own result is found at. */
  @Property(tries = 60, seed = "20261125")
  void everyPrefixIsFound(@ForAll("neighbours") Neighbours neighbours) {
    List<ParsedStatement> script = script(neighbours.edits());
    Schema live = neighbours.from();
    for (int applied = 0; applied <= script.size(); applied++) {
      Located located = locate(neighbours.from(), script, rebuilt(live), true);
      assertTrue(located.isExact(), () -> located.unexplained().toString());
      assertTrue(located.candidates().contains(applied), located.candidates().toString());
      for (int candidate : located.candidates()) {
        assertEquals(
            List.of(), new SchemaDiffer(DIALECT).diff(located.prefixes().get(candidate), live));
      }
      if (applied < script.size()) {
        live =
            ((Applied.Ok)
                    INTERPRETER.apply(live, Session.in(PUBLIC), neighbours.edits().get(applied)))
                .schema();
      }
    }
  }

  private static DdlStatement.CreateEnum type(String name) {
    return new DdlStatement.CreateEnum(
        ObjectName.unqualified(Identifier.of(name)), List.of("a", "b"));
  }

  private static Schema with(Schema schema, String name) {
    return schema.with(
        new EnumType(new ObjectName(PUBLIC, Identifier.of(name)), List.of("a", "b")));
  }

  /** BEGIN, a type, COMMIT, an UPDATE, another type. */
  private static List<ParsedStatement> mixed() {
    return List.of(
        new ParsedStatement.Inert(text(1), "BEGIN"),
        new ParsedStatement.Ddl(text(2), List.of(type("one"))),
        new ParsedStatement.Inert(text(3), "COMMIT"),
        new ParsedStatement.Inert(text(4), "UPDATE"),
        new ParsedStatement.Ddl(text(5), List.of(type("two"))));
  }

  @Example
  void statementsWithoutAMarkAreATie() {
    Schema empty = INTERPRETER.initial();
    Located none = locate(empty, mixed(), empty, true);
    assertEquals(List.of(0), none.candidates());
    Located tie = locate(empty, mixed(), with(empty, "one"), true);
    assertEquals(List.of(3, 4), tie.candidates());
    RunHint hint = RunHint.of("Please check the query number 5 from the migration file.");
    assertEquals(OptionalInt.of(5), hint.failedIn(tie));
    assertEquals(List.of(3, 4), tie.under(hint).candidates());
    Located autocommit = locate(empty, mixed(), with(empty, "one"), false).under(hint);
    assertEquals(List.of(4), autocommit.candidates());
  }

  @Example
  void driftHidesNoPlace() {
    Schema empty = INTERPRETER.initial();
    Schema live = with(with(empty, "one"), "stranger");
    Located located = locate(empty, mixed(), live, true);
    assertEquals(List.of(3, 4), located.candidates());
    assertTrue(located.isExact());
    assertEquals(1, located.drift().size());
    assertEquals("stranger", located.drift().getFirst().ref().name().name().text());
  }
}
