package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Policy;
import dev.schemend.model.PostgresTriggerOptions;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/** Triggers, policies and rules. */
final class OnTableBuilder {

  private final Names names;
  private final ExpressionBuilder expressions;
  private final ConstraintBuilder constraints;

  OnTableBuilder(Names names, ExpressionBuilder expressions, ConstraintBuilder constraints) {
    this.names = names;
    this.expressions = expressions;
    this.constraints = constraints;
  }

  // ------------------------------------------------------------ triggers

  DdlStatement create(PostgresParser.CreateTriggerContext context) {
    int function = context.qualifiedName().size() - 1;
    return new DdlStatement.CreateObject(
        new Trigger(
            names.object(context.qualifiedName(0)),
            names.name(context.name()),
            timing(context),
            context.triggerEvent().stream().map(this::event).toList(),
            context.ROW() != null,
            Optional.ofNullable(context.expr()).map(expressions::expression),
            names.object(context.qualifiedName(function)),
            context.triggerArgument().stream().map(this::argument).toList(),
            options(context, function)),
        context.REPLACE() != null,
        false);
  }

  private static Trigger.Timing timing(PostgresParser.CreateTriggerContext context) {
    if (context.INSTEAD() != null) {
      return Trigger.Timing.INSTEAD_OF;
    }
    return context.BEFORE() == null ? Trigger.Timing.AFTER : Trigger.Timing.BEFORE;
  }

  private Trigger.Event event(PostgresParser.TriggerEventContext context) {
    return new Trigger.Event(
        Trigger.Event.Kind.valueOf(Quoting.upper(context.getStart().getText())),
        context.name().stream().map(names::name).toList());
  }

  private String argument(PostgresParser.TriggerArgumentContext context) {
    if (context.stringConstant() != null) {
      return names.string(context.stringConstant());
    }
    return context.anyWord() == null ? context.getText() : names.name(context.anyWord()).text();
  }

  private PostgresTriggerOptions options(
      PostgresParser.CreateTriggerContext context, int function) {
    Identifier oldTable = Identifier.NONE;
    Identifier newTable = Identifier.NONE;
    for (PostgresParser.TransitionContext one : context.transition()) {
      if (one.OLD() != null) {
        oldTable = names.name(one.name());
      } else {
        newTable = names.name(one.name());
      }
    }
    Optional<Deferrability> constraint =
        context.CONSTRAINT() == null
            ? Optional.empty()
            : Optional.of(constraints.attributes(context.constraintAttribute()).deferrability());
    return new PostgresTriggerOptions(
        oldTable,
        newTable,
        constraint,
        function == 1 ? Optional.empty() : Optional.of(names.object(context.qualifiedName(1))),
        PostgresTriggerOptions.Enabled.ORIGIN);
  }

  /** Empty where the model holds nothing of it. */
  Optional<DdlStatement> alter(PostgresParser.AlterTriggerContext context) {
    return context.RENAME() == null
        ? Optional.empty()
        : Optional.of(
            renamed(
                new ObjectRef(
                    ObjectKind.TRIGGER,
                    names.object(context.qualifiedName()),
                    names.name(context.name(0))),
                names.name(context.name(1))));
  }

  private static DdlStatement renamed(ObjectRef object, Identifier to) {
    return new DdlStatement.AlterObject(object, false, new ObjectAction.Rename(to));
  }

  // ------------------------------------------------------------ policies

  DdlStatement create(PostgresParser.CreatePolicyContext context) {
    ObjectAction.PolicyClauses clauses = clauses(context.policyClauses());
    boolean restrictive =
        context.AS() != null && names.name(context.name(1)).key().equals("restrictive");
    return new DdlStatement.CreateObject(
        new Policy(
            names.object(context.qualifiedName()),
            names.name(context.name(0)),
            !restrictive,
            context.policyCommand() == null
                ? Policy.Command.ALL
                : Policy.Command.valueOf(Quoting.upper(context.policyCommand().getText())),
            clauses.roles().orElse(List.of()),
            clauses.using(),
            clauses.check(),
            new TreeSet<>()),
        false,
        false);
  }

  private ObjectAction.PolicyClauses clauses(PostgresParser.PolicyClausesContext context) {
    int check = context.USING() == null ? 0 : 1;
    return new ObjectAction.PolicyClauses(
        context.TO() == null
            ? Optional.empty()
            : Optional.of(context.roleName().stream().map(names::name).toList()),
        context.USING() == null
            ? Optional.empty()
            : Optional.of(expressions.expression(context.expr(0))),
        context.CHECK() == null
            ? Optional.empty()
            : Optional.of(expressions.expression(context.expr(check))));
  }

  DdlStatement alter(PostgresParser.AlterPolicyContext context) {
    ObjectRef policy =
        new ObjectRef(
            ObjectKind.POLICY, names.object(context.qualifiedName()), names.name(context.name(0)));
    return context.RENAME() == null
        ? new DdlStatement.AlterObject(policy, false, clauses(context.policyClauses()))
        : renamed(policy, names.name(context.name(1)));
  }

  // ------------------------------------------------------------ rules

  DdlStatement create(PostgresParser.CreateRuleContext context) {
    List<String> commands = new ArrayList<>();
    context.ruleToken().forEach(token -> commands.addAll(Tokens.folded(token)));
    List<Token> tokens = new ArrayList<>();
    context.ruleToken().forEach(token -> tokens.addAll(Tokens.of(token)));
    TreeSet<ObjectRef> mentioned = new TreeSet<>();
    if (!tokens.isEmpty()) {
      NameScan.of(tokens, names).forEach(name -> mentioned.add(ObjectRef.table(name)));
    }
    return new DdlStatement.CreateObject(
        new RewriteRule(
            names.object(context.qualifiedName()),
            names.name(context.name()),
            event(context),
            context.INSTEAD() != null,
            Optional.ofNullable(context.expr()).map(expressions::expression),
            bare(commands),
            PostgresTriggerOptions.Enabled.ORIGIN,
            mentioned),
        context.REPLACE() != null,
        false);
  }

  private static String event(PostgresParser.CreateRuleContext context) {
    // Behind ON; the word before it is no event.
    int on = context.children.indexOf(context.ON());
    return context.getChild(on + 1).getText().toUpperCase(Locale.ROOT);
  }

  // One command needs no brackets, and the last none of the semicolons.
  private static List<String> bare(List<String> commands) {
    List<String> tokens = new ArrayList<>(commands);
    while (!tokens.isEmpty() && tokens.getLast().equals(";")) {
      tokens.removeLast();
    }
    return tokens;
  }

  DdlStatement alter(PostgresParser.AlterRuleContext context) {
    return renamed(
        new ObjectRef(
            ObjectKind.RULE, names.object(context.qualifiedName()), names.name(context.name(0))),
        names.name(context.name(1)));
  }
}
