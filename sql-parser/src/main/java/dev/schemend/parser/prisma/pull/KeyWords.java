package dev.schemend.parser.prisma.pull;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.parser.prisma.model.ConstraintNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys and indexes of a table as attributes. */
final class KeyWords {

  /**
   * A key or an index.
   *
   * @param name in the database
   * @param attribute without its at signs: {@code unique}
   * @param parts in order
   * @param arguments what stands behind the fields
   */
  record Said(String name, String attribute, List<IndexPart> parts, List<String> arguments) {

    /** The only column, of a key that can stand behind its field. */
    Optional<Identifier> alone() {
      boolean key = !attribute.equals("index") && !attribute.equals("fulltext");
      return key && parts.size() == 1 && parts.getFirst().operatorClass().isEmpty()
          ? parts.getFirst().columnName()
          : Optional.empty();
    }
  }

  private final Vocabulary vocabulary;
  private final SqlFrontend frontend;
  private final PullSettings settings;
  private final ConstraintNames names;

  KeyWords(Vocabulary vocabulary, SqlFrontend frontend, PullSettings settings) {
    this.vocabulary = vocabulary;
    this.frontend = frontend;
    this.settings = settings;
    this.names = new ConstraintNames(vocabulary.longestName());
  }

  /** The primary key first, then the others by their names. */
  List<Said> of(Table table) {
    List<Said> keys = new ArrayList<>();
    table.primaryKey().ifPresent(key -> keys.add(primary(table, key)));
    Stream.concat(
            table.constraints().stream()
                .filter(Constraint.Unique.class::isInstance)
                .map(Constraint.Unique.class::cast)
                .map(key -> Index.of(key.name(), Index.Kind.UNIQUE, key.parts())),
            table.indexes().stream()
                .filter(settings.sayable())
                .filter(index -> !index.mysql().generated()))
        .map(index -> index(table, index))
        .sorted(Comparator.comparing(Said::name))
        .forEach(keys::add);
    return keys;
  }

  private Said primary(Table table, Constraint.PrimaryKey key) {
    List<String> arguments = new ArrayList<>();
    String name = key.name().text();
    if (vocabulary.namesPrimaryKeys()
        && !name.equals(names.primaryKey(table.name().name().text()))) {
      arguments.add("map: " + Words.quoted(name));
    }
    return new Said(name, "id", key.parts(), arguments);
  }

  private Said index(Table table, Index index) {
    String attribute =
        switch (index.kind()) {
          case UNIQUE -> "unique";
          case FULLTEXT -> "fulltext";
          case PLAIN, SPATIAL -> "index";
        };
    List<String> columns = index.columns().map(Identifier::text).toList();
    String owner = table.name().name().text();
    String implied = index.unique() ? names.unique(owner, columns) : names.index(owner, columns);
    List<String> arguments = new ArrayList<>();
    if (!index.name().text().equals(implied)) {
      arguments.add("map: " + Words.quoted(index.name().text()));
    }
    vocabulary.indexType(index).ifPresent(type -> arguments.add("type: " + type));
    index
        .predicate()
        .ifPresent(one -> arguments.add("where: raw(" + Words.quoted(frontend.print(one)) + ")"));
    List<IndexPart> parts =
        index.parts().stream().map(part -> withClass(table, index, part)).toList();
    return new Said(index.name().text(), attribute, parts, arguments);
  }

  /** The part with its operator class in the words of a schema. */
  private IndexPart withClass(Table table, Index index, IndexPart part) {
    Optional<Column> column = part.columnName().flatMap(table::column);
    return new IndexPart(
        part.key(),
        part.descending(),
        Optional.empty(),
        part.prefixLength(),
        part.operatorClass()
            .map(
                one ->
                    vocabulary.operatorClass(
                        one,
                        vocabulary.indexType(index).orElse(""),
                        column.flatMap(holder -> vocabulary.type(ColumnWords.element(holder))),
                        column.filter(ColumnWords::isList).isPresent())),
        Optional.empty());
  }

  /** {@code @unique(map: "…")}, behind its field. */
  static String behindField(Said key) {
    List<String> arguments = new ArrayList<>(key.arguments());
    arguments.addAll(options(key.parts().getFirst()));
    return "@" + key.attribute() + (arguments.isEmpty() ? "" : bracketed(arguments));
  }

  /** {@code @@index([a, b(sort: Desc)], map: "…")}, at the end of a model. */
  static String atEnd(Said key, Function<Identifier, String> fields) {
    List<String> parts = new ArrayList<>();
    for (IndexPart part : key.parts()) {
      List<String> options = options(part);
      parts.add(
          fields.apply(part.columnName().orElseThrow())
              + (options.isEmpty() ? "" : bracketed(options)));
    }
    List<String> arguments = new ArrayList<>();
    arguments.add("[" + String.join(", ", parts) + "]");
    arguments.addAll(key.arguments());
    return "@@" + key.attribute() + bracketed(arguments);
  }

  private static List<String> options(IndexPart part) {
    List<String> options = new ArrayList<>();
    part.operatorClass().ifPresent(one -> options.add("ops: " + one));
    part.prefixLength().ifPresent(length -> options.add("length: " + length));
    if (part.descending()) {
      options.add("sort: Desc");
    }
    return options;
  }

  private static String bracketed(List<String> arguments) {
    return "(" + String.join(", ", arguments) + ")";
  }
}
