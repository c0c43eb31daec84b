package dev.schemend.exec.connect;

import java.util.Objects;

/** Where a server listens. */
public sealed interface Endpoint {

  /**
   * A TCP port.
   *
   * @param host name or address; an IPv6 address without its brackets
   * @param port from 1 to 65535
   */
  record Tcp(String host, int port) implements Endpoint {

    /** Rejects what cannot be dialled. */
    public Tcp {
      if (host.isEmpty() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("no such TCP endpoint");
      }
    }

    /** {@code host:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
      return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * A Unix-domain socket.
   *
   * @param path the directory of the socket on PostgreSQL, the socket itself on MySQL
   */
  record UnixSocket(String path) implements Endpoint {

    /** Rejects null. */
    public UnixSocket {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String toString() {
      return path;
    }
  }
}
