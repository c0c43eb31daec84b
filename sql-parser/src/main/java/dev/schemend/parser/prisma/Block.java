package dev.schemend.parser.prisma;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A block of a schema. */
public sealed interface Block {

  /** Its name. */
  Name name();

  /** From its key word to its closing brace. */
  SourceSpan span();

  /** {@code datasource} or {@code generator}. */
  record Config(Config.Kind kind, Name name, List<Property> properties, SourceSpan span)
      implements Block {
    /** The two kinds. */
    public enum Kind {
      DATASOURCE,
      GENERATOR
    }

    /** Copies the properties. */
    public Config {
      properties = List.copyOf(properties);
    }

    /** The first property of that name. */
    public Optional<Property> property(String key) {
      return properties.stream().filter(one -> one.key().text().equals(key)).findFirst();
    }
  }

  /** {@code key = value}; the value is absent where the author left it out. */
  record Property(Name key, Optional<Value> value, SourceSpan span) {}

  /** {@code model}, {@code view} or {@code type}: what has fields. */
  record Fields(
      Fields.Kind kind,
      Name name,
      List<FieldDeclaration> fields,
      List<Attribute> attributes,
      SourceSpan span)
      implements Block {
    /** The three kinds. */
    public enum Kind {
      MODEL("model"),
      VIEW("view"),
      TYPE("type");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** Its key word. */
      public String word() {
        return word;
      }
    }

    /** Copies the lists. */
    public Fields {
      fields = List.copyOf(fields);
      attributes = List.copyOf(attributes);
    }

    /** The field of that name. */
    public Optional<FieldDeclaration> field(String field) {
      return fields.stream().filter(one -> one.name().text().equals(field)).findFirst();
    }
  }

  /** {@code enum}. */
  record Labels(Name name, List<Label> labels, List<Attribute> attributes, SourceSpan span)
      implements Block {
    /** Copies the lists. */
    public Labels {
      labels = List.copyOf(labels);
      attributes = List.copyOf(attributes);
    }
  }

  /** One label of an enum. */
  record Label(Name name, List<Attribute> attributes, SourceSpan span) {
    /** Copies the attributes. */
    public Label {
      attributes = List.copyOf(attributes);
    }
  }
}
