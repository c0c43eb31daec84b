package dev.schemend.dialect.postgres.catalog;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.Set;

/** {@code quote_ident} and {@code quote_literal} (server sources ruleutils.c and quote.c). */
final class QuotedNames {

  // Every key word but the unreserved ones (manual, appendix C).
  private static final Set<String> KEY_WORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
          boolean both case cast char character check coalesce collate collation column concurrently
          constraint create cross current_catalog current_date current_role current_schema current_time
          current_timestamp current_user dec decimal default deferrable desc distinct do else end except
          exists extract false fetch float for foreign freeze from full grant greatest group grouping
          having ilike in initially inner inout int integer intersect interval into is isnull join
          json_array json_arrayagg json_object json_objectagg lateral leading least left like limit
          localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric
          offset on only or order out outer overlaps overlay placing position precision primary real
          references returning right row select session_user setof similar smallint some substring
          symmetric system_user table tablesample then time timestamp to trailing treat trim true union
          unique user using values varchar variadic verbose when where window with xmlattributes
          xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
          xmltable
          """
              .strip()
              .split("\\s+"));

  private QuotedNames() {}

  static String ident(String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars()
                .allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            && !Character.isDigit(name.charAt(0))
            && !KEY_WORDS.contains(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
    return text.indexOf('\\') >= 0 ? "E" + quoted : quoted;
  }

  static String qualified(ObjectName name) {
    return ident(name.schema().text()) + "." + ident(name.name().text());
  }

  static String member(ObjectName owner, Identifier member) {
    return qualified(owner) + "." + ident(member.text());
  }
}
