package dev.schemend.cli.state;

import java.util.List;

/** A value of a configuration file that is known without running it. */
sealed interface ConfigValue {

  /** A text. */
  record Text(String text) implements ConfigValue {
    /** Shows nothing: it may be a URL with a password. */
    @Override
    public String toString() {
      return "Text[…]";
    }
  }

  /** The value of a variable of the environment. */
  record Variable(String name) implements ConfigValue {}

  /** The first of these that there is: {@code a ?? b}, {@code a || b}. */
  record FirstOf(List<ConfigValue> values) implements ConfigValue {
    /** Copies the values. */
    public FirstOf {
      values = List.copyOf(values);
    }
  }

  /** An array. */
  record Many(List<ConfigValue> values) implements ConfigValue {
    /** Copies the values. */
    public Many {
      values = List.copyOf(values);
    }
  }
}
