package dev.schemend.it.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.rename.RenameAdvice;
import dev.schemend.rename.Renames;
import dev.schemend.verify.PlanResult;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Work grows with the size of schemas, and no faster. It is counted in memory asked for, which does
 * not depend on the machine or on what else it does; maps that are trees add a factor that grows
 * with the logarithm.
 */
class LinearWorkTest {

  private static final int FEW = 400;
  private static final int TIMES = 5;

  /** How much more a table may cost among five times as many: less than a logarithm and a bit. */
  private static final double GROWTH = 1.25;

  @ParameterizedTest
  @EnumSource(
      value = Flavor.class,
      names = {"POSTGRESQL", "MYSQL"})
  void everyPartIsLinear(Flavor flavor) {
    SizedSchemas schemas = SizedSchemas.of(flavor);
    work(schemas, 60);
    long[] few = work(schemas, FEW);
    long[] many = work(schemas, FEW * TIMES);
    for (int part = 0; part < few.length; part++) {
      double growth = (double) many[part] / few[part] / TIMES;
      assertTrue(growth < GROWTH, flavor + ", part " + part + ": " + growth);
    }
  }

  /** Memory asked for by reading, comparing, searching for renames, and planning with proof. */
  private static long[] work(SizedSchemas schemas, int tables) {
    ChangePolicy policy = ChangePolicy.DEFAULT;
    Schema from = schemas.fold(schemas.older(tables));
    String newer = schemas.newer(tables);
    Work<Schema> to = Work.of(() -> schemas.fold(newer));
    Work<List<Change>> diff = Work.of(() -> schemas.kit().differ().diff(from, to.result()));
    Work<Renames> renames =
        Work.of(() -> schemas.kit().renames(policy).search(from, to.result(), RenameAdvice.NONE));
    Work<PlanResult> plan =
        Work.of(() -> schemas.kit().planMaker(policy).plan(renames.result(), to.result()));
    assertTrue(plan.result() instanceof PlanResult.Proven, plan.result()::toString);
    return new long[] {to.bytes(), diff.bytes(), renames.bytes(), plan.bytes()};
  }

  /** What two versions of a schema share costs a comparison nothing. */
  @Test
  void sharedPartsCostNothing() {
    SizedSchemas schemas = SizedSchemas.of(Flavor.MYSQL);
    int tables = 10_000;
    Schema from = schemas.fold(schemas.older(tables));
    Schema to = schemas.onTopOf(from, schemas.edits(tables));
    int changed = tables / SizedSchemas.CHANGED;
    // These, and no other objects, are looked into.
    assertEquals(changed, to.objects().editsSince(from.objects()).size());
    assertEquals(changed, schemas.kit().differ().diff(from, to).size());
    Schema one = schemas.onTopOf(from, "ALTER TABLE t7 ADD COLUMN extra integer;");
    Supplier<List<Change>> diff = () -> schemas.kit().differ().diff(from, one);
    assertEquals(1, diff.get().size());
    long bytes = Work.of(diff).bytes();
    assertTrue(bytes < 50_000, "one change among 10,000 tables: " + bytes + " bytes");
  }
}
