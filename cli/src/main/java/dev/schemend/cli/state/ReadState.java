package dev.schemend.cli.state;

import dev.schemend.apply.Coverage;
import dev.schemend.blame.Provenance;
import dev.schemend.cli.process.Finding;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.SideCoverage;
import dev.schemend.rename.Declared;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A state as a schema.
 *
 * @param spec how the command line named it
 * @param schema what it holds, as far as it is compared
 * @param coverage how much of its text was understood
 * @param findings what there is to say about it, in order
 * @param touched every name in a statement that could not be read, or that rests on rows
 * @param provenance which statements made what it holds; empty for what is no history
 * @param declared how its author wrote it, where a Prisma schema declares it
 * @param invalidIndexes indexes of a live database that were never finished
 * @param renamed renames that its statements carry out or its annotations tell of
 */
public record ReadState(
    StateSpec spec,
    Schema schema,
    Coverage coverage,
    List<Finding> findings,
    SortedSet<ObjectName> touched,
    Optional<Provenance> provenance,
    Optional<PrismaDeclaration> declared,
    List<ObjectRef> invalidIndexes,
    List<Declared> renamed) {

  /** Copies the collections. */
  public ReadState {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(declared, "declared");
    findings = List.copyOf(findings);
    Objects.requireNonNull(provenance, "provenance");
    invalidIndexes = List.copyOf(invalidIndexes);
    renamed = List.copyOf(renamed);
    touched = Collections.unmodifiableSortedSet(new TreeSet<>(touched));
  }

  /** A state that is no history, and that no Prisma schema declares. */
  public ReadState(
      StateSpec spec,
      Schema schema,
      Coverage coverage,
      List<Finding> findings,
      SortedSet<ObjectName> touched) {
    this(
        spec,
        schema,
        coverage,
        findings,
        touched,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The same, declared so. */
  public ReadState declaredAs(PrismaDeclaration declaration) {
    return new ReadState(
        spec,
        schema,
        coverage,
        findings,
        touched,
        provenance,
        Optional.of(declaration),
        invalidIndexes,
        renamed);
  }

  /** The same, with the statements that made what it holds. */
  ReadState madeBy(Optional<Provenance> statements) {
    return new ReadState(
        spec, schema, coverage, findings, touched, statements, declared, invalidIndexes, renamed);
  }

  /** The same, with renames that its text tells of. */
  ReadState telling(List<Declared> renames) {
    return new ReadState(
        spec, schema, coverage, findings, touched, provenance, declared, invalidIndexes, renames);
  }

  /** The same, holding something else. */
  public ReadState holding(Schema other) {
    return new ReadState(
        spec, other, coverage, findings, touched, provenance, declared, invalidIndexes, renamed);
  }

  /** How much of it is known, as a plan says it. */
  public SideCoverage known() {
    return new SideCoverage(
        coverage.statements(),
        coverage.opaque(),
        coverage.unknown().size(),
        coverage.assumed().size(),
        touched);
  }

  /** The same, with indexes that were never finished. */
  ReadState unfinished(List<ObjectRef> indexes) {
    return new ReadState(
        spec, schema, coverage, findings, touched, provenance, declared, indexes, renamed);
  }

  /** The schema without indexes that serve nothing: as if they had not been made. */
  public Schema finished() {
    Schema finished = schema;
    for (ObjectRef index : invalidIndexes) {
      finished =
          finished
              .table(index.name())
              .map(table -> table.withoutIndex(index.member()))
              .map(finished::with)
              .orElse(finished);
    }
    return finished;
  }

  /** Whether nothing was left unread. */
  public boolean isComplete() {
    return coverage.isComplete() && findings.stream().noneMatch(ReadState::isWarning);
  }

  private static boolean isWarning(Finding finding) {
    return switch (finding.diagnostic().severity()) {
      case ERROR, WARNING -> true;
      case NOTE -> false;
    };
  }
}
