package dev.schemend.it.server;

import java.io.Serial;

/** A server that cannot be had on this machine: which, why, and what to do. */
public final class ServerUnavailableException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  ServerUnavailableException(String message) {
    super(message);
  }

  ServerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
