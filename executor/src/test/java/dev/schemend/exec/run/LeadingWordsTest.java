package dev.schemend.exec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingWordsTest {

  @Test
  void commentsAreNoWordsAndQuotedNamesAreNoKeywords() {
    assertEquals(
        List.of("DROP", "INDEX", "\"concurrently\"", ".", "`x`"),
        LeadingWords.of("/* a /* b */ c */ drop -- d\n index \"concurrently\" . `x` ( y", 5));
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    assertTrue(LeadingWords.of(text, 3).size() <= 3);
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN, true, false, false",
    "start transaction read only, true, false, false",
    "start replica, false, false, false",
    "commit and chain, false, true, false",
    "END, false, true, false",
    "COMMIT PREPARED 'x', false, false, false",
    "rollback, false, false, true",
    "abort work, false, false, true",
    "rollback to savepoint s, false, false, false",
    "rollback work to s, false, false, false",
    "'\"begin\"', false, false, false",
  })
  void transactionWordsAreToldApart(
      String statement, boolean begins, boolean commits, boolean rollsBack) {
    assertEquals(begins, TransactionWords.begins(statement));
    assertEquals(commits, TransactionWords.commits(statement));
    assertEquals(rollsBack, TransactionWords.rollsBack(statement));
  }
}
