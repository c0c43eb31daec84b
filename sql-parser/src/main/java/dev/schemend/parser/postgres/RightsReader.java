package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.RightsAction.Option;
import dev.schemend.ddl.RightsAction.Use;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Privilege;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Statements on owners and privileges (manual: GRANT, REVOKE, ALTER DEFAULT PRIVILEGES, REASSIGN
 * OWNED, DROP OWNED, ALTER ROLE). Read only where rights are part of the schema. Reads one
 * statement.
 */
final class RightsReader {

  private static final Map<String, DefaultRights.Kind> DEFAULTS =
      Map.of(
          "tables", DefaultRights.Kind.TABLES,
          "sequences", DefaultRights.Kind.SEQUENCES,
          "functions", DefaultRights.Kind.ROUTINES,
          "routines", DefaultRights.Kind.ROUTINES,
          "types", DefaultRights.Kind.TYPES,
          "schemas", DefaultRights.Kind.SCHEMAS);

  private static final Set<String> ROLES = Set.of("role", "user", "group");

  private final TokenCursor cursor;
  private final Names names;
  private final RightsTargetReader targets;

  RightsReader(List<Token> tokens, Names names, StatementBuilder builder) {
    this.cursor = new TokenCursor(tokens, names);
    this.names = names;
    this.targets = new RightsTargetReader(cursor, builder);
  }

  /** It is not what the server reads. Never leaves this package. */
  static final class Misread extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Token token;
    private final String expected;

    Misread(Token token, String expected) {
      super(expected, null, false, false);
      this.token = token;
      this.expected = expected;
    }

    Token token() {
      return token;
    }

    String expected() {
      return expected;
    }
  }

  /**
   * The statement; empty where it is about something else, or about what is no part of a schema: a
   * database, membership in a role.
   *
   * @throws Misread where the server would refuse to read it
   */
  Optional<DdlStatement> read() {
    Optional<RightsAction> action = action();
    action.ifPresent(
        read -> {
          if (!cursor.atEnd()) {
            throw new Misread(cursor.current(), "the end of the statement");
          }
        });
    return action.map(DdlStatement.ChangeRights::new);
  }

  private Optional<RightsAction> action() {
    if (cursor.take("grant")) {
      return isOnObjects() ? privileges(true) : Optional.empty();
    }
    if (cursor.take("revoke")) {
      return isOnObjects() ? privileges(false) : Optional.empty();
    }
    if (cursor.take("alter", "default", "privileges")) {
      return defaults();
    }
    if (cursor.take("reassign")) {
      require("owned", "by");
      List<Role> from = roles();
      require("to");
      return Optional.of(new RightsAction.ReassignOwned(from, role()));
    }
    if (cursor.take("drop", "owned")) {
      require("by");
      return Optional.of(new RightsAction.DropOwned(roles(), behavior()));
    }
    return cursor.take("alter") && ROLES.contains(cursor.word()) ? renaming() : Optional.empty();
  }

  // GRANT a TO b makes b a member of a.
  private boolean isOnObjects() {
    int start = cursor.position();
    boolean on = cursor.skipPast("on");
    cursor.back(start);
    return on;
  }

  private Optional<RightsAction> renaming() {
    cursor.skip();
    Role from = role();
    if (!cursor.take("rename")) {
      skipToEnd();
      return Optional.empty();
    }
    require("to");
    return Optional.of(new RightsAction.RenameRole(from.name(), role().name()));
  }

  private void skipToEnd() {
    while (!cursor.atEnd()) {
      cursor.skip();
    }
  }

  // ------------------------------------------------------------ GRANT, REVOKE

  private Optional<RightsAction> privileges(boolean grant) {
    boolean optionFor = !grant && cursor.take("grant", "option", "for");
    int start = cursor.position();
    cursor.skipPast("on");
    Optional<RightsAction.Target> target = targets.read();
    if (target.isEmpty()) {
      skipToEnd();
      return Optional.empty();
    }
    int behind = cursor.position();
    cursor.back(start);
    List<Use> uses = uses();
    require("on");
    cursor.back(behind);
    require(grant ? "to" : "from");
    List<Role> grantees = roles();
    boolean option = grant && cursor.take("with", "grant", "option");
    Optional<Role> grantor = cursor.take("granted", "by") ? Optional.of(role()) : Optional.empty();
    return Optional.of(
        new RightsAction.Privileges(
            grant,
            uses,
            target.get(),
            grantees,
            option || optionFor ? Option.GRANT_OPTION : Option.NONE,
            grantor,
            grant ? DropBehavior.RESTRICT : behavior()));
  }

  private List<Use> uses() {
    if (cursor.take("all")) {
      cursor.take("privileges");
      return cursor.is(PostgresLexer.LPAREN)
          ? List.of(new Use(Optional.empty(), columns()))
          : List.of();
    }
    List<Use> uses = new ArrayList<>();
    do {
      Privilege privilege = privilege();
      uses.add(
          new Use(Optional.of(privilege), cursor.is(PostgresLexer.LPAREN) ? columns() : List.of()));
    } while (cursor.take(PostgresLexer.COMMA));
    return uses;
  }

  // A word, in quotes too (gram.y, privilege).
  private Privilege privilege() {
    Token token = cursor.current();
    String word =
        token.getType() == PostgresLexer.QUOTED_IDENTIFIER
            ? names.name(token).key()
            : cursor.word();
    Privilege privilege =
        Privilege.named(word).orElseThrow(() -> new Misread(token, "a privilege"));
    cursor.skip();
    return privilege;
  }

  private List<Identifier> columns() {
    List<Identifier> columns = new ArrayList<>();
    do {
      cursor.skip();
      columns.add(name("a column"));
    } while (cursor.is(PostgresLexer.COMMA));
    if (!cursor.take(PostgresLexer.RPAREN)) {
      throw new Misread(cursor.current(), ")");
    }
    return columns;
  }

  // ------------------------------------------------------------ ALTER DEFAULT PRIVILEGES

  private Optional<RightsAction> defaults() {
    List<Role> owners = new ArrayList<>();
    List<Identifier> schemas = new ArrayList<>();
    while (true) {
      if (cursor.take("for", "role") || cursor.take("for", "user")) {
        owners.addAll(roles());
      } else if (cursor.take("in", "schema")) {
        do {
          schemas.add(name("a schema"));
        } while (cursor.take(PostgresLexer.COMMA));
      } else {
        break;
      }
    }
    boolean grant = cursor.take("grant");
    if (!grant) {
      require("revoke");
    }
    boolean optionFor = !grant && cursor.take("grant", "option", "for");
    List<Privilege> privileges = uses().stream().flatMap(one -> one.privilege().stream()).toList();
    require("on");
    Optional<DefaultRights.Kind> objects = Optional.ofNullable(DEFAULTS.get(cursor.word()));
    if (objects.isEmpty()) {
      // Large objects (18) are in no model.
      if (cursor.take("large", "objects")) {
        skipToEnd();
        return Optional.empty();
      }
      throw new Misread(cursor.current(), "TABLES, SEQUENCES, FUNCTIONS, TYPES or SCHEMAS");
    }
    cursor.skip();
    require(grant ? "to" : "from");
    List<Role> grantees = roles();
    boolean option = grant && cursor.take("with", "grant", "option");
    return Optional.of(
        new RightsAction.Defaults(
            owners,
            schemas,
            grant,
            privileges,
            objects.get(),
            grantees,
            option || optionFor ? Option.GRANT_OPTION : Option.NONE,
            grant ? DropBehavior.RESTRICT : behavior()));
  }

  // ------------------------------------------------------------ what they share

  private DropBehavior behavior() {
    if (cursor.take("cascade")) {
      return DropBehavior.CASCADE;
    }
    cursor.take("restrict");
    return DropBehavior.RESTRICT;
  }

  private void require(String... words) {
    if (!cursor.take(words)) {
      throw new Misread(cursor.current(), Quoting.upper(String.join(" ", words)));
    }
  }

  private Identifier name(String what) {
    Token token = cursor.current();
    boolean name =
        token.getType() == PostgresLexer.IDENTIFIER
            || token.getType() == PostgresLexer.QUOTED_IDENTIFIER
            || token.getType() == PostgresLexer.UNICODE_IDENTIFIER
            || KeyWords.isNonReserved(token.getType());
    if (!name) {
      throw new Misread(token, what);
    }
    cursor.skip();
    return names.name(token);
  }

  private List<Role> roles() {
    List<Role> roles = new ArrayList<>();
    do {
      roles.add(role());
    } while (cursor.take(PostgresLexer.COMMA));
    return roles;
  }

  private Role role() {
    int start = cursor.position();
    if (cursor.take("group") && (cursor.atEnd() || cursor.is(PostgresLexer.COMMA))) {
      cursor.back(start);
    }
    return switch (cursor.word()) {
      case "current_user", "current_role" -> taken(Role.CURRENT);
      case "session_user" -> taken(Role.SESSION);
      default -> {
        Identifier name = name("a role");
        // In quotes, too (gram.y, RoleSpec).
        yield name.key().equals("public") ? Role.PUBLIC : Role.named(name);
      }
    };
  }

  private Role taken(Role role) {
    cursor.skip();
    return role;
  }

  // ------------------------------------------------------------ OWNER TO

  /**
   * {@code OWNER TO} among the actions of an {@code ALTER}.
   *
   * @throws Misread where no role stands behind it
   */
  Optional<DdlStatement> owner() {
    cursor.back(0);
    return targets.altered().flatMap(this::owner);
  }

  private Optional<DdlStatement> owner(RightsTargetReader.Altered altered) {
    int depth = 0;
    boolean begins = true;
    while (!cursor.atEnd()) {
      if (depth == 0 && begins && cursor.take("owner", "to")) {
        return Optional.of(
            new DdlStatement.ChangeRights(
                new RightsAction.OwnerTo(altered.object(), altered.ifExists(), role())));
      }
      begins = depth == 0 && cursor.is(PostgresLexer.COMMA);
      depth += cursor.is(PostgresLexer.LPAREN) ? 1 : cursor.is(PostgresLexer.RPAREN) ? -1 : 0;
      cursor.skip();
    }
    return Optional.empty();
  }
}
