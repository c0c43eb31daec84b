package dev.schemend.parser.query;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** The relations that a query reads. */
public final class QueryRelations {

  private QueryRelations() {}

  /**
   * The relations of {@code select}, as it writes them, quotes and qualifiers included; empty where
   * it cannot be read.
   */
  public static Optional<Set<String>> read(String select) {
    try {
      // The parser itself: the library's entry points start a thread per text to bound its time.
      Statement statement =
          new CCJSqlParser(new StringProvider(select)).withAllowComplexParsing(false).Statement();
      return Optional.of(new TreeSet<>(new TablesNamesFinder<Void>().getTables(statement)));
    } catch (ParseException
        | TokenMgrException
        | UnsupportedOperationException
        // The library's walk over a window without an order.
        | NullPointerException unreadable) {
      return Optional.empty();
    }
  }
}
