package dev.schemend.cli.kit;

import dev.schemend.apply.CodeEvaluator;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.TimeoutWords;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.diff.Settled;
import dev.schemend.exec.introspect.Introspector;
import dev.schemend.hazard.HazardRules;
import dev.schemend.lint.AdviceRules;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Planner;
import dev.schemend.preflight.PreflightPlanner;
import dev.schemend.preflight.RowRules;
import dev.schemend.rename.RenameSearch;
import dev.schemend.verify.PlanMaker;
import java.util.Objects;

/**
 * All that is needed to work for one server.
 *
 * @param dialect its facts
 * @param frontend reads and writes its text
 * @param interpreter applies its statements
 * @param evaluator follows its procedural code
 * @param rules plans for it
 * @param introspector reads its catalogs
 * @param rows what it looks at in the rows
 * @param hazards what it does to carry statements out
 * @param advice what is known to be a mistake on it
 * @param online its forms that let others work meanwhile
 * @param timeouts how a session is bounded
 * @param settled what a live server said of texts that could not be compared without it
 */
public record DialectKit(
    Dialect dialect,
    SqlFrontend frontend,
    SchemaInterpreter interpreter,
    CodeEvaluator evaluator,
    PlanRules rules,
    Introspector introspector,
    RowRules rows,
    HazardRules hazards,
    AdviceRules advice,
    OnlineForms online,
    TimeoutWords timeouts,
    Settled settled) {

  /** Rejects null parts. */
  public DialectKit {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(frontend, "frontend");
    Objects.requireNonNull(interpreter, "interpreter");
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(introspector, "introspector");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(hazards, "hazards");
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(online, "online");
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(settled, "settled");
  }

  /** A kit that has asked no server. */
  public DialectKit(
      Dialect dialect,
      SqlFrontend frontend,
      SchemaInterpreter interpreter,
      CodeEvaluator evaluator,
      PlanRules rules,
      Introspector introspector,
      RowRules rows,
      HazardRules hazards,
      AdviceRules advice,
      OnlineForms online,
      TimeoutWords timeouts) {
    this(
        dialect,
        frontend,
        interpreter,
        evaluator,
        rules,
        introspector,
        rows,
        hazards,
        advice,
        online,
        timeouts,
        Settled.NOTHING);
  }

  /** This kit, comparing with what a live server has settled. */
  public DialectKit knowing(Settled answers) {
    return new DialectKit(
        dialect,
        frontend,
        interpreter,
        evaluator,
        rules,
        introspector,
        rows,
        hazards,
        advice,
        online,
        timeouts,
        answers);
  }

  /** The kit of the server that {@code profile} describes. */
  public static DialectKit of(ServerProfile profile) {
    return ServerFamily.of(profile.flavor()).kit(profile);
  }

  /** The server. */
  public ServerProfile profile() {
    return dialect.profile();
  }

  /** Folds scripts by the server's rules, each in a session as the server makes it. */
  public SchemaFold fold() {
    return fold(Session.in(profile().defaultSchema()));
  }

  /** Folds scripts by the server's rules, each in a session that begins as {@code fresh}. */
  public SchemaFold fold(Session fresh) {
    return new SchemaFold(interpreter, fresh, evaluator);
  }

  /** Makes the questions that are to be settled before scripts run. */
  public PreflightPlanner preflight() {
    return new PreflightPlanner(fold(), rows);
  }

  /** Tells what differs between two schemas of the server. */
  public SchemaDiffer differ() {
    return new SchemaDiffer(dialect, frontend::print, this::definition).knowing(settled);
  }

  /** Makes plans, and proves them in the form in which they are printed. */
  public PlanMaker planMaker(ChangePolicy policy) {
    return planMaker(policy, OnlineForms.NONE);
  }

  /** The same, in the forms that let others work meanwhile, where there are such. */
  public PlanMaker onlinePlanMaker(ChangePolicy policy) {
    return planMaker(policy, online);
  }

  private PlanMaker planMaker(ChangePolicy policy, OnlineForms forms) {
    return new PlanMaker(
        dialect,
        differ(),
        new Planner(rules),
        interpreter,
        policy,
        hazards,
        forms,
        new PrintedStatements(frontend));
  }

  /** Finds out what was renamed. */
  public RenameSearch renames(ChangePolicy policy) {
    return new RenameSearch(dialect, differ(), rules, interpreter, policy);
  }

  private String definition(SchemaObject object) {
    return switch (object) {
      case Table other -> other.ref().toString();
      case Sequence other -> other.ref().toString();
      case EnumType other -> other.ref().toString();
      case Namespace other -> other.ref().toString();
      case Comment comment -> comment.text();
      case AccessObject other -> other.ref().toString();
      case OpaqueObject opaque -> opaque.text();
      case DefinedObject defined ->
          frontend.print(new DdlStatement.CreateObject(defined, false, false));
    };
  }
}
