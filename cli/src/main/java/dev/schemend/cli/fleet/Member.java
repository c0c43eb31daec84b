package dev.schemend.cli.fleet;

import dev.schemend.exec.connect.DatabaseUrl;
import java.util.List;
import java.util.Objects;

/**
 * One database of a fleet.
 *
 * @param name how it is called everywhere; holds neither user nor password
 * @param url where it is
 */
public record Member(String name, DatabaseUrl url) {

  /** Rejects null parts. */
  public Member {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
  }

  /** The member at {@code url}. */
  public static Member at(DatabaseUrl url) {
    return new Member(nameOf(url), url);
  }

  /** {@code host:port/database}, behind it the schemas where the URL names some. */
  public static String nameOf(DatabaseUrl url) {
    List<String> schemas = url.schemas();
    return url.endpoint()
        + "/"
        + url.database()
        + (schemas.isEmpty() ? "" : "?schema=" + String.join(",", schemas));
  }
}
