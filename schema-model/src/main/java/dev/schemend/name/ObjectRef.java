package dev.schemend.name;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a dependency edge or a message points at.
 *
 * @param kind the kind of object
 * @param name the object, or the table that holds the member
 * @param member column, constraint, trigger, policy or label inside {@code name}; for a routine
 *     that may have namesakes, the types of its input arguments in brackets; {@link
 *     Identifier#NONE} where the object itself is meant
 * @param label inside of {@code member}, a column whose type lists its labels (MySQL); {@link
 *     Identifier#NONE} for all else
 */
public record ObjectRef(ObjectKind kind, ObjectName name, Identifier member, Identifier label)
    implements Comparable<ObjectRef> {

  private static final Comparator<ObjectRef> ORDER =
      Comparator.comparing(ObjectRef::kind)
          .thenComparing(ObjectRef::name)
          .thenComparing(ObjectRef::member)
          .thenComparing(ObjectRef::label);

  private static final List<ObjectKind> RELATIONS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FOREIGN_TABLE);

  /** Rejects null parts. */
  public ObjectRef {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(label, "label");
  }

  /** A reference to an object or to a part of one. */
  public ObjectRef(ObjectKind kind, ObjectName name, Identifier member) {
    this(kind, name, member, Identifier.NONE);
  }

  /** A reference to a whole object. */
  public static ObjectRef to(ObjectKind kind, ObjectName name) {
    return new ObjectRef(kind, name, Identifier.NONE);
  }

  /** A reference to a schema. */
  public static ObjectRef schema(Identifier schema) {
    return to(ObjectKind.SCHEMA, ObjectName.unqualified(schema));
  }

  /** A reference to a table. */
  public static ObjectRef table(ObjectName table) {
    return to(ObjectKind.TABLE, table);
  }

  /** A reference to a column of a table. */
  public static ObjectRef column(ObjectName table, Identifier column) {
    return new ObjectRef(ObjectKind.COLUMN, table, column);
  }

  /** A reference to a constraint of a table. */
  public static ObjectRef constraint(ObjectName table, Identifier constraint) {
    return new ObjectRef(ObjectKind.CONSTRAINT, table, constraint);
  }

  /** A reference to an index, found through its table. */
  public static ObjectRef index(ObjectName table, Identifier index) {
    return new ObjectRef(ObjectKind.INDEX, table, index);
  }

  /** The objects that this may be a part of, one of each kind; none where it is no part. */
  public List<ObjectRef> holders() {
    return switch (kind) {
      case ENUM_VALUE ->
          isOfColumn()
              ? List.of(column(name, member), table(name))
              : List.of(to(ObjectKind.ENUM_TYPE, name));
      case DOMAIN -> member.isNone() ? List.of() : List.of(to(kind, name));
      case COLUMN, CONSTRAINT, INDEX, TRIGGER, POLICY, RULE, COMMENT, RIGHTS ->
          RELATIONS.stream().map(holder -> to(holder, name)).toList();
      default -> List.of();
    };
  }

  /** A reference to a label of the type of a column (MySQL). */
  public static ObjectRef label(ObjectName table, Identifier column, String label) {
    return new ObjectRef(ObjectKind.ENUM_VALUE, table, column, Identifier.of(label));
  }

  /** Whether a label of a column is meant, whose name is inside of the column's. */
  public boolean isOfColumn() {
    return !label.isNone();
  }

  /** The innermost name: of a label its text, of another part its own name. */
  public Identifier part() {
    return isOfColumn() ? label : member;
  }

  /** The same part of something else that holds it. */
  public ObjectRef in(ObjectRef holder) {
    return new ObjectRef(
        kind, holder.name, holder.kind == ObjectKind.COLUMN ? holder.member : member, label);
  }

  @Override
  public int compareTo(ObjectRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case RIGHTS -> kind.words() + " on " + subject();
      case DEFAULT_RIGHTS ->
          kind.words()
              + " of "
              + name.name()
              + (name.isQualified() ? " in " + name.schema() : "")
              + " on "
              + member;
      default -> words(kind.words(), member.text()) + (isOfColumn() ? "." + label : "");
    };
  }

  /** What rights are on: the member holds its kind, and behind that its own member. */
  private String subject() {
    String text = member.text();
    String words =
        Arrays.stream(ObjectKind.values())
            .map(ObjectKind::words)
            .filter(one -> text.equals(one) || text.startsWith(one + " "))
            .max(Comparator.comparingInt(String::length))
            .orElse(text);
    return words(words, text.substring(words.length()).strip());
  }

  private String words(String kindWords, String part) {
    boolean signature = part.startsWith("(");
    return kindWords + " " + name + (part.isEmpty() || signature ? "" : ".") + part;
  }
}
