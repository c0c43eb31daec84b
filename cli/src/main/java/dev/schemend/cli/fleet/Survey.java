package dev.schemend.cli.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a whole fleet stands.
 *
 * @param groups the databases that could be read
 * @param missed the others, with the reason
 */
public record Survey(List<Group> groups, List<Result> missed) {

  /**
   * What was found of one database.
   *
   * @param member the database
   * @param situation how it stands; empty where it could not be read
   * @param missed why not, then
   */
  public record Sight(Member member, Optional<Situation> situation, Optional<Result> missed) {}

  /** Copies the lists. */
  public Survey {
    groups = List.copyOf(groups);
    missed = List.copyOf(missed);
  }

  /** Groups what was found. */
  public static Survey of(List<Sight> sights) {
    Map<Situation, List<Member>> alike = new LinkedHashMap<>();
    List<Result> missed = new ArrayList<>();
    for (Sight sight : sights) {
      sight
          .situation()
          .ifPresent(
              situation ->
                  alike.computeIfAbsent(situation, first -> new ArrayList<>()).add(sight.member()));
      sight.missed().ifPresent(missed::add);
    }
    List<Map.Entry<Situation, List<Member>>> sorted =
        alike.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                    (Map.Entry<Situation, List<Member>> entry) -> -entry.getValue().size()))
            .toList();
    List<Group> groups = new ArrayList<>();
    sorted.forEach(
        entry -> groups.add(new Group(groups.size() + 1, entry.getKey(), entry.getValue())));
    return new Survey(groups, missed);
  }

  /** How many databases there are. */
  public int databases() {
    return missed.size() + groups.stream().mapToInt(group -> group.members().size()).sum();
  }
}
