package dev.schemend.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Puts a text together from stretches of others so that every place in it stays the place in the
 * file: the sections of a migration that run, a file with its variables replaced, a script with the
 * files that it includes.
 */
public final class SourceComposer {

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<SourcePart> parts = new ArrayList<>();

  /** An empty text of that name. */
  public SourceComposer(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /** Number of characters so far. */
  public int length() {
    return text.length();
  }

  /** Appends {@code [start, end)} of a text, which may itself be put together. */
  public SourceComposer copy(SourceText from, int start, int end) {
    if (start == end) {
      return this;
    }
    if (from.parts().isEmpty()) {
      part(new SourcePart(text.length(), from, start, true));
    } else {
      copyParts(from, start, end);
    }
    text.append(from.text(), start, end);
    return this;
  }

  private void copyParts(SourceText from, int start, int end) {
    int base = text.length() - start;
    List<SourcePart> others = from.parts();
    for (int i = from.partIndex(start); i < others.size() && others.get(i).start() < end; i++) {
      SourcePart other = others.get(i);
      int first = Math.max(start, other.start());
      part(
          new SourcePart(base + first, other.origin(), other.originOffset(first), other.written()));
    }
  }

  /**
   * Appends characters that no file has.
   *
   * @param characters what is run
   * @param from the text that says so
   * @param at where it does
   */
  public SourceComposer insert(String characters, SourceText from, int at) {
    if (characters.isEmpty()) {
      return this;
    }
    if (from.parts().isEmpty()) {
      part(new SourcePart(text.length(), from, at, false));
    } else {
      SourcePart other = from.parts().get(from.partIndex(at));
      part(new SourcePart(text.length(), other.origin(), other.originOffset(at), false));
    }
    text.append(characters);
    return this;
  }

  private void part(SourcePart part) {
    if (!parts.isEmpty() && continues(parts.getLast(), part)) {
      return;
    }
    parts.add(part);
  }

  private static boolean continues(SourcePart before, SourcePart part) {
    // By identity: two readings of one file are two texts, and comparing them costs their length.
    return sameText(before.origin(), part.origin())
        && before.written()
        && part.written()
        && before.originStart() - before.start() == part.originStart() - part.start();
  }

  @SuppressWarnings("ReferenceEquality") // see above
  private static boolean sameText(SourceText one, SourceText other) {
    return one == other;
  }

  /** The text. One that is a whole file again is that file. */
  public SourceText build() {
    if (parts.isEmpty()) {
      return new SourceText(name, "");
    }
    if (parts.size() == 1) {
      SourcePart only = parts.getFirst();
      boolean whole = only.written() && only.originStart() == 0;
      if (whole && only.origin().text().length() == text.length()) {
        return only.origin();
      }
    }
    return new SourceText(name, text.toString(), parts);
  }
}
