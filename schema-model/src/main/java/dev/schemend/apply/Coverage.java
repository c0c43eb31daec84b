package dev.schemend.apply;

import dev.schemend.collect.PersistentList;
import dev.schemend.source.Diagnostic;
import java.util.List;

/**
 * How much of a history was understood.
 *
 * @param applied statements applied to the model
 * @param inert statements known to leave the schema alone
 * @param opaque objects carried, not understood
 * @param unknown what could not be read or applied, each with its place
 * @param assumed what was decided by what is true of an empty database only, each with its place
 */
public record Coverage(
    int applied, int inert, int opaque, List<Diagnostic> unknown, List<Diagnostic> assumed) {

  /** Nothing read yet. */
  public static final Coverage NONE = new Coverage(0, 0, 0, List.of());

  /** Copies the diagnostics. */
  public Coverage {
    unknown = PersistentList.copyOf(unknown);
    assumed = PersistentList.copyOf(assumed);
  }

  /** Of statements that rest on nothing. */
  public Coverage(int applied, int inert, int opaque, List<Diagnostic> unknown) {
    this(applied, inert, opaque, unknown, List.of());
  }

  /** Of nothing but what was decided so. */
  public static Coverage assuming(List<Diagnostic> assumed) {
    return new Coverage(0, 0, 0, List.of(), assumed);
  }

  /** All statements that were seen. */
  public int statements() {
    return applied + inert + opaque + unknown.size();
  }

  /** Whether everything was understood or carried, and nothing rests on rows that nobody knows. */
  public boolean isComplete() {
    return unknown.isEmpty() && assumed.isEmpty();
  }

  /** Both together. */
  public Coverage plus(Coverage other) {
    return new Coverage(
        applied + other.applied,
        inert + other.inert,
        opaque + other.opaque,
        PersistentList.<Diagnostic>copyOf(unknown).plusAll(other.unknown),
        PersistentList.<Diagnostic>copyOf(assumed).plusAll(other.assumed));
  }
}
