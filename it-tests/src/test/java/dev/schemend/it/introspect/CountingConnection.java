package dev.schemend.it.introspect;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/** Counts the statements that are sent over a real connection. */
final class CountingConnection {

  private static final Set<String> STATEMENTS =
      Set.of("prepareStatement", "createStatement", "prepareCall", "commit", "rollback");

  private final Connection proxy;
  private int statements;

  CountingConnection(Connection real) {
    InvocationHandler counting =
        (self, method, arguments) -> {
          if (STATEMENTS.contains(method.getName())) {
            statements++;
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    this.proxy =
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, counting);
  }

  Connection proxy() {
    return proxy;
  }

  /** The statements so far, ends of transactions included. */
  int statements() {
    return statements;
  }
}
