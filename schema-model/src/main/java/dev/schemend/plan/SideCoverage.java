package dev.schemend.plan;

import dev.schemend.name.ObjectName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How much of one side of a plan is known.
 *
 * @param statements how many were read; 0 for a live database
 * @param opaque how many of them made objects that are carried, not understood
 * @param unread how many could not be read
 * @param assumed at how many places rows that nobody knows were taken not to be there
 * @param touched names in statements that could not be read, or that rest on such a place
 */
public record SideCoverage(
    int statements, int opaque, int unread, int assumed, SortedSet<ObjectName> touched) {

  /** Everything was understood, or nothing has been said of it. */
  public static final SideCoverage COMPLETE = new SideCoverage(0, 0, 0, 0, new TreeSet<>());

  /** Copies the names. */
  public SideCoverage {
    touched = Collections.unmodifiableSortedSet(new TreeSet<>(touched));
  }

  /** Whether nothing was left unread, and nothing rests on rows. */
  public boolean isComplete() {
    return unread == 0 && assumed == 0;
  }
}
