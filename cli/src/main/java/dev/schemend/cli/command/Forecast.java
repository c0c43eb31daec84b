package dev.schemend.cli.command;

import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.ForecastText;
import dev.schemend.dialect.Flavor;
import dev.schemend.exec.run.Grouping;
import dev.schemend.exec.run.ScriptGroup;
import dev.schemend.history.Migration;
import java.util.List;

/** Says beforehand in which transactions migrations will run. */
final class Forecast {

  private final OpenedDatabase opened;
  private final Surroundings surroundings;

  Forecast(OpenedDatabase opened, Surroundings surroundings) {
    this.opened = opened;
    this.surroundings = surroundings;
  }

  private List<ScriptGroup> groups(Migration migration) {
    return opened
        .live()
        .scripts()
        .forecast(
            opened.database().identity().version(),
            opened.kit().frontend().split(migration.script()),
            Grouping.of(migration.wish()));
  }

  /** Prints all of it, and runs nothing. */
  void print(List<Migration> pending) {
    for (Migration migration : pending) {
      surroundings.out().println(migration.name());
      ForecastText.lines(groups(migration)).forEach(surroundings.out()::println);
    }
  }

  /** Warns where PostgreSQL, whose DDL is transactional, will not run a migration as a whole. */
  void warn(List<Migration> pending) {
    if (opened.database().identity().flavor() == Flavor.POSTGRESQL) {
      pending.stream()
          .flatMap(migration -> ForecastText.remarks(migration.name(), groups(migration)).stream())
          .forEach(remark -> surroundings.err().println("note: " + remark));
    }
  }
}
