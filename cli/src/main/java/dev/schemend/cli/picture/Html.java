package dev.schemend.cli.picture;

/** Text in HTML and SVG. */
final class Html {

  private Html() {}

  /** The text as it stands between tags or in double quotes; control characters are replaced. */
  static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n', '\t' -> html.appendCodePoint(character);
                default ->
                    html.appendCodePoint(Character.isISOControl(character) ? '\uFFFD' : character);
              }
            });
    return html.toString();
  }
}
