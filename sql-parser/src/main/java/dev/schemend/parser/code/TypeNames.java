package dev.schemend.parser.code;

import dev.schemend.query.TypeName;
import java.util.Set;

/** Types, where code and expressions name them. */
public final class TypeNames {

  private static final Set<String> FIELDS =
      Set.of("year", "month", "day", "hour", "minute", "second");
  private static final Set<String> MYSQL_ATTRIBUTES =
      Set.of("unsigned", "signed", "zerofill", "binary", "ascii", "unicode", "byte", "integer");

  private TypeNames() {}

  /** The type that begins here. */
  public static TypeName read(Lexemes lexemes) {
    lexemes.take("setof");
    StringBuilder name = new StringBuilder(word(lexemes));
    switch (name.toString()) {
      case "double" -> append(lexemes, name, "precision");
      case "character", "char", "bit", "nchar" -> append(lexemes, name, "varying");
      case "national" -> {
        name.append(' ').append(word(lexemes));
        append(lexemes, name, "varying");
      }
      case "interval" -> {
        while (lexemes.isOneOf(FIELDS) || lexemes.is("to")) {
          lexemes.next();
        }
      }
      default -> {
        // One word.
      }
    }
    while (lexemes.isSymbol(".") && lexemes.peek(1).isName()) {
      lexemes.next();
      name.append('.').append(word(lexemes));
    }
    if (lexemes.isSymbol("%") && lexemes.peek(1).isName()) {
      lexemes.next();
      boolean row = lexemes.next().isWord("rowtype");
      return array(lexemes, row ? "%rowtype" : "%type");
    }
    if (lexemes.isSymbol("(")) {
      lexemes.skipBrackets();
    }
    if (name.toString().startsWith("time")) {
      zone(lexemes, name);
    }
    if (lexemes.dialect().mysql()) {
      attributes(lexemes);
    }
    return array(lexemes, name.toString());
  }

  private static String word(Lexemes lexemes) {
    Lexeme lexeme = lexemes.peek();
    if (!lexeme.isName()) {
      throw new CodeSyntaxException("expecting a type", lexeme);
    }
    return lexemes.next().text();
  }

  private static void append(Lexemes lexemes, StringBuilder name, String word) {
    if (lexemes.take(word)) {
      name.append(' ').append(word);
    }
  }

  private static void zone(Lexemes lexemes, StringBuilder name) {
    for (String with : new String[] {"with", "without"}) {
      if (lexemes.take(with, "time", "zone")) {
        name.append(' ').append(with).append(" time zone");
      }
    }
  }

  private static void attributes(Lexemes lexemes) {
    while (true) {
      if (lexemes.isOneOf(MYSQL_ATTRIBUTES)) {
        lexemes.next();
      } else if (lexemes.take("character", "set")
          || lexemes.take("charset")
          || lexemes.take("collate")) {
        lexemes.next();
      } else {
        return;
      }
    }
  }

  private static TypeName array(Lexemes lexemes, String name) {
    boolean array = lexemes.take("array");
    while (lexemes.isSymbol("[")) {
      array = true;
      while (!lexemes.atEnd() && !lexemes.takeSymbol("]")) {
        lexemes.next();
      }
    }
    return new TypeName(name, array);
  }
}
