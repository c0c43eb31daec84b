package dev.schemend.dialect.postgres;

import dev.schemend.apply.Session;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.BaseTypeWords;
import dev.schemend.model.Declaration;
import dev.schemend.model.DomainType;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresColumnOptions.Storage;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How values of a type are stored unless a column says otherwise (catalog pg_type, typstorage). */
public final class StorageFacts {

  private static final List<ObjectKind> MADE =
      List.of(
          ObjectKind.ENUM_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.RANGE_TYPE,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW);

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
  static boolean isOwn(Storage storage, SqlType type, Schema schema) {
    return own(type, schema).filter(one -> one == storage).isPresent();
  }

  /** The storage of a type; empty for one that an extension brought. */
  public static Optional<Storage> own(SqlType type, Schema schema) {
    return switch (type) {
      case SqlType.Builtin builtin -> Optional.of(own(builtin.name()));
      case SqlType.ArrayOf array -> Optional.of(Storage.EXTENDED);
      case SqlType.UserDefined user ->
          MADE.stream()
              .flatMap(kind -> schema.get(ObjectRef.to(kind, user.name())).stream())
              .findFirst()
              .flatMap(made -> own(made, schema));
      case SqlType.InlineEnum inline -> Optional.empty();
    };
  }

  /** The storage that a column of a materialised view has by its type, where that can be told. */
  public static Optional<Storage> own(
      Dialect dialect, Schema schema, MaterializedView view, Identifier column) {
    Scope scope = new Scope(schema, Session.in(view.name().schema()));
    return ViewColumns.table((PostgresExpressions) dialect.expressions(), scope, view)
        .column(column)
        .flatMap(one -> own(one.type(), schema));
  }

  // DefineEnum, DefineRange, DefineDomain; a row type as heap_create_with_catalog makes it.
  private static Optional<Storage> own(SchemaObject made, Schema schema) {
    return switch (made.ref().kind()) {
      case ENUM_TYPE -> Optional.of(Storage.PLAIN);
      case DOMAIN ->
          made instanceof DomainType domain ? own(domain.type(), schema) : Optional.empty();
      case COMPOSITE_TYPE ->
          made instanceof Declaration base
              ? Optional.of(
                  base.words(BaseTypeWords.STORAGE)
                      .map(word -> Storage.valueOf(word.toUpperCase(Locale.ROOT)))
                      .orElse(Storage.PLAIN))
              : Optional.of(Storage.EXTENDED);
      default -> Optional.of(Storage.EXTENDED);
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
