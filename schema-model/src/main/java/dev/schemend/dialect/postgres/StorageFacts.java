package dev.schemend.dialect.postgres;

import dev.schemend.model.PostgresColumnOptions.Storage;
import dev.schemend.type.SqlType;
import java.util.Optional;
import java.util.Set;

/** How values of a type are stored unless a column says otherwise (catalog pg_type, typstorage). */
public final class StorageFacts {

  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

  private static final Set<String> EXTENDED =
      Set.of(
          "text",
          "character varying",
          "character",
          "bpchar",
          "bytea",
          "json",
          "jsonb",
          "xml",
          "bit",
          "bit varying",
          "path",
          "polygon",
          "tsvector",
          "jsonpath",
          "txid_snapshot",
          "pg_snapshot",
          "int4range",
          "int8range",
          "numrange",
          "tsrange",
          "tstzrange",
          "daterange");

  private StorageFacts() {}

  /** Whether {@code storage} is what the type has anyway. */
  static boolean isOwn(Storage storage, SqlType type) {
    return own(type).filter(one -> one == storage).isPresent();
  }

  /** The storage of a type; empty for one that a statement made or an extension brought. */
  public static Optional<Storage> own(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> Optional.of(own(builtin.name()));
      case SqlType.ArrayOf array -> Optional.of(Storage.EXTENDED);
      case SqlType.UserDefined user -> Optional.empty();
      case SqlType.InlineEnum inline -> Optional.empty();
    };
  }

  private static Storage own(String name) {
    if (MAIN.contains(name)) {
      return Storage.MAIN;
    }
    return EXTENDED.contains(name) || name.endsWith("multirange")
        ? Storage.EXTENDED
        : Storage.PLAIN;
  }
}
