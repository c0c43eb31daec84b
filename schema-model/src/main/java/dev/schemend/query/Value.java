package dev.schemend.query;

import dev.schemend.name.Identifier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression is worth when the schema is all that is known: a value, the null value, or
 * something that only a server can tell.
 */
public sealed interface Value {

  /** How many values are kept apart before nothing counts as known. */
  int MOST_WAYS = 16;

  /** The null value. */
  Value NULL = new Null();

  /** Truth. */
  Value TRUE = new Bool(true);

  /** Falsehood. */
  Value FALSE = new Bool(false);

  /** {@code NULL}. */
  record Null() implements Value {}

  /** A truth value. */
  record Bool(boolean value) implements Value {}

  /** A number. */
  record Num(BigDecimal value) implements Value {
    /** Rejects null. */
    public Num {
      Objects.requireNonNull(value, "value");
    }
  }

  /** Characters; also moments, UUIDs and whatever else is compared by its spelling. */
  record Text(String value) implements Value {
    /** Rejects null. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A text that means what the server's text means and is spelled otherwise, such as the definition
   * of a view: good for being run, not for being compared.
   */
  record Paraphrase(String text) implements Value {
    /** Rejects null. */
    public Paraphrase {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * The identity of a catalog row, an {@code oid}.
   *
   * @param catalog the relation that holds the row
   * @param key what tells the row from others there; as the server prints it where it does
   */
  record Reference(String catalog, String key) implements Value {
    /** Rejects null parts. */
    public Reference {
      Objects.requireNonNull(catalog, "catalog");
      Objects.requireNonNull(key, "key");
    }
  }

  /**
   * An array.
   *
   * @param first the number of its first element: 1, or 0 for the vectors of PostgreSQL's catalogs
   */
  record Items(List<Value> values, int first) implements Value {
    /** Copies the values. */
    public Items {
      values = List.copyOf(values);
    }

    /** An array that counts from 1. */
    public Items(List<Value> values) {
      this(values, 1);
    }

    /** The element of that number; null beyond the bounds. */
    public Value element(int number) {
      int at = number - first;
      return at >= 0 && at < values.size() ? values.get(at) : NULL;
    }
  }

  /** A row. */
  record Composite(List<Field> fields) implements Value {

    /** A field of a row; its name may be {@link Identifier#NONE}. */
    public record Field(Identifier name, Value value) {}

    /** Copies the fields. */
    public Composite {
      fields = List.copyOf(fields);
    }

    /** The field of that name. */
    public Optional<Value> field(Identifier name) {
      return fields.stream()
          .filter(field -> field.name().equals(name))
          .map(Field::value)
          .findFirst();
    }
  }

  /**
   * Not to be decided from the schema.
   *
   * @param why what it depends on, in words that end a sentence: {@code the rows of "orders"}
   * @param prefix how its text begins, where that much is known
   * @param ending how its text ends, digits aside, where that much is known; in lower case
   * @param ways the values of which it is one; empty where they are not known
   */
  record Unknown(String why, String prefix, String ending, List<Value> ways) implements Value {
    /** Copies the ways. */
    public Unknown {
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(prefix, "prefix");
      Objects.requireNonNull(ending, "ending");
      ways = List.copyOf(ways);
    }

    /** A value that may be any that begins so. */
    public Unknown(String why, String prefix) {
      this(why, prefix, "", List.of());
    }

    /** Whether a text is none that it could be, whatever the collation. */
    public boolean excludes(String text) {
      int end = text.length();
      while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
        end--;
      }
      return !text.substring(0, end).toLowerCase(Locale.ROOT).endsWith(ending);
    }
  }

  /** Nothing known. */
  static Unknown unknown(String why) {
    return new Unknown(why, "");
  }

  /** A text of which only the end is known, digits aside. */
  static Unknown endingWith(String why, String ending) {
    return new Unknown(why, "", ending, List.of());
  }

  /** One of these, for the reason given; all is unknown where one of them is, or they are many. */
  static Value either(String why, Collection<Value> values) {
    Set<Value> ways = new LinkedHashSet<>();
    for (Value value : values) {
      List<Value> known = value instanceof Unknown unknown ? unknown.ways() : List.of(value);
      if (known.isEmpty()) {
        return unknown(why);
      }
      ways.addAll(known);
    }
    if (ways.size() == 1) {
      return ways.iterator().next();
    }
    return ways.size() > MOST_WAYS ? unknown(why) : new Unknown(why, "", "", List.copyOf(ways));
  }

  /** A truth value. */
  static Value of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A whole number. */
  static Value of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  /** A text. */
  static Value of(String value) {
    return new Text(value);
  }

  /** A text, or the null value. */
  static Value of(Optional<String> value) {
    return value.<Value>map(Text::new).orElse(NULL);
  }
}
