package dev.schemend.cli.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredTest {

  @ParameterizedTest
  @CsvSource({
    "audit_*, public, audit_log, true",
    "audit_*, public, my_audit_log, false",
    "public.audit_*, public, audit_log, true",
    "public.audit_*, other, audit_log, false",
    "cron.*, cron, job, true",
    "cron.*, public, cronxjob, false",
    "t?, public, t1, true",
    "t?, public, t, false",
    "a.b, public, axb, false"
  })
  void meansNamesWithAndWithoutTheirSchema(
      String pattern, String schema, String name, boolean expected) {
    assertEquals(
        expected,
        new Ignored(List.of(pattern))
            .holds(new ObjectName(Identifier.of(schema), Identifier.of(name))));
  }
}
