package dev.schemend.parser.postgres;

import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.source.SourceText;

/**
 * Cuts a PostgreSQL script as psql does: at semicolons outside of quotes, comments, parentheses and
 * the bodies of SQL-standard routines. Strings are read with {@code standard_conforming_strings}
 * on. Variables that the script sets are replaced, and branches that do not run are left out: the
 * source of what comes back is then not the script itself, but a text put together from it.
 *
 * <p>Source: manual, "Lexical Structure" and "psql"; server source {@code src/fe_utils/psqlscan.l}.
 */
public final class PostgresSplitter implements ScriptSplitter {

  @Override
  public SplitScript split(SourceText script) {
    return new PostgresScan(PsqlInput.read(script).source()).split();
  }

  @Override
  public SplitScript splitAsWritten(SourceText script) {
    return new PostgresScan(script).split();
  }
}
