package dev.schemend.exec.connect;

import java.util.Objects;

/** A password, which shows itself only to the one who asks for it by name. */
public final class Password {

  /** What stands for a password wherever one would be shown. */
  public static final String MASK = "*****";

  private final String characters;

  private Password(String characters) {
    this.characters = Objects.requireNonNull(characters, "characters");
  }

  /** A password of these characters. */
  public static Password of(String characters) {
    return new Password(characters);
  }

  /** The characters; for the driver, and for nothing that is printed or logged. */
  public String reveal() {
    return characters;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Password password && characters.equals(password.characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  /** {@link #MASK}, whatever the password is. */
  @Override
  public String toString() {
    return MASK;
  }
}
