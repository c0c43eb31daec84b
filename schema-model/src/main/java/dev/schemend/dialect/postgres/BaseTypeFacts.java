package dev.schemend.dialect.postgres;

import dev.schemend.model.BaseTypeWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How values of the server's own types are stored ({@code pg_type.dat}). */
final class BaseTypeFacts {

  /** Length, whether by value, alignment, storage, and the types of which that is so. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("1", "true", "char", "plain", "boolean"),
          List.of("2", "true", "int2", "plain", "smallint"),
          List.of("4", "true", "int4", "plain", "integer real oid date xid cid regclass regproc"),
          List.of(
              "8",
              "true",
              "double",
              "plain",
              "bigint double_precision money time_without_time_zone timestamp_without_time_zone"
                  + " timestamp_with_time_zone"),
          List.of("12", "false", "double", "plain", "time_with_time_zone"),
          List.of("16", "false", "double", "plain", "interval point"),
          List.of("16", "false", "char", "plain", "uuid"),
          List.of("64", "false", "char", "plain", "name"),
          List.of("6", "false", "int4", "plain", "macaddr"),
          List.of("8", "false", "int4", "plain", "macaddr8"),
          List.of("32", "false", "double", "plain", "box lseg"),
          List.of("24", "false", "double", "plain", "circle line"),
          List.of("-1", "false", "double", "extended", "path polygon"),
          List.of("-1", "false", "int4", "main", "numeric inet cidr"),
          List.of("-1", "false", "int4", "plain", "tsquery"),
          List.of(
              "-1",
              "false",
              "int4",
              "extended",
              "text character_varying character bytea json jsonb xml bit bit_varying tsvector"
                  + " jsonpath"));

  private static final Map<String, List<String>> BY_TYPE = new HashMap<>();

  static {
    for (List<String> row : ROWS) {
      for (String type : row.getLast().split(" ", -1)) {
        BY_TYPE.put(type.replace('_', ' '), row);
      }
    }
  }

  private BaseTypeFacts() {}

  /** What {@code LIKE} takes from the type of that name, by {@link BaseTypeWords#STORED}. */
  static Optional<Map<String, String>> stored(String type) {
    return Optional.ofNullable(BY_TYPE.get(type))
        .map(
            row -> {
              Map<String, String> facts = new HashMap<>();
              for (int at = 0; at < BaseTypeWords.STORED.size(); at++) {
                facts.put(BaseTypeWords.STORED.get(at), row.get(at));
              }
              return facts;
            });
  }
}
