package dev.schemend.exec.lock;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The session that holds the lock. Parts that the server does not show to this user are empty.
 *
 * @param session PostgreSQL's process id, MySQL's connection id, or {@link #UNKNOWN}
 * @param user who it logged in as
 * @param application what it calls itself
 * @param client where it comes from
 * @param since when its session began on PostgreSQL; when its present command did on MySQL
 */
public record LockHolder(
    long session,
    Optional<String> user,
    Optional<String> application,
    Optional<String> client,
    Optional<Instant> since) {

  /** A session that nobody knows: the holder is known by what it wrote down. */
  public static final long UNKNOWN = 0;

  /** Rejects null parts. */
  public LockHolder {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(since, "since");
  }

  /** For people: {@code session 4711, user app, application prisma, from 10.0.0.7, since …}. */
  public String label() {
    return (session == UNKNOWN ? "a session" : "session " + session)
        + user.map(name -> ", user " + name).orElse("")
        + application.map(name -> ", application " + name).orElse("")
        + client.map(address -> ", from " + address).orElse("")
        + since.map(time -> ", since " + time).orElse("");
  }
}
