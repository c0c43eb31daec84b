package dev.schemend.parser.postgres;

/** Whole numbers of a parse tree. */
final class Numbers {

  private Numbers() {}

  static long whole(PostgresParser.SignedNumberContext context) {
    String text = context.getText();
    try {
      return Long.parseLong(text.startsWith("+") ? text.substring(1) : text);
    } catch (NumberFormatException outOfRange) {
      throw new BeyondTheModel(context, "a number that is not a whole one of 64 bits");
    }
  }
}
