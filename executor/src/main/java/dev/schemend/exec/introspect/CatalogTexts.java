package dev.schemend.exec.introspect;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.Diagnostic.Severity;
import dev.schemend.source.SourceText;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands the SQL that catalogs hold to the frontend. A text that it cannot read is kept whole and
 * reported: nothing is lost, nothing throws.
 */
public final class CatalogTexts {

  private static final String UNREADABLE = "unreadable";
  private static final String HINT = "this part is carried as text: changes to it are not seen";

  private final SqlFrontend frontend;
  private final Findings findings;

  /** Reads by {@code frontend} and tells {@code findings}. */
  public CatalogTexts(SqlFrontend frontend, Findings findings) {
    this.frontend = frontend;
    this.findings = findings;
  }

  /**
   * An expression.
   *
   * @param place where it stands, for messages: {@code default of app.users.id}
   */
  public SqlExpr expression(String text, String place) {
    return frontend
        .expression(text)
        .orElseGet(
            () -> {
              unreadable(text, place, "no expression that can be read");
              return new SqlExpr.Opaque(List.of(text.strip()));
            });
  }

  /** A type; one that cannot be read becomes a type of that name. */
  public SqlType type(String text, String place) {
    return frontend
        .type(text)
        .orElseGet(
            () -> {
              unreadable(text, place, "no type that can be read");
              return new SqlType.UserDefined(
                  ObjectName.unqualified(Identifier.of(text)), List.of());
            });
  }

  /** The statements that a definition means; empty, and reported, where it cannot be read. */
  public List<DdlStatement> definition(String text, String place) {
    List<DdlStatement> statements = new ArrayList<>();
    for (ParsedStatement parsed : frontend.parse(new SourceText(place, text)).statements()) {
      switch (parsed) {
        case ParsedStatement.Ddl ddl -> statements.addAll(ddl.statements());
        case ParsedStatement.Unknowable unknowable ->
            unreadable(text, place, unknowable.diagnostic().message());
        case ParsedStatement.Broken broken ->
            unreadable(text, place, broken.diagnostic().message());
        case ParsedStatement.Code code -> unreadable(text, place, "no definition");
        case ParsedStatement.Inert inert -> unreadable(text, place, "no definition");
        case ParsedStatement.SetSearchPath set -> unreadable(text, place, "no definition");
        case ParsedStatement.SetVariables set -> unreadable(text, place, "no definition");
      }
    }
    return statements;
  }

  /** The text of a statement, for what is carried as text. */
  public String text(DdlStatement statement) {
    return frontend.print(statement);
  }

  private void unreadable(String text, String place, String why) {
    SourceText source = new SourceText(place, text);
    findings.add(
        new Diagnostic(
            UNREADABLE,
            Severity.WARNING,
            Optional.of(source.span(0, text.length())),
            why + ": " + text,
            HINT));
  }
}
