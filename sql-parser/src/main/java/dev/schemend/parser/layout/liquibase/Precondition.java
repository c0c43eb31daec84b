package dev.schemend.parser.layout.liquibase;

import dev.schemend.dialect.Flavor;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** A condition on the database that a change set meets, as far as it can be told from here. */
sealed interface Precondition {

  /** Whether it holds; empty where only the database knows. */
  Optional<Boolean> holds(Optional<Flavor> server);

  /** The server is one of these. */
  record Server(String names) implements Precondition {
    @Override
    public Optional<Boolean> holds(Optional<Flavor> server) {
      return server.map(flavor -> Servers.include(names, flavor));
    }
  }

  /** A query gives a result. */
  record Query(String sql, String expected) implements Precondition {
    @Override
    public Optional<Boolean> holds(Optional<Flavor> server) {
      return Optional.empty();
    }
  }

  /** Something else that only the database knows. */
  record Unknown(String words) implements Precondition {
    @Override
    public Optional<Boolean> holds(Optional<Flavor> server) {
      return Optional.empty();
    }
  }

  /** All of these hold. */
  record All(List<Precondition> parts) implements Precondition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<Boolean> holds(Optional<Flavor> server) {
      return combined(parts, server, true, (a, b) -> a && b);
    }
  }

  /** One of these holds. */
  record Any(List<Precondition> parts) implements Precondition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<Boolean> holds(Optional<Flavor> server) {
      return combined(parts, server, false, (a, b) -> a || b);
    }
  }

  /** This does not hold. */
  record Not(Precondition part) implements Precondition {
    @Override
    public Optional<Boolean> holds(Optional<Flavor> server) {
      return part.holds(server).map(held -> !held);
    }
  }

  /** One part that is not {@code neutral} decides; without one, an unknown part leaves it open. */
  private static Optional<Boolean> combined(
      List<Precondition> parts,
      Optional<Flavor> server,
      boolean neutral,
      BinaryOperator<Boolean> operator) {
    List<Optional<Boolean>> held = parts.stream().map(part -> part.holds(server)).toList();
    boolean decided = held.stream().flatMap(Optional::stream).reduce(neutral, operator);
    return decided == neutral && held.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(decided);
  }
}
