package dev.schemend.cli.command;

import dev.schemend.cli.process.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A question to the person in front of the terminal. */
final class Question {

  private Question() {}

  /** The answer in lower case; empty at the end of the input. */
  static String ask(Surroundings surroundings, String question) {
    surroundings.err().print(question);
    surroundings.err().flush();
    StringBuilder answer = new StringBuilder();
    try {
      // A character at a time: what is behind the line end belongs to the next question.
      for (int c = surroundings.in().read(); c >= 0 && c != '\n'; c = surroundings.in().read()) {
        answer.append((char) c);
      }
    } catch (IOException closed) {
      return "";
    }
    byte[] bytes = answer.toString().getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
  }
}
