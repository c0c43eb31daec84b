package dev.schemend.cli.command;

import dev.schemend.cli.fleet.Books;
import dev.schemend.cli.fleet.Crew;
import dev.schemend.cli.fleet.Fate;
import dev.schemend.cli.fleet.Member;
import dev.schemend.cli.fleet.Result;
import dev.schemend.cli.fleet.Situation;
import dev.schemend.cli.fleet.Survey;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failures;
import dev.schemend.cli.state.FailedMigrationReader;
import dev.schemend.cli.state.ReadState;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.exec.ledger.HistoryDiagnosis;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import java.util.List;
import java.util.Optional;

/** Looks at databases, and keeps of each only how it stands. */
final class FleetSurveyor {

  private final MigrationHistory local;

  FleetSurveyor(MigrationHistory local) {
    this.local = local;
  }

  /** How all of them stand. */
  Survey survey(Crew crew, List<Member> members) {
    return Survey.of(crew.each(members, () -> false, this::look));
  }

  private Survey.Sight look(Member member) {
    try (OpenedDatabase opened = OpenedDatabase.at(member.url()).of(local)) {
      return new Survey.Sight(member, Optional.of(situation(opened)), Optional.empty());
    } catch (RuntimeException failure) {
      return new Survey.Sight(
          member,
          Optional.empty(),
          Optional.of(Result.of(member, Fate.UNREACHED, Failures.of(failure))));
    }
  }

  /** How an open database stands. */
  Situation situation(OpenedDatabase opened) {
    DialectKit kit = opened.kit();
    FailedMigrationReader reader = new FailedMigrationReader(kit, opened.database());
    ReadState live = reader.live();
    return new Situation(
        nameless(kit.profile()),
        FailedMigrationReader.POLICY.visible(live.schema()).fingerprint(),
        live.invalidIndexes(),
        books(reader, opened.diagnosis(local)));
  }

  /** On MySQL the rules know the database by its name, which each has of its own. */
  private static ServerProfile nameless(ServerProfile profile) {
    return new ServerProfile(
        profile.flavor(),
        profile.version(),
        profile.defaultSchema(),
        profile.foldTableNames(),
        profile.characterSet(),
        profile.collation());
  }

  /** What the history of an open database says. */
  static Books books(OpenedDatabase opened, HistoryDiagnosis diagnosis) {
    return books(new FailedMigrationReader(opened.kit(), opened.database()), diagnosis);
  }

  private static Books books(FailedMigrationReader reader, HistoryDiagnosis diagnosis) {
    List<String> edited = diagnosis.edited().stream().map(Migration::name).toList();
    return Books.of(diagnosis, row -> reader.record(row, edited.contains(row.migration())));
  }
}
