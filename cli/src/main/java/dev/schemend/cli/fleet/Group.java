package dev.schemend.cli.fleet;

import java.util.List;
import java.util.Objects;

/**
 * Databases that stand alike.
 *
 * @param number from 1, the largest group first
 * @param situation how they stand
 * @param members these, in the order of the list; the first stands for all where one is looked at
 */
public record Group(int number, Situation situation, List<Member> members) {

  /** Copies the members; rejects a group of none. */
  public Group {
    Objects.requireNonNull(situation, "situation");
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a group has members");
    }
  }

  /** The one that is looked at. */
  public Member first() {
    return members.getFirst();
  }
}
