package dev.schemend.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Works on many databases, on few of them at a time, each on a virtual thread of its own.
 *
 * @param parallel how many at a time, at least one
 */
public record Crew(int parallel) {

  /** Rejects a crew of none. */
  public Crew {
    if (parallel < 1) {
      throw new IllegalArgumentException("nobody works: " + parallel);
    }
  }

  /**
   * Does the work on all, in their order, until it is to stop; what has begun is finished.
   *
   * @param stops asked before each begins
   * @param work must not throw; what it throws all the same is thrown here
   * @return what came of those that were begun, in their order
   */
  public <M, T> List<T> each(List<M> members, BooleanSupplier stops, Function<M, T> work) {
    List<Future<T>> begun = new ArrayList<>();
    Semaphore places = new Semaphore(parallel);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (M member : members) {
        places.acquireUninterruptibly();
        if (stops.getAsBoolean()) {
          break;
        }
        begun.add(
            threads.submit(
                () -> {
                  try {
                    return work.apply(member);
                  } finally {
                    places.release();
                  }
                }));
      }
    }
    return begun.stream().map(Crew::result).toList();
  }

  /** All have ended by now. */
  private static <T> T result(Future<T> ended) {
    try {
      return ended.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a database was left in an unknown state", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }
}
