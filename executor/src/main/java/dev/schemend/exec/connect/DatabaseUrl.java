package dev.schemend.exec.connect;

import dev.schemend.exec.error.ExecException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a database is and who asks for it.
 *
 * <p>The syntax is that of Prisma's connection URLs ({@code
 * scheme://user:password@host:port/database?parameters}, everything percent-encoded, {@code host=}
 * or {@code socket=} for a Unix-domain socket) and of the JDBC drivers' ({@code user=} and {@code
 * password=} among the parameters). {@link #toString()} masks the password.
 *
 * @param form how it was written
 * @param endpoint where the server listens
 * @param user who logs in; empty leaves it to the driver
 * @param password the password, where one was given
 * @param database the database's name
 * @param parameters the rest, without user and password
 */
public record DatabaseUrl(
    UrlForm form,
    Endpoint endpoint,
    String user,
    Optional<Password> password,
    String database,
    UrlParameters parameters) {

  /** Rejects null parts. */
  public DatabaseUrl {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(parameters, "parameters");
  }

  /**
   * Reads a URL.
   *
   * @throws ExecException with {@link InvalidUrl}, which quotes no part of the text
   */
  public static DatabaseUrl parse(String url) {
    return new UrlReader(url).read();
  }

  /** The protocol it names. */
  public Family family() {
    return form.family();
  }

  /**
   * The schemas that the URL narrows work to: {@code schema=} of Prisma's form, {@code
   * currentSchema=} of the JDBC driver's, in their order. Empty where it names none.
   */
  public List<String> schemas() {
    return parameters
        .value("schema")
        .filter(name -> !name.isEmpty())
        .map(List::of)
        .orElseGet(
            () -> parameters.value("currentSchema").map(SearchPath::names).orElseGet(List::of));
  }

  /** The same server and user, another database. */
  public DatabaseUrl withDatabase(String name) {
    return new DatabaseUrl(form, endpoint, user, password, name, parameters);
  }

  /** The URL with the password masked; reads back as an equal URL with the mask for a password. */
  @Override
  public String toString() {
    StringBuilder url = new StringBuilder(form.prefix()).append("//");
    if (!user.isEmpty() || password.isPresent()) {
      url.append(PercentEncoding.encode(user));
      password.ifPresent(secret -> url.append(':').append(Password.MASK));
      url.append('@');
    }
    switch (endpoint) {
      case Endpoint.Tcp tcp -> url.append(tcp);
      case Endpoint.UnixSocket socket -> url.append(PercentEncoding.encode(socket.path()));
    }
    url.append('/').append(PercentEncoding.encode(database));
    String query = parameters.toString();
    return query.isEmpty() ? url.toString() : url.append('?').append(query).toString();
  }
}
