package dev.schemend.parser.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.parser.prisma.sql.PrismaVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrismaVersionTest {

  @ParameterizedTest
  @CsvSource({"6.3.1, 6.3.1", "~6.3.1, 6.3.1", "^6.3.1, 6.19.3", "^5.0.0, 5.22.0", "^9.1.0, 9.1.0"})
  void rangesMeanWhatIsInstalled(String range, String version) {
    assertEquals(version, PrismaVersion.newestIn(range).orElseThrow().toString());
  }
}
