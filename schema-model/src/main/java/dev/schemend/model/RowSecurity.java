package dev.schemend.model;

/**
 * Whether a table's policies are in force (PostgreSQL manual, 5.9).
 *
 * @param enabled {@code ENABLE ROW LEVEL SECURITY}
 * @param forced {@code FORCE ROW LEVEL SECURITY}: for the owner too
 */
public record RowSecurity(boolean enabled, boolean forced) {

  /** Neither. */
  public static final RowSecurity OFF = new RowSecurity(false, false);
}
