package dev.schemend.blame;

/** What a statement did to an object, whether it says so or not. */
public enum Act {
  /** It is there since. */
  MADE("made"),
  CHANGED("changed"),
  /** It came from another name; what happened under that name is part of its story. */
  RENAMED("renamed"),
  /** It went to another name, and its story with it. */
  LEFT("gone"),
  /** It is gone since. */
  DROPPED("dropped");

  private final String words;

  Act(String words) {
    this.words = words;
  }

  /** As people and machines read it. */
  public String words() {
    return words;
  }
}
