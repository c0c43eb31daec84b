package dev.schemend.exec.preflight;

import dev.schemend.check.CheckSql;
import dev.schemend.check.Concern;
import dev.schemend.exec.error.ServerError;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A concern with what the database said to it.
 *
 * @param concern the concern
 * @param sql how it was asked
 * @param outcome what came of it
 */
public record Answer(Concern concern, CheckSql sql, Outcome outcome) {

  /** What a question led to. */
  public sealed interface Outcome {}

  /** There is nothing of what was asked for. */
  public record Clean() implements Outcome {}

  /**
   * There is something.
   *
   * @param count how many; empty where they could not be counted in time
   * @param columns names of the columns of {@code sample}
   * @param sample a few of them
   */
  public record Found(OptionalLong count, List<String> columns, List<List<String>> sample)
      implements Outcome {
    /** Copies the lists. */
    public Found {
      Objects.requireNonNull(count, "count");
      columns = List.copyOf(columns);
      sample = List.copyOf(sample);
    }
  }

  /**
   * The server refuses what it was asked to compute, as it will refuse the statement.
   *
   * @param server what it said
   */
  public record Refused(ServerError server) implements Outcome {
    /** Rejects null. */
    public Refused {
      Objects.requireNonNull(server, "server");
    }
  }

  /**
   * Nobody knows.
   *
   * @param reason why, in a sentence
   * @param sampled whether a part of the table was read, and nothing found in it
   */
  public record Unanswered(String reason, boolean sampled) implements Outcome {
    /** Rejects null. */
    public Unanswered {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Rejects null parts. */
  public Answer {
    Objects.requireNonNull(concern, "concern");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Whether the script would fail for certain. */
  public boolean stops() {
    return (outcome instanceof Found || outcome instanceof Refused) && concern.isDecisive();
  }
}
