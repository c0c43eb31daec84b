package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a table of MySQL or MariaDB is partitioned (MySQL manual, chapter 26; MariaDB Knowledge Base,
 * "Partitioning Overview").
 *
 * @param scheme how rows are told apart
 * @param subscheme how each partition is divided again
 * @param partitions all of them, in order; those that {@code PARTITIONS n} makes have names, too
 */
public record MySqlPartitioning(
    Scheme scheme, Optional<Scheme> subscheme, List<Partition> partitions) {

  /** The ways to tell rows apart. */
  public enum Method {
    RANGE,
    LIST,
    RANGE_COLUMNS,
    LIST_COLUMNS,
    HASH,
    KEY,
    /** MariaDB: by the age of old versions. */
    SYSTEM_TIME
  }

  /**
   * A method and what it looks at.
   *
   * @param linear {@code LINEAR}
   * @param keys one expression, or columns; none for {@code KEY ()}, the primary key
   * @param interval what follows {@code SYSTEM_TIME}, as tokens in upper case
   */
  public record Scheme(Method method, boolean linear, List<SqlExpr> keys, List<String> interval) {
    /** Copies the lists. */
    public Scheme {
      Objects.requireNonNull(method, "method");
      keys = List.copyOf(keys);
      interval = List.copyOf(interval);
    }
  }

  /** Which rows a partition takes. */
  public sealed interface Values {

    /** Those that the hash gives it. */
    record Hashed() implements Values {}

    /** {@code VALUES LESS THAN (…)}; an empty bound is {@code MAXVALUE}. */
    record LessThan(List<Optional<SqlExpr>> bounds) implements Values {
      /** Copies the bounds. */
      public LessThan {
        bounds = List.copyOf(bounds);
      }
    }

    /** {@code VALUES IN (…)}: one value a row, or one for each column. */
    record In(List<List<SqlExpr>> rows) implements Values {
      /** Copies the rows. */
      public In {
        rows = rows.stream().map(List::copyOf).toList();
      }
    }

    /** {@code DEFAULT}: whatever no other list has (MariaDB). */
    record Rest() implements Values {}

    /** {@code HISTORY}: old versions (MariaDB). */
    record History() implements Values {}

    /** {@code CURRENT}: what holds now (MariaDB). */
    record Current() implements Values {}
  }

  /**
   * A part of a partition.
   *
   * @param comment its own comment
   */
  public record Part(Identifier name, Optional<String> comment) {
    /** One without a comment. */
    public Part(Identifier name) {
      this(name, Optional.empty());
    }

    /** Rejects null parts. */
    public Part {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(comment, "comment");
    }
  }

  /**
   * A partition.
   *
   * @param comment its comment, and that of those of its parts that have none
   * @param parts its subpartitions, in order
   */
  public record Partition(
      Identifier name, Values values, Optional<String> comment, List<Part> parts) {
    /** Copies the parts. */
    public Partition {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(values, "values");
      Objects.requireNonNull(comment, "comment");
      parts = List.copyOf(parts);
    }

    /** One without a comment and without parts. */
    public Partition(Identifier name, Values values) {
      this(name, values, Optional.empty(), List.of());
    }

    /** This partition with other parts. */
    public Partition withParts(List<Part> newParts) {
      return new Partition(name, values, comment, newParts);
    }

    /** Whether its parts are what the server makes of their number alone. */
    public boolean isDividedByNumber() {
      for (int i = 0; i < parts.size(); i++) {
        String given = name.text() + "sp" + i;
        if (!parts.get(i).name().text().equalsIgnoreCase(given)
            || parts.get(i).comment().isPresent()) {
          return false;
        }
      }
      return true;
    }

    /**
     * This partition with every comment said once: of the whole where all parts have the same, else
     * of each part, as the servers hand it down.
     */
    public Partition settled() {
      List<String> handed =
          parts.stream().map(part -> part.comment().or(() -> comment).orElse("")).toList();
      if (handed.stream().distinct().count() < 2) {
        return new Partition(
            name,
            values,
            handed.stream().findFirst().or(() -> comment).filter(text -> !text.isEmpty()),
            parts.stream().map(part -> new Part(part.name())).toList());
      }
      List<Part> told = new ArrayList<>();
      for (int i = 0; i < handed.size(); i++) {
        told.add(
            new Part(
                parts.get(i).name(), Optional.of(handed.get(i)).filter(text -> !text.isEmpty())));
      }
      return new Partition(name, values, Optional.empty(), told);
    }
  }

  /** Copies the partitions. */
  public MySqlPartitioning {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(subscheme, "subscheme");
    partitions = List.copyOf(partitions);
  }

  /** This scheme with other partitions. */
  public MySqlPartitioning withPartitions(List<Partition> newPartitions) {
    return new MySqlPartitioning(scheme, subscheme, newPartitions);
  }

  /** Whether rows go where a hash says, so that partitions have no values of their own. */
  public boolean isHashed() {
    return scheme.method() == Method.HASH || scheme.method() == Method.KEY;
  }
}
