package dev.schemend.cli.pull;

import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Objects;

/**
 * What a pull came to.
 *
 * @param files the schema's files, formatted
 * @param models how many models they have
 * @param remarks what they do not say of the database, a sentence each
 */
public record Pulled(List<SourceText> files, int models, List<String> remarks) {

  /** Copies the lists. */
  public Pulled {
    files = List.copyOf(files);
    Objects.requireNonNull(remarks, "remarks");
    remarks = List.copyOf(remarks);
  }
}
