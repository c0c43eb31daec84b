package dev.schemend.exec.watch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A session as its server shows it. Parts that the server does not show to this user are empty.
 *
 * @param id PostgreSQL's process id, MySQL's connection id
 * @param user who it logged in as
 * @param application what it calls itself
 * @param client where it comes from
 * @param state in the server's words: {@code idle in transaction}, {@code Sleep}
 * @param since when its transaction began, or its present statement where it is in none
 * @param query its present statement, or its last one where it is idle
 */
public record ServerSession(
    long id,
    Optional<String> user,
    Optional<String> application,
    Optional<String> client,
    Optional<String> state,
    Optional<Instant> since,
    Optional<String> query) {

  /** Rejects null parts. */
  public ServerSession {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(query, "query");
  }

  /** For people: {@code session 4711, user app, idle in transaction, since …}; not the query. */
  public String label() {
    return "session "
        + id
        + user.map(name -> ", user " + name).orElse("")
        + application.map(name -> ", application " + name).orElse("")
        + client.map(address -> ", from " + address).orElse("")
        + state.map(word -> ", " + word).orElse("")
        + since.map(time -> ", since " + time).orElse("");
  }
}
