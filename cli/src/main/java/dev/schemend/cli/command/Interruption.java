package dev.schemend.cli.command;

import dev.schemend.exec.run.StopSign;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SIGINT and SIGTERM as wishes: the first to stop behind the statement that runs, the second to
 * cancel it; the third ends the process. A shutdown hook could not tell them apart, and the virtual
 * machine would not wait for the account of what is applied; so the JDK's own class for signals is
 * used, which has no public name. Where it is missing, signals end the process as ever.
 */
final class Interruption implements StopSign, AutoCloseable {

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";
  private static final List<String> NAMES = List.of("INT", "TERM");

  /** What a shell says of a process that ended by SIGINT. */
  private static final int ENDED_BY_SIGNAL = 130;

  /** A process has one handler for a signal, and may have several runs that listen. */
  private static final List<Interruption> LISTENING = new ArrayList<>();

  private static final Map<String, Object> BEFORE = new HashMap<>();

  private final AtomicInteger signals = new AtomicInteger();
  private final PrintStream talk;

  private Interruption(PrintStream talk) {
    this.talk = talk;
  }

  /** Listens until it is closed. */
  static Interruption listening(PrintStream talk) {
    Interruption interruption = new Interruption(talk);
    synchronized (LISTENING) {
      if (LISTENING.isEmpty()) {
        NAMES.forEach(Interruption::listen);
      }
      LISTENING.add(interruption);
    }
    return interruption;
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself
  private static void listen(String name) {
    try {
      Class<?> type = Class.forName(HANDLER);
      InvocationHandler received =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  all();
                  yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> name;
              };
      BEFORE.put(
          name,
          handle(
              name,
              Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, received)));
    } catch (ReflectiveOperationException noSignals) {
      BEFORE.remove(name);
    }
  }

  /** Gives the handler that was there before. */
  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName(SIGNAL);
    return signal
        .getMethod("handle", signal, Class.forName(HANDLER))
        .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }

  private static void all() {
    synchronized (LISTENING) {
      LISTENING.forEach(Interruption::received);
    }
  }

  private void received() {
    switch (signals.incrementAndGet()) {
      case 1 -> talk.println("Stopping behind this statement; once more cancels it.");
      case 2 -> talk.println("Cancelling the statement; once more ends the process.");
      default -> Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
    }
  }

  @Override
  public boolean isRaised() {
    return signals.get() > 0;
  }

  @Override
  public boolean isUrgent() {
    return signals.get() > 1;
  }

  @Override
  public void close() {
    synchronized (LISTENING) {
      LISTENING.remove(this);
      if (LISTENING.isEmpty()) {
        BEFORE.forEach(Interruption::restore);
        BEFORE.clear();
      }
    }
  }

  private static void restore(String name, Object handler) {
    try {
      handle(name, handler);
    } catch (ReflectiveOperationException noSignals) {
      throw new IllegalStateException("signals were handled a moment ago", noSignals);
    }
  }
}
