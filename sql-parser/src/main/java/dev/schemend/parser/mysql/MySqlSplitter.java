package dev.schemend.parser.mysql;

import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.source.SourceText;

/**
 * Cuts a MySQL or MariaDB script as the mysql client does, {@code DELIMITER} included, and one
 * thing better: while the delimiter is the semicolon, the blocks of a stored program keep theirs.
 * Quotes are read with {@code NO_BACKSLASH_ESCAPES} and {@code ANSI_QUOTES} off.
 *
 * <p>Source: MySQL manual, "Comments", "String Literals", "mysql Client Commands" and "Compound
 * Statement Syntax"; client source {@code client/mysql.cc}, function {@code add_line}.
 */
public final class MySqlSplitter implements ScriptSplitter {

  @Override
  public SplitScript split(SourceText script) {
    return new MySqlScan(script).split();
  }
}
