package dev.schemend.cli.kit;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.Schema;
import dev.schemend.parser.prisma.sql.PrismaScript;
import dev.schemend.plan.Plan;
import dev.schemend.planning.prisma.PrismaDialect;
import dev.schemend.planning.prisma.PrismaOverlay;
import dev.schemend.planning.prisma.PrismaPair;
import dev.schemend.planning.prisma.PrismaPlanner;
import dev.schemend.rename.Renames;
import dev.schemend.verify.PlanMaker;
import dev.schemend.verify.PlanResult;
import java.util.Objects;

/**
 * What is needed to plan as Prisma does for one server.
 *
 * @param kit the server's own
 * @param dialect how Prisma compares and alters there
 * @param qualifying writes every name with its schema
 */
public record PrismaKit(DialectKit kit, PrismaDialect dialect, SqlFrontend qualifying) {

  /** Rejects null parts. */
  public PrismaKit {
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(qualifying, "qualifying");
  }

  /** The schema that Prisma would lead to: what it cannot say stays as it is. */
  public Schema target(PrismaPair pair, Schema from, Schema to) {
    return PrismaOverlay.of(dialect, pair, from, to);
  }

  /** Plans as Prisma does, and proves it like any plan. */
  public PlanResult plan(PrismaPair pair, ChangePolicy policy, Renames from, Schema target) {
    return new PlanMaker(
            kit.dialect(),
            new SchemaDiffer(kit.dialect(), kit.frontend()::print).knowing(kit.settled()),
            new PrismaPlanner(dialect, pair),
            kit.interpreter(),
            policy,
            kit.hazards(),
            new PrintedStatements(frontend(pair.options().qualifies())))
        .plan(from, target);
  }

  /** A plan as a script of Prisma's. */
  public String script(PrismaPair pair, Plan plan) {
    return PrismaScript.of(
        plan.steps(),
        frontend(pair.options().qualifies())::print,
        frontend(pair.options().qualifiesOlder())::print);
  }

  private SqlFrontend frontend(boolean qualifies) {
    return qualifies ? qualifying : kit.frontend();
  }
}
