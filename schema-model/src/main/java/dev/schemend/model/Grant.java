package dev.schemend.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * One privilege of one role, as one role gave it: a bit of the server's {@code aclitem}. The server
 * treats each bit by itself ({@code aclupdate}), so that rows of one privilege lose nothing.
 *
 * @param grantee who may
 * @param grantor who lets them
 * @param privilege do what
 * @param grantable whether they may let others: {@code WITH GRANT OPTION}
 */
public record Grant(Role grantee, Role grantor, Privilege privilege, boolean grantable)
    implements Comparable<Grant> {

  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee)
          .thenComparing(Grant::grantor)
          .thenComparing(Grant::privilege)
          .thenComparing(Grant::grantable);

  /** Rejects null parts. */
  public Grant {
    Objects.requireNonNull(grantee, "grantee");
    Objects.requireNonNull(grantor, "grantor");
    Objects.requireNonNull(privilege, "privilege");
  }

  /** Whether both are about the same privilege of the same role from the same role. */
  public boolean isSameBit(Grant other) {
    return grantee.equals(other.grantee)
        && grantor.equals(other.grantor)
        && privilege == other.privilege;
  }

  /** The same, with or without leave to pass it on. */
  public Grant withGrantable(boolean may) {
    return new Grant(grantee, grantor, privilege, may);
  }

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
