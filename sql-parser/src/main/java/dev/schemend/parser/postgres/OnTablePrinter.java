package dev.schemend.parser.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Triggers, policies and rules. */
final class OnTablePrinter {

  private static final Set<String> ROLE_WORDS =
      Set.of("public", "current_user", "current_role", "session_user");

  private final TypePrinter types;
  private final ExpressionPrinter expressions;

  OnTablePrinter(TypePrinter types, ExpressionPrinter expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  String create(Trigger trigger, boolean orReplace) {
    PostgresTriggerOptions options = trigger.postgres();
    return "CREATE "
        + (orReplace ? "OR REPLACE " : "")
        + (options.constraint().isPresent() ? "CONSTRAINT " : "")
        + "TRIGGER "
        + Quoting.name(trigger.name())
        + " "
        + trigger.timing().name().replace('_', ' ')
        + " "
        + trigger.events().stream().map(OnTablePrinter::event).collect(Collectors.joining(" OR "))
        + " ON "
        + types.name(trigger.table())
        + options.from().map(other -> " FROM " + types.name(other)).orElse("")
        + options.constraint().map(OnTablePrinter::deferrability).orElse("")
        + transitions(options)
        + (trigger.forEachRow() ? " FOR EACH ROW" : " FOR EACH STATEMENT")
        + trigger.condition().map(one -> " WHEN (" + expressions.print(one) + ")").orElse("")
        + " EXECUTE FUNCTION "
        + types.name(trigger.function())
        + trigger.arguments().stream()
            .map(Quoting::string)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String event(Trigger.Event event) {
    return event.kind()
        + (event.columns().isEmpty()
            ? ""
            : event.columns().stream()
                .map(Quoting::name)
                .collect(Collectors.joining(", ", " OF ", "")));
  }

  private static String deferrability(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  private static String transitions(PostgresTriggerOptions options) {
    String oldTable =
        options.oldTable().isNone() ? "" : " OLD TABLE AS " + Quoting.name(options.oldTable());
    String newTable =
        options.newTable().isNone() ? "" : " NEW TABLE AS " + Quoting.name(options.newTable());
    String both = oldTable + newTable;
    return both.isEmpty() ? "" : " REFERENCING" + both;
  }

  String create(Policy policy) {
    return "CREATE POLICY "
        + Quoting.name(policy.name())
        + " ON "
        + types.name(policy.table())
        + (policy.permissive() ? "" : " AS RESTRICTIVE")
        + (policy.command() == Policy.Command.ALL ? "" : " FOR " + policy.command())
        + clauses(
            policy.roles().isEmpty() ? Optional.empty() : Optional.of(policy.roles()),
            policy.using(),
            policy.check());
  }

  String clauses(
      Optional<List<Identifier>> roles, Optional<SqlExpr> using, Optional<SqlExpr> check) {
    return roles
            .map(
                all ->
                    all.isEmpty()
                        ? " TO PUBLIC"
                        : all.stream()
                            .map(OnTablePrinter::role)
                            .collect(Collectors.joining(", ", " TO ", "")))
            .orElse("")
        + using.map(one -> " USING (" + expressions.print(one) + ")").orElse("")
        + check.map(one -> " WITH CHECK (" + expressions.print(one) + ")").orElse("");
  }

  private static String role(Identifier role) {
    return ROLE_WORDS.contains(role.text()) ? Quoting.upper(role.text()) : Quoting.name(role);
  }

  String create(RewriteRule rule, boolean orReplace) {
    return "CREATE "
        + (orReplace ? "OR REPLACE " : "")
        + "RULE "
        + Quoting.name(rule.name())
        + " AS ON "
        + rule.event()
        + " TO "
        + types.name(rule.table())
        + rule.condition().map(one -> " WHERE " + expressions.print(one)).orElse("")
        + (rule.instead() ? " DO INSTEAD " : " DO ALSO ")
        + (rule.commands().isEmpty() ? "NOTHING" : String.join(" ", rule.commands()));
  }
}
