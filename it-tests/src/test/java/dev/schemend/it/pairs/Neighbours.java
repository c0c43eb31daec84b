package dev.schemend.it.pairs;

import dev.schemend.apply.FoldState;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.tool.Layouts;
import dev.schemend.verify.PlanMaker;
import dev.schemend.verify.PlanResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Plans from each state of a history to the next and back, without a server, and tells which plans
 * are refused and what they leave: {@code Neighbours FLAVOR MAJOR.MINOR DIRECTORY …}, files in the
 * plain layout.
 */
public final class Neighbours {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final DialectKit kit;
  private final PlanMaker maker;
  private int plans;
  private int refused;
  private int left;

  private Neighbours(ServerProfile profile) {
    this.kit = DialectKit.of(profile);
    this.maker = kit.planMaker(new ChangePolicy(new TreeSet<>(), true));
  }

  /** Exits with 0 when every plan was proven, else with 1. */
  public static void main(String[] arguments) {
    Flavor flavor = Flavor.valueOf(arguments[0]);
    boolean clean = true;
    for (int i = 2; i < arguments.length; i++) {
      Neighbours neighbours = new Neighbours(profile(flavor, arguments[1]));
      clean &= neighbours.run(Path.of(arguments[i]));
    }
    System.exit(clean ? 0 : 1);
  }

  private static ServerProfile profile(Flavor flavor, String version) {
    ServerVersion server = ServerVersion.parse(version).orElseThrow();
    return flavor == Flavor.POSTGRESQL
        ? new ServerProfile(flavor, server, Identifier.of("public"), false, "UTF8", "")
        : new ServerProfile(
            flavor, server, Identifier.NONE, false, "utf8mb4", "utf8mb4_general_ci");
  }

  private boolean run(Path directory) {
    MigrationHistory history =
        Layouts.read(
            directory.toString(),
            directory.toAbsolutePath().getParent(),
            Optional.of("plain"),
            new LayoutOptions(Optional.of(kit.profile().flavor()), Map.of(), Optional.empty()));
    FoldState before = kit.fold().start();
    for (Migration migration : history.migrations()) {
      FoldState after = kit.fold().run(before, kit.frontend().parse(migration.script()));
      plan(before.schema(), after.schema(), migration.name() + " forward");
      plan(after.schema(), before.schema(), migration.name() + " back");
      before = after;
    }
    out.println(
        "%s: %d plans, %d refused, %d changes left".formatted(directory, plans, refused, left));
    return refused == 0;
  }

  private void plan(Schema from, Schema to, String what) {
    plans++;
    switch (maker.plan(from, to)) {
      case PlanResult.Proven proven -> {
        left += proven.plan().left().size();
        proven
            .plan()
            .left()
            .forEach(
                one -> out.println(what + " leaves " + one.change().ref() + ": " + one.reason()));
      }
      case PlanResult.Refused plan -> {
        refused++;
        out.println(what + " refused: " + plan.reason().message());
      }
    }
  }
}
