package dev.schemend.cli.picture;

/** What becomes of something between two states. */
enum Mark {
  SAME("", ""),
  ADDED("added", "+"),
  REMOVED("removed", "-"),
  CHANGED("changed", "~");

  private final String words;
  private final String sign;

  Mark(String words, String sign) {
    this.words = words;
    this.sign = sign;
  }

  /** In a word; empty where nothing becomes of it. */
  String words() {
    return words;
  }

  /** In one character, for those who do not see colours; empty where nothing becomes of it. */
  String sign() {
    return sign;
  }
}
