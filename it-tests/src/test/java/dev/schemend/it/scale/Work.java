package dev.schemend.it.scale;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What a piece of work took.
 *
 * @param result what came of it
 * @param nanos time that this thread had a processor for
 * @param bytes memory asked for by this thread, which no other work on the machine changes
 */
record Work<T>(T result, long nanos, long bytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static <T> Work<T> of(Supplier<T> work) {
    long bytes = allocated();
    long start = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    return new Work<>(result, THREADS.getCurrentThreadCpuTime() - start, allocated() - bytes);
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
