package dev.schemend.parser.prisma.model;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The datasource of a schema.
 *
 * @param name its name, which native types bear: {@code @db.VarChar} for one called {@code db}
 * @param provider as written
 * @param url where the database is
 * @param directUrl where it is for migrations, if elsewhere
 * @param foreignKeys false for {@code relationMode = "prisma"}
 * @param schemas database schemas, where they are listed
 * @param extensions extensions, where they are listed
 * @param span its name's place
 */
public record Datasource(
    String name,
    String provider,
    Optional<UrlSource> url,
    Optional<UrlSource> directUrl,
    boolean foreignKeys,
    List<String> schemas,
    List<Extension> extensions,
    SourceSpan span) {

  /** Where a URL is written. */
  public sealed interface UrlSource {
    /** In the schema itself. */
    record Literal(String text) implements UrlSource {
      /** Shows nothing of the URL. */
      @Override
      public String toString() {
        return "Literal[…]";
      }
    }

    /** {@code env("NAME")}. */
    record Variable(String name) implements UrlSource {}
  }

  /**
   * An extension of PostgreSQL.
   *
   * @param name its name in the database
   * @param schema where its objects go
   * @param version which version
   */
  public record Extension(String name, Optional<String> schema, Optional<String> version) {}

  /** Copies the lists. */
  public Datasource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(directUrl, "directUrl");
    Objects.requireNonNull(span, "span");
    schemas = List.copyOf(schemas);
    extensions = List.copyOf(extensions);
  }
}
