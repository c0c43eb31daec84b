package dev.schemend.it.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a dump may hide, and what they may not. */
class PlainWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "d timestamp DEFAULT timezone('utc'::text, now()) NOT NULL"
            + " | d timestamp DEFAULT (now() AT TIME ZONE 'utc'::text) NOT NULL",
        "CREATE INDEX i ON t USING btree (timezone('utc'::text, d));"
            + " | CREATE INDEX i ON t USING btree (((d AT TIME ZONE 'utc'::text)));",
        "g text GENERATED ALWAYS AS (btrim(a)) STORED"
            + " | g text GENERATED ALWAYS AS (TRIM(BOTH FROM a)) STORED",
        "CHECK ((a = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])))"
            + " | CHECK ((a = ANY (ARRAY[('x'::character varying)::text,"
            + " ('y'::character varying)::text])))",
        "(\"substring\"(c, \"position\"(c, 'x'::text)))"
            + " | (SUBSTRING(c FROM POSITION(('x'::text) IN (c))))",
        "CHECK ((a = 0)) | CHECK ((a = ANY (ARRAY[0])))",
        "a integer[] DEFAULT '{}'::integer[] | a integer[] DEFAULT ARRAY[]::integer[]",
        "a numeric[] DEFAULT ARRAY[(1)::numeric] | a numeric[] DEFAULT ARRAY['1'::numeric]",
        "a character varying(9) | a character varying(9) DEFAULT NULL::character varying",
        "a bigint DEFAULT 2 | a bigint DEFAULT '2'::bigint",
        "a double precision DEFAULT 0 | a double precision DEFAULT 0.0",
        "CREATE INDEX i ON t USING btree (a) WITH (b='1', c='2') WHERE (a > 0);"
            + " | CREATE INDEX i ON t USING btree (a) WITH (c='2', b='1') WHERE (a > 0);",
      })
  void saysTheSame(String one, String other) {
    assertEquals(PlainWords.of(one), PlainWords.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a numeric DEFAULT 0 | a numeric DEFAULT 0.0",
        "a text DEFAULT 0 | a text DEFAULT 0.0",
        "a public.d | a public.d DEFAULT NULL::public.d",
        "CHECK ((a = ANY (ARRAY[0, 1]))) | CHECK ((a = 0))",
        "CHECK ((a = ALL (ARRAY[0]))) | CHECK ((a = 1))",
        "CHECK ((a = ANY (ARRAY[(b)::text, (c)::name])))"
            + " | CHECK ((a = ANY ((ARRAY[b, c])::text[])))",
        "CHECK ((timezone(a, b) > c)) | CHECK (((a AT TIME ZONE b) > c))",
        "g text GENERATED ALWAYS AS (btrim(a)) STORED"
            + " | g text GENERATED ALWAYS AS (TRIM(LEADING FROM a)) STORED",
        "CHECK (((a + b) * c > 0)) | CHECK ((a + (b * c) > 0))",
      })
  void tellsApart(String one, String other) {
    assertNotEquals(PlainWords.of(one), PlainWords.of(other));
  }
}
