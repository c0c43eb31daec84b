package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Objects;

/**
 * The constraint behind {@code NOT NULL} of a column ({@code pg_constraint.contype = 'n'}, since
 * PostgreSQL 18).
 *
 * @param name its name; {@link Identifier#NONE} in a statement that leaves it to the server
 * @param implied whether the name has the form that the server gives where none is written; an
 *     object that was renamed leaves such a name behind, so that it tells nothing of what is wanted
 * @param validated false after {@code NOT VALID}
 * @param noInherit {@code NO INHERIT}
 * @param local whether the table has it itself, not only from its parents ({@code conislocal})
 */
public record NotNull(
    Identifier name, boolean implied, boolean validated, boolean noInherit, boolean local) {

  /** What {@code NOT NULL} says where nothing else is written. */
  public static final NotNull PLAIN = named(Identifier.NONE);

  /** Rejects null. */
  public NotNull {
    Objects.requireNonNull(name, "name");
  }

  /** A constraint of that name with nothing special. */
  public static NotNull named(Identifier name) {
    return new NotNull(name, false, true, false, true);
  }

  /** This constraint under another name. */
  public NotNull withName(Identifier newName, boolean newImplied) {
    return new NotNull(newName, newImplied, validated, noInherit, local);
  }

  /** This constraint with existing rows looked at, or not. */
  public NotNull withValidated(boolean newValidated) {
    return new NotNull(name, implied, newValidated, noInherit, local);
  }

  /** This constraint of the table alone, or of its heirs too. */
  public NotNull withNoInherit(boolean newNoInherit) {
    return new NotNull(name, implied, validated, newNoInherit, local);
  }

  /** This constraint as the table's own, or only its parents'. */
  public NotNull withLocal(boolean newLocal) {
    return new NotNull(name, implied, validated, noInherit, newLocal);
  }

  /**
   * This constraint without what no statement of a plan is to change: a name that means nothing.
   */
  public NotNull essence() {
    return (implied ? withName(Identifier.NONE, false) : this).withLocal(true);
  }
}
