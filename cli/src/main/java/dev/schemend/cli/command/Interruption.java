package dev.schemend.cli.command;

import dev.schemend.exec.run.StopSign;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SIGINT and SIGTERM as wishes: the first to stop behind the statement that runs, the second to
 * cancel it, the third ends the process. A shutdown hook could not tell them apart, and the virtual
 * machine would not wait for the account of what is applied; so the JDK's own class for signals is
 * used, which has no public name. Where it is missing, signals end the process as ever.
 */
final class Interruption implements StopSign, AutoCloseable {

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";
  private static final List<String> NAMES = List.of("INT", "TERM");

  /** What a shell says of a process that ended by SIGINT. */
  private static final int ENDED_BY_SIGNAL = 130;

  private final AtomicInteger signals = new AtomicInteger();
  private final Map<String, Object> before = new HashMap<>();
  private final PrintStream talk;

  private Interruption(PrintStream talk) {
    this.talk = talk;
  }

  /** Listens until it is closed. */
  static Interruption listening(PrintStream talk) {
    Interruption interruption = new Interruption(talk);
    NAMES.forEach(interruption::listen);
    return interruption;
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself
  private void listen(String name) {
    try {
      Class<?> handler = Class.forName(HANDLER);
      InvocationHandler received =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  received();
                  yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "handler of " + name;
              };
      handle(
          name,
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, received));
    } catch (ReflectiveOperationException noSignals) {
      before.remove(name);
    }
  }

  private void handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName(SIGNAL);
    Object previous =
        signal
            .getMethod("handle", signal, Class.forName(HANDLER))
            .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    before.putIfAbsent(name, previous);
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
    for (String name : List.copyOf(before.keySet())) {
      try {
        handle(name, before.get(name));
      } catch (ReflectiveOperationException noSignals) {
        before.remove(name);
      }
    }
  }
}
