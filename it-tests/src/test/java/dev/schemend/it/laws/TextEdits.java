package dev.schemend.it.laws;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.Edits;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Statements as people write them, read by the frontend, among those that another makes as values.
 * What cannot be read is a mistake of these tests.
 *
 * @param kit reads them
 * @param values makes tables and what belongs to them
 * @param texts writes statements on everything else
 */
record TextEdits(DialectKit kit, Edits values, Texts texts) implements Edits {

  /** Writes a statement that may or may not be accepted after {@code schema}. */
  @FunctionalInterface
  interface Texts {
    String write(Schema schema, RandomGenerator random);
  }

  @Override
  public Optional<DdlStatement> propose(Schema schema, RandomGenerator random) {
    if (random.nextBoolean()) {
      return values.propose(schema, random);
    }
    String text = texts.write(schema, random);
    ParsedScript script = kit.frontend().parse(new SourceText("edit", text));
    if (!(script.statements().getFirst() instanceof ParsedStatement.Ddl ddl)) {
      throw new IllegalStateException(text + ": " + script.statements().getFirst());
    }
    return Optional.of(ddl.statements().getFirst());
  }
}
