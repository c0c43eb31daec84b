package dev.schemend.cli.render;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.prove.Divergence;
import dev.schemend.cli.prove.Proof;
import dev.schemend.cli.prove.ServerStop;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of a proof, for a person. */
public final class ProofText {

  private static final String INDENT = "  ";
  private static final int OBJECTS_SHOWN = 20;

  private final DialectKit kit;
  private final List<String> lines = new ArrayList<>();

  private ProofText(DialectKit kit) {
    this.kit = kit;
  }

  /**
   * The lines of a proof.
   *
   * @param history the history as the command line named it
   */
  public static List<String> lines(String history, DialectKit kit, Proof proof) {
    ProofText text = new ProofText(kit);
    text.counts(history, proof);
    proof.divergence().ifPresent(text::divergence);
    proof.stop().ifPresent(text::stop);
    text.lines.add(verdict(proof));
    return text.lines;
  }

  private void counts(String history, Proof proof) {
    lines.add(
        history
            + " on "
            + kit.profile().flavor().productName()
            + " "
            + kit.profile().version()
            + ": "
            + proof.run()
            + " of "
            + proof.migrations()
            + (proof.migrations() == 1 ? " migration run" : " migrations run"));
    lines.add(
        INDENT
            + proof.coverage().statements()
            + " statements: "
            + proof.coverage().applied()
            + " modelled, "
            + proof.coverage().inert()
            + " inert, "
            + proof.coverage().opaque()
            + " opaque, "
            + proof.unknowable()
            + " unknowable, "
            + (proof.coverage().assumed().isEmpty()
                ? ""
                : proof.coverage().assumed().size() + " without rows, ")
            + proof.refused()
            + " refused");
    lines.add(
        INDENT
            + proof.agreement().compared()
            + " objects: "
            + proof.agreement().agreeing()
            + " agree, "
            + proof.agreement().different().size()
            + " differ, "
            + proof.agreement().unproven().size()
            + " unproven");
  }

  private void divergence(Divergence divergence) {
    lines.add("");
    Optional<StatementText> statement = divergence.statement();
    lines.add(
        "The two readings part in "
            + divergence.migration().name()
            + statement.map(found -> ", at " + found.span().position()).orElse("")
            + ":");
    statement.ifPresent(
        found ->
            lines.addAll(
                FailureText.excerpt(
                    Finding.lineIn(divergence.migration().script(), found), found.span())));
    ReadWords.of(divergence)
        .ifPresent(
            words ->
                lines.add(
                    INDENT
                        + "read as: "
                        + words
                        + divergence
                            .unread()
                            .map(unread -> " (" + unread.message() + ")")
                            .orElse("")));
    divergence
        .refusal()
        .ifPresent(
            refusal -> lines.add(INDENT + "the server accepts it; offline: " + said(refusal)));
    divergence.agreement().different().stream()
        .limit(OBJECTS_SHOWN)
        .forEach(ref -> object(ref, divergence));
    int more = divergence.agreement().different().size() - OBJECTS_SHOWN;
    if (more > 0) {
      lines.add(INDENT + "and " + more + " more objects");
    }
    lines.add("");
  }

  private static String said(Diagnostic refusal) {
    return refusal.code() + " " + refusal.message();
  }

  private void object(ObjectRef ref, Divergence divergence) {
    lines.add(INDENT + ref + ": " + presence(ref, divergence));
    for (Change change : divergence.agreement().changes()) {
      if (change instanceof Change.TableAltered altered && change.ref().equals(ref)) {
        TableSummary summary = new TableSummary(kit.frontend());
        altered.differences().forEach(summary::add);
        summary.lines().forEach(line -> lines.add(INDENT + INDENT + line));
      }
    }
    TwoReadings readings = TwoReadings.of(kit, ref, divergence.fold(), divergence.live());
    readings.first().forEach(line -> lines.add(INDENT + INDENT + "offline: " + line));
    readings.second().forEach(line -> lines.add(INDENT + INDENT + "server:  " + line));
  }

  private static String presence(ObjectRef ref, Divergence divergence) {
    if (!divergence.live().has(ref)) {
      return "the server does not have it";
    }
    return divergence.fold().has(ref) ? "differs" : "only the server has it";
  }

  private void stop(ServerStop stop) {
    lines.add("");
    lines.add("The server does not run " + stop.migration().name() + ":");
    RunText.lines(stop.outcome()).forEach(line -> lines.add(INDENT + line));
    lines.add(
        INDENT
            + (stop.isForeseen()
                ? "the model refuses the same statement with the same code"
                : stop.refusal()
                    .map(refusal -> "the model refuses it otherwise: " + said(refusal))
                    .orElse("the model refuses nothing there")));
    stop.missingRole()
        .ifPresent(
            role ->
                lines.add(
                    INDENT
                        + "hint: create the role "
                        + role
                        + " on the server, or let --create-roles do it for the time of the run"));
    lines.add("");
  }

  private static String verdict(Proof proof) {
    return switch (proof.outcome()) {
      case AGREES ->
          proof.agreement().unproven().isEmpty()
              ? "Both readings agree."
              : "Both readings agree, but for what is unproven.";
      case DIFFERS -> "The two readings differ.";
      case STOPPED -> "Both readings agree up to there; the history does not run to its end.";
    };
  }
}
