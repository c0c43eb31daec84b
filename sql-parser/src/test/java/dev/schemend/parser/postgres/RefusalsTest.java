package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.model.Schema;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts whose last statement the interpreter refuses, with PostgreSQL's own SQLSTATE. */
class RefusalsTest {

  private static final PostgresFrontend FRONTEND =
      new PostgresFrontend(PostgresFrontendLaws.PROFILE);
  private static final SchemaInterpreter INTERPRETER =
      new PostgresInterpreter(new PostgresDialect(PostgresFrontendLaws.PROFILE));

  private static final String BEFORE =
      "CREATE TYPE mood AS ENUM ('ok'); CREATE SEQUENCE s;"
          + " CREATE TABLE t (i int GENERATED ALWAYS AS IDENTITY, n int DEFAULT nextval('s'),"
          + " m mood NOT NULL, c text);";

  /** Tried on PostgreSQL 14 and 18; ok is what both accept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t ALTER i TYPE numeric(10,2) | 22023",
        "ALTER TABLE t ALTER i DROP IDENTITY, ALTER i TYPE text | 22023",
        "ALTER TABLE t ALTER i DROP IDENTITY; ALTER TABLE t ALTER i TYPE text | ok",
        "ALTER TABLE t ALTER i TYPE bigint, ALTER i DROP IDENTITY | ok",
        "ALTER TABLE t ALTER m ADD GENERATED ALWAYS AS IDENTITY | 22023",
        "CREATE TABLE u (c uuid GENERATED ALWAYS AS IDENTITY) | 22023",
        "ALTER TABLE t ALTER n TYPE serial | 42704",
        "ALTER TABLE t ADD a serial | ok",
        "CREATE TABLE u (c serial[]) | 0A000",
        "CREATE TABLE u (c int DEFAULT 1::serial) | 42704",
        "ALTER TABLE t ALTER m SET DEFAULT nextval('s') | 42804",
        "ALTER TABLE t ADD a mood DEFAULT nextval('s') | 42804",
        "ALTER TABLE t ALTER n TYPE mood USING n::text::mood | 42804",
        "CREATE TABLE u (c text[] DEFAULT nextval('s')) | 42804",
        "CREATE TABLE u (c mood DEFAULT 1) | 42804",
        "CREATE TABLE u (c boolean DEFAULT 1) | 42804",
        "ALTER TABLE t ALTER c SET DEFAULT nextval('s') | ok",
        "CREATE TABLE u (o oid DEFAULT 1, g regclass DEFAULT 1, n numeric DEFAULT 1) | ok",
        "CREATE TABLE u (d double precision DEFAULT 1, a money DEFAULT 1.5, t text DEFAULT true) |"
            + " ok"
      })
  void refusals(String script, String expected) {
    assertEquals(expected, answer(BEFORE + script));
  }

  private static String answer(String script) {
    Schema schema = INTERPRETER.initial();
    for (ParsedStatement parsed : FRONTEND.parse(new SourceText("s", script)).statements()) {
      for (DdlStatement statement :
          assertInstanceOf(ParsedStatement.Ddl.class, parsed).statements()) {
        Session session = Session.in(PostgresFrontendLaws.PROFILE.defaultSchema());
        switch (INTERPRETER.apply(schema, session, statement)) {
          case Applied.Ok ok -> schema = ok.schema();
          case Applied.Rejected rejected -> {
            return rejected.error().code().sqlState();
          }
        }
      }
    }
    return "ok";
  }
}
