package dev.schemend.it.scale;

import dev.schemend.cli.render.ScriptText;
import dev.schemend.dialect.Flavor;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.rename.RenameAdvice;
import dev.schemend.rename.Renames;
import dev.schemend.verify.PlanResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * A program: reads, compares and plans schemas of growing size of which 5 % differ, and prints what
 * each took for a table and how that grew. Sizes may be given.
 */
public final class Scaling {

  /** What was done to two schemas of one size. */
  private record Row(
      int tables,
      Work<Schema> fold,
      Work<List<Change>> diff,
      Work<Renames> renames,
      Work<PlanResult> plan,
      Work<String> script) {}

  private Scaling() {}

  /** Runs it. */
  public static void main(String[] sizes) {
    List<Integer> tables =
        sizes.length == 0
            ? List.of(100, 1_000, 10_000)
            : List.of(sizes).stream().map(Integer::valueOf).toList();
    for (Flavor flavor : List.of(Flavor.POSTGRESQL, Flavor.MYSQL)) {
      SizedSchemas schemas = SizedSchemas.of(flavor);
      for (int warm = 0; warm < 3; warm++) {
        measure(schemas, 300);
      }
      List<Row> rows = new ArrayList<>();
      tables.forEach(count -> rows.add(measure(schemas, count)));
      print(flavor, rows, System.out);
    }
  }

  private static Row measure(SizedSchemas schemas, int tables) {
    ChangePolicy policy = ChangePolicy.DEFAULT;
    String newer = schemas.newer(tables);
    Schema from = schemas.fold(schemas.older(tables));
    Work<Schema> fold = Work.of(() -> schemas.fold(newer));
    Schema to = fold.result();
    Work<List<Change>> diff = Work.of(() -> schemas.kit().differ().diff(from, to));
    Work<Renames> renames =
        Work.of(() -> schemas.kit().renames(policy).search(from, to, RenameAdvice.NONE));
    Work<PlanResult> plan =
        Work.of(() -> schemas.kit().planMaker(policy).plan(renames.result(), to));
    if (!(plan.result() instanceof PlanResult.Proven(Plan proven, Schema reached))) {
      throw new IllegalStateException("not proven: " + plan.result());
    }
    Work<String> script = Work.of(() -> ScriptText.of(proven, schemas.kit().frontend()));
    return new Row(tables, fold, diff, renames, plan, script);
  }

  private static void print(Flavor flavor, List<Row> rows, PrintStream out) {
    out.println(flavor.productName());
    out.println("| tables | read and fold | compare | search renames | plan and prove | print |");
    out.println("|---|---|---|---|---|---|");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "| %,d | %s | %s | %s | %s | %s |%n",
          row.tables(),
          cell(row.fold(), row.tables()),
          cell(row.diff(), row.tables()),
          cell(row.renames(), row.tables()),
          cell(row.plan(), row.tables()),
          cell(row.script(), row.tables()));
    }
    Row first = rows.getFirst();
    Row last = rows.getLast();
    out.printf(
        Locale.ROOT,
        "| %d times as many | %s | %s | %s | %s | %s |%n%n",
        last.tables() / first.tables(),
        growth(first, last, row -> row.fold().bytes()),
        growth(first, last, row -> row.diff().bytes()),
        growth(first, last, row -> row.renames().bytes()),
        growth(first, last, row -> row.plan().bytes()),
        growth(first, last, row -> row.script().bytes()));
  }

  private static String cell(Work<?> work, int tables) {
    return String.format(
        Locale.ROOT,
        "%,d ms, %.1f µs and %.1f kB a table",
        work.nanos() / 1_000_000,
        work.nanos() / 1e3 / tables,
        work.bytes() / 1e3 / tables);
  }

  private static String growth(Row first, Row last, ToLongFunction<Row> bytes) {
    return String.format(
        Locale.ROOT,
        "%.2f times the memory asked for by each",
        (double) bytes.applyAsLong(last)
            / last.tables()
            / ((double) bytes.applyAsLong(first) / first.tables()));
  }
}
