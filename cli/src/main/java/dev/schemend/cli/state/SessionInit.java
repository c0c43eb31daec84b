package dev.schemend.cli.state;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failure;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a project's runner tells each session before it runs a migration: {@code --session-init}.
 *
 * @param sql statements that set the session up, or empty
 * @param now the moment at which the migrations run, {@code --now}; else code that asks for it is
 *     not followed
 */
public record SessionInit(String sql, Optional<OffsetDateTime> now) {

  /** A runner that leaves sessions as the server makes them. */
  public static final SessionInit NONE = new SessionInit("", Optional.empty());

  private static final String OPTION = "--session-init";

  /** What a server's session is sent first. */
  public List<StatementText> statements(DialectKit kit) {
    return kit.frontend().split(source());
  }

  /** The frontend that reads a migration in such a session. */
  public SqlFrontend frontend(DialectKit kit) {
    return sql.isBlank() ? kit.frontend() : kit.frontend().after(source());
  }

  /**
   * The session that a migration begins in.
   *
   * @throws dev.schemend.cli.process.FailureException where the text does more than set it up
   */
  public Session session(DialectKit kit) {
    SchemaFold fold = kit.fold();
    FoldState state = fold.start();
    for (ParsedStatement statement : kit.frontend().parse(source()).statements()) {
      switch (statement) {
        case ParsedStatement.SetVariables set -> state = fold.run(state, set);
        case ParsedStatement.SetSearchPath set -> state = fold.run(state, set);
        case ParsedStatement.Inert inert -> {}
        case ParsedStatement.Ddl ddl -> throw refused(statement);
        case ParsedStatement.Code code -> throw refused(statement);
        case ParsedStatement.Unknowable unknowable -> throw refused(statement);
        case ParsedStatement.Broken broken -> throw refused(statement);
      }
    }
    Session session = state.session();
    return now.map(session::at).orElse(session);
  }

  private SourceText source() {
    return new SourceText(OPTION, sql);
  }

  private static RuntimeException refused(ParsedStatement statement) {
    return Failure.usage(
            OPTION
                + " holds a statement that does not set up a session: "
                + statement.source().text().strip(),
            "Give SET statements only; what they set holds at the start of every migration.")
        .exception();
  }
}
