package dev.schemend.parser.layout.tool;

import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;

/** Play sends one semicolon where two are written, wherever they stand. */
final class DoubledSemicolons {

  private static final String DOUBLED = ";;";

  private DoubledSemicolons() {}

  static SourceText single(SourceText section) {
    String text = section.text();
    SourceComposer composer = new SourceComposer(section.name());
    int kept = 0;
    for (int at = text.indexOf(DOUBLED); at >= 0; at = text.indexOf(DOUBLED, at + 2)) {
      composer.copy(section, kept, at + 1);
      kept = at + 2;
    }
    return composer.copy(section, kept, text.length()).build();
  }
}
