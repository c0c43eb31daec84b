package dev.schemend.parser.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A version of numbers with dots between them, compared number by number; zeros at the end do not
 * count. Flyway lets underscores stand for the dots.
 *
 * @param parts the numbers, without zeros at the end
 */
public record DottedVersion(List<BigInteger> parts) implements Comparable<DottedVersion> {

  /** Cuts the zeros at the end. */
  public DottedVersion {
    List<BigInteger> kept = new ArrayList<>(parts);
    while (!kept.isEmpty() && kept.getLast().signum() == 0) {
      kept.removeLast();
    }
    parts = List.copyOf(kept);
  }

  /** The version that a text is; empty where it is none. */
  public static Optional<DottedVersion> parse(String text) {
    List<BigInteger> parts = new ArrayList<>();
    for (String part : text.split("[._]", -1)) {
      if (part.isEmpty() || VersionNumbers.digitsEnd(part, 0) < part.length()) {
        return Optional.empty();
      }
      parts.add(new BigInteger(part));
    }
    return Optional.of(new DottedVersion(parts));
  }

  @Override
  public int compareTo(DottedVersion other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = part(i).compareTo(other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger part(int index) {
    return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
  }

  /** The form with dots. */
  public String text() {
    return parts.isEmpty()
        ? "0"
        : parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
  }
}
