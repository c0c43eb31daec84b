package dev.schemend.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do with an object (PostgreSQL's manual, 5.8, Privileges). */
public enum Privilege {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  TRUNCATE,
  REFERENCES,
  TRIGGER,
  /** {@code VACUUM}, {@code REINDEX} and the like (17). */
  MAINTAIN,
  USAGE,
  CREATE,
  EXECUTE;

  /** The privilege of that name, in any case; empty where there is none such. */
  public static Optional<Privilege> named(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
