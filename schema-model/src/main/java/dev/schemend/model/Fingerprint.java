package dev.schemend.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A digest of a {@link Schema}: two schemas with the same fingerprint hold the same objects.
 *
 * <p>The order of columns, constraints and indexes inside a table does not count, since a plan on
 * PostgreSQL cannot restore it; nor does what no catalog tells.
 *
 * @param hex SHA-256 in lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

  /** Rejects null. */
  public Fingerprint {
    Objects.requireNonNull(hex, "hex");
  }

  static Fingerprint of(Schema schema) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    schema
        .objects()
        .values()
        .map(object -> object instanceof Table table ? sorted(table) : object)
        .forEach(object -> digest.update((object + "\n").getBytes(StandardCharsets.UTF_8)));
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  private static Table sorted(Table table) {
    return new Table(
        table.name(),
        byName(
            table.columns().stream().map(Fingerprint::essence).toList(),
            Comparator.comparing(Column::name)),
        byName(table.constraints(), Comparator.comparing(Constraint::name)),
        byName(
            table.indexes().stream()
                .map(index -> index.withMySql(index.mysql().withGenerated(false)))
                .toList(),
            Comparator.comparing(Index::name)),
        table.options().essence());
  }

  private static Column essence(Column column) {
    return column.withPostgres(
        column.postgres().withNotNull(column.postgres().notNull().map(NotNull::essence)));
  }

  private static <T> List<T> byName(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  /** The first digits, for people. */
  public String abbreviated() {
    return hex.substring(0, 12);
  }
}
