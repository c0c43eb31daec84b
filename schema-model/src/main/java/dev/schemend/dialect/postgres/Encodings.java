package dev.schemend.dialect.postgres;

import dev.schemend.model.Declaration.Fact;
import java.util.Locale;
import java.util.Map;

/**
 * Names of encodings: only letters and digits count, and some have others ({@code pg_encname_tbl}
 * in encnames.c).
 */
final class Encodings {

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("UNICODE", "UTF8"),
          Map.entry("ISO88591", "LATIN1"),
          Map.entry("ISO88592", "LATIN2"),
          Map.entry("ISO88593", "LATIN3"),
          Map.entry("ISO88594", "LATIN4"),
          Map.entry("ISO88599", "LATIN5"),
          Map.entry("ISO885910", "LATIN6"),
          Map.entry("ISO885913", "LATIN7"),
          Map.entry("ISO885914", "LATIN8"),
          Map.entry("ISO885915", "LATIN9"),
          Map.entry("ISO885916", "LATIN10"),
          Map.entry("KOI8", "KOI8R"),
          Map.entry("MSKANJI", "SJIS"),
          Map.entry("SHIFTJIS", "SJIS"),
          Map.entry("WIN932", "SJIS"),
          Map.entry("WIN936", "GBK"),
          Map.entry("WIN949", "UHC"),
          Map.entry("WIN950", "BIG5"),
          Map.entry("WIN", "WIN1251"),
          Map.entry("ALT", "WIN866"),
          Map.entry("ABC", "WIN1258"),
          Map.entry("TCVN", "WIN1258"),
          Map.entry("TCVN5712", "WIN1258"),
          Map.entry("VSCII", "WIN1258"));

  private Encodings() {}

  /** The name that the server gives it, in capitals and without signs. */
  static Fact canonical(Fact written) {
    if (!(written instanceof Fact.Words words)) {
      return written;
    }
    String plain = words.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    String name = plain.replaceFirst("^WINDOWS(?=\\d)", "WIN");
    return new Fact.Words(OTHERS.getOrDefault(name, name));
  }
}
