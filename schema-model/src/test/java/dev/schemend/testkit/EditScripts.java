package dev.schemend.testkit;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.ListArbitrary;

/**
 * Random schemas as edit scripts: lists of statements that are valid one after the other.
 *
 * <p>A script is drawn as a list of seeds, each of which proposes a statement for the schema so
 * far; what the interpreter refuses is left out. So a script shrinks by leaving out edits, and two
 * schemas a few edits apart are realistic neighbours.
 */
public final class EditScripts {

  private final SchemaInterpreter interpreter;
  private final Session session;
  private final Edits edits;

  /** Scripts of {@code edits} for the server that {@code dialect} speaks for. */
  public EditScripts(Dialect dialect, SchemaInterpreter interpreter, Edits edits) {
    this.interpreter = interpreter;
    this.session = Session.in(dialect.profile().defaultSchema());
    this.edits = edits;
  }

  /**
   * Two schemas with the edits between them.
   *
   * @param base the statements that made {@code from} out of an empty database
   * @param from the older schema
   * @param edits the statements that make {@code to} out of {@code from}
   * @param to the newer schema
   */
  public record Neighbours(
      List<DdlStatement> base, Schema from, List<DdlStatement> edits, Schema to) {

    /** Copies the lists. */
    public Neighbours {
      base = List.copyOf(base);
      edits = List.copyOf(edits);
    }

    @Override
    public String toString() {
      return "base " + lines(base) + "\nedits " + lines(edits);
    }

    private static String lines(List<DdlStatement> statements) {
      StringBuilder text = new StringBuilder();
      statements.forEach(statement -> text.append("\n  ").append(statement));
      return text.toString();
    }
  }

  /**
   * Neighbours: up to {@code size} proposals for the older, up to {@code distance} between; of each
   * number there are as many, since the small schemas that are drawn by default show little.
   */
  public Arbitrary<Neighbours> neighbours(int size, int distance) {
    return seeds(size).flatMap(base -> seeds(distance).map(edits -> neighbours(base, edits)));
  }

  private static ListArbitrary<Long> seeds(int most) {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private Neighbours neighbours(List<Long> baseSeeds, List<Long> editSeeds) {
    List<DdlStatement> base = new ArrayList<>();
    Schema from = run(interpreter.initial(), baseSeeds, base);
    List<DdlStatement> between = new ArrayList<>();
    Schema to = run(from, editSeeds, between);
    return new Neighbours(base, from, between, to);
  }

  /** Scripts of up to {@code size} statements for an empty database. */
  public Arbitrary<List<DdlStatement>> scripts(int size) {
    return neighbours(size, 0).map(Neighbours::base);
  }

  private Schema run(Schema start, List<Long> seeds, List<DdlStatement> accepted) {
    Schema schema = start;
    for (long seed : seeds) {
      Optional<DdlStatement> proposed = edits.propose(schema, new SplittableRandom(seed));
      if (proposed.isPresent()
          && interpreter.apply(schema, session, proposed.get()) instanceof Applied.Ok ok) {
        accepted.add(proposed.get());
        schema = ok.schema();
      }
    }
    return schema;
  }
}
