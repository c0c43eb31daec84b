package dev.schemend.it.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;
import dev.schemend.source.SourceText;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code that asks the clock is followed where somebody has told the time, and only there. */
class ClockTest {

  private static final DialectKit POSTGRES =
      DialectKit.of(
          new ServerProfile(
              Flavor.POSTGRESQL,
              ServerVersion.of(16, 0, 0),
              Identifier.of("public"),
              false,
              "",
              ""));

  private static final String SCRIPT =
      """
      CREATE TABLE events (at timestamptz NOT NULL, day date) PARTITION BY RANGE (at);
      CREATE FUNCTION add_day(base text, day date) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE first text; next text;
      BEGIN
        SELECT to_char(day, 'YYYYMMDD') INTO first;
        next := to_char(day + INTERVAL '1 day', 'yyyymmdd');
        EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (''%s'') TO (''%s'')',
          base || '_' || first, base, first, next);
      END $$;
      SELECT add_day('events', CURRENT_DATE);
      SELECT add_day('events', now()::date + 1);
      SELECT add_day('events', (now() - INTERVAL '2 weeks')::date);
      DO $$
      BEGIN
        EXECUTE format('CREATE TABLE %I (id int)', to_char(date_trunc('week', now()), '"from_"YYYY-MM-DD'));
        EXECUTE format('CREATE TABLE %I (id int)', 'month_' || to_char(date_trunc('month', CURRENT_DATE), 'MM_DD'));
        EXECUTE 'CREATE TABLE quarter_' || to_char('tomorrow'::date, 'YYYY"_"Q') || ' (id int)';
      END $$;
      """;

  private static final String PLAIN =
      """
      CREATE TABLE events (at timestamptz NOT NULL, day date) PARTITION BY RANGE (at);
      CREATE TABLE events_20240229 PARTITION OF events
        FOR VALUES FROM ('2024-02-29 00:00:00+01') TO ('2024-03-01 00:00:00+01');
      CREATE TABLE events_20240301 PARTITION OF events
        FOR VALUES FROM ('2024-03-01 00:00:00+01') TO ('2024-03-02 00:00:00+01');
      CREATE TABLE events_20240215 PARTITION OF events
        FOR VALUES FROM ('2024-02-15 00:00:00+01') TO ('2024-02-16 00:00:00+01');
      CREATE TABLE "from_2024-02-26" (id int);
      CREATE TABLE "month_02_01" (id int);
      CREATE TABLE quarter_2024_1 (id int);
      """;

  @Test
  void codeRunsAtTheMomentThatIsTold() {
    Session session =
        Session.in(Identifier.of("public")).at(OffsetDateTime.parse("2024-02-29T23:30:00+01:00"));
    FoldState folded = fold(session, SCRIPT);
    assertEquals(List.of(), folded.coverage().unknown());
    assertEquals(
        fold(session, PLAIN).schema().objects().keys().toList(),
        folded
            .schema()
            .objects()
            .keys()
            .filter(one -> !one.toString().contains("add_day"))
            .toList());
    fold(session, PLAIN)
        .schema()
        .objects()
        .values()
        .forEach(one -> assertEquals(one, folded.schema().get(one.ref()).orElseThrow()));
  }

  @Test
  void withoutAClockItIsNotFollowed() {
    FoldState folded = fold(Session.in(Identifier.of("public")), SCRIPT);
    assertTrue(folded.coverage().unknown().size() >= 3, () -> "" + folded.coverage().unknown());
    assertTrue(
        folded.coverage().unknown().stream()
            .allMatch(one -> one.text().contains("the moment at which it runs")),
        () -> "" + folded.coverage().unknown());
  }

  private static FoldState fold(Session session, String script) {
    SchemaFold fold = POSTGRES.fold(session);
    return fold.run(fold.start(), POSTGRES.frontend().parse(new SourceText("script.sql", script)));
  }
}
