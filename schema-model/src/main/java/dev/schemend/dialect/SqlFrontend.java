package dev.schemend.dialect;

import dev.schemend.check.Check;
import dev.schemend.check.CheckSql;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.script.ParsedScript;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Everything that reads or writes a dialect's text; the adapter lives in sql-parser, so that nobody
 * else sees a grammar. One frontend serves one {@link ServerProfile}.
 */
public interface SqlFrontend {

  /** Cuts a script into statements, as the dialect's client would; never throws on bad input. */
  List<StatementText> split(SourceText script);

  /** Reads a script; what cannot be read is in the result with its place, nothing is lost. */
  ParsedScript parse(SourceText script);

  /**
   * A frontend whose scripts begin in the session that {@code sessionInit} leaves behind, where
   * that decides how their text is read.
   */
  default SqlFrontend after(SourceText sessionInit) {
    return this;
  }

  /** Reads one expression, as a catalog or a statement writes it; empty where it cannot be. */
  Optional<SqlExpr> expression(String text);

  /** Reads one type, as a catalog or a statement writes it; empty where it cannot be. */
  Optional<SqlType> type(String text);

  /**
   * Writes a statement without terminator. Names in the profile's default schema are written
   * without it.
   */
  String print(DdlStatement statement);

  /** Writes an expression. */
  String print(SqlExpr expression);

  /** Writes a type. */
  String print(SqlType type);

  /** Writes a question to a live database; it reads, and changes nothing. */
  CheckSql print(Check check);
}
