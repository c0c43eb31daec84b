package dev.schemend.cli.render;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.name.Identifier;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The detail lines of one table in a summary, in the order of Prisma's steps. What Prisma does not
 * model is told in the same manner.
 */
final class TableSummary {

  /** A line of its own, at the margin. */
  static final String BRACKET = ")";

  /** Where a line stands among those of its table: the order of the steps, and why. */
  private enum Rank {
    DROP_FOREIGN_KEY,
    DROP_INDEX,
    DROP_PRIMARY_KEY,
    RENAME_PRIMARY_KEY,
    DROP_COLUMN,
    ADD_COLUMN,
    ALTER_COLUMN,
    ADD_PRIMARY_KEY,
    OTHER,
    CREATE_INDEX,
    RENAME_FOREIGN_KEY,
    ADD_FOREIGN_KEY,
    RENAME_INDEX
  }

  private record Line(Rank rank, String name, String text) {}

  private final SqlFrontend frontend;
  private final DefaultWords defaults;
  private final List<Line> lines = new ArrayList<>();

  TableSummary(SqlFrontend frontend) {
    this.frontend = frontend;
    this.defaults = new DefaultWords(frontend);
  }

  /** The lines so far, as they came. */
  List<String> asTold() {
    return lines.stream().map(Line::text).toList();
  }

  /** The lines so far, sorted as Prisma's steps are. */
  List<String> lines() {
    return lines.stream()
        .sorted(Comparator.comparing(Line::rank).thenComparing(Line::name))
        .map(Line::text)
        .toList();
  }

  void add(TableDifference difference) {
    switch (difference) {
      case TableDifference.ColumnAdded added ->
          line(
              Rank.ADD_COLUMN,
              added.column().name().text(),
              "[+] Added column `" + added.column().name() + "`");
      case TableDifference.ColumnDropped dropped ->
          line(
              Rank.DROP_COLUMN,
              dropped.column().name().text(),
              "[-] Removed column `" + dropped.column().name() + "`");
      case TableDifference.ColumnRenamed renamed ->
          other("[*] Renamed column `" + renamed.from() + "` to `" + renamed.to() + "`");
      case TableDifference.ColumnAltered altered ->
          // No name: they stay in the order of the table.
          line(
              Rank.ALTER_COLUMN,
              "",
              "[*] Altered column `"
                  + altered.to().name()
                  + "` ("
                  + changes(altered, altered.aspects().contains(ColumnAspect.DEFAULT))
                  + ")");
      case TableDifference.ColumnsReordered reordered ->
          other("[*] Reordered columns (" + String.join(", ", texts(reordered.to())) + ")");
      case TableDifference.ConstraintAdded added -> added(added.constraint());
      case TableDifference.ConstraintDropped dropped -> dropped(dropped.constraint());
      case TableDifference.ConstraintAltered altered -> {
        dropped(altered.from());
        added(altered.to());
      }
      case TableDifference.ConstraintRenamed renamed -> renamed(renamed.from(), renamed.to());
      case TableDifference.IndexAdded added -> added(added.index());
      case TableDifference.IndexDropped dropped -> dropped(dropped.index());
      case TableDifference.IndexAltered altered -> {
        dropped(altered.from());
        added(altered.to());
      }
      case TableDifference.IndexRenamed renamed ->
          renamed(renamed.from().name(), renamed.to().name());
      case TableDifference.OptionsChanged changed -> other("[*] Changed the options");
    }
  }

  void added(Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key ->
          line(
              Rank.ADD_PRIMARY_KEY, "", "[+] Added primary key on columns " + columns(key.parts()));
      case Constraint.Unique unique -> index(true, "unique ", unique.parts());
      case Constraint.ForeignKey key ->
          line(
              Rank.ADD_FOREIGN_KEY,
              "",
              "[+] Added foreign key on columns " + list(texts(key.sourceColumns())));
      case Constraint.Check check -> other("[+] Added check constraint `" + check.name() + "`");
      case Constraint.Exclusion exclusion ->
          other("[+] Added exclusion constraint `" + exclusion.name() + "`");
    }
  }

  void dropped(Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key ->
          line(
              Rank.DROP_PRIMARY_KEY,
              "",
              "[-] Dropped the primary key on columns " + columns(key.parts()));
      case Constraint.Unique unique -> index(false, "unique ", unique.parts());
      case Constraint.ForeignKey key ->
          line(
              Rank.DROP_FOREIGN_KEY,
              "",
              "[-] Removed foreign key on columns " + list(texts(key.sourceColumns())));
      case Constraint.Check check -> other("[-] Removed check constraint `" + check.name() + "`");
      case Constraint.Exclusion exclusion ->
          other("[-] Removed exclusion constraint `" + exclusion.name() + "`");
    }
  }

  private void renamed(Constraint from, Constraint to) {
    switch (from) {
      case Constraint.PrimaryKey key ->
          line(
              Rank.RENAME_PRIMARY_KEY,
              "",
              "[*] Renamed the primary key on columns " + columns(key.parts()));
      case Constraint.ForeignKey key ->
          line(
              Rank.RENAME_FOREIGN_KEY,
              "",
              "[*] Renamed the foreign key \"" + from.name() + "\" to \"" + to.name() + "\"");
      case Constraint.Unique unique -> renamed(from.name(), to.name());
      case Constraint.Check check -> renamedOther(from, to);
      case Constraint.Exclusion exclusion -> renamedOther(from, to);
    }
  }

  void renamed(Identifier from, Identifier to) {
    line(Rank.RENAME_INDEX, "", "[*] Renamed index `" + from + "` to `" + to + "`");
  }

  /** A column that no cast leads to. */
  void recreated(TableDifference.ColumnAltered altered) {
    line(
        Rank.ALTER_COLUMN,
        "",
        "[*] Column `"
            + altered.to().name()
            + "` would be dropped and recreated ("
            + changes(altered, true)
            + ")");
  }

  /** What Prisma writes behind a primary key that is added. */
  void bracket() {
    line(Rank.ADD_PRIMARY_KEY, "", BRACKET);
  }

  private void renamedOther(Constraint from, Constraint to) {
    other("[*] Renamed the constraint `" + from.name() + "` to `" + to.name() + "`");
  }

  void added(Index index) {
    index(true, words(index.kind()), index.parts());
  }

  void dropped(Index index) {
    index(false, words(index.kind()), index.parts());
  }

  /** Prisma says the same of full-text and of plain indexes. */
  private static String words(Index.Kind kind) {
    return switch (kind) {
      case UNIQUE -> "unique ";
      case PLAIN, FULLTEXT, SPATIAL -> "";
    };
  }

  private void index(boolean added, String kind, List<IndexPart> parts) {
    line(
        added ? Rank.CREATE_INDEX : Rank.DROP_INDEX,
        "",
        (added ? "[+] Added " : "[-] Removed ") + kind + "index on columns " + columns(parts));
  }

  private void other(String text) {
    line(Rank.OTHER, "", text);
  }

  private void line(Rank rank, String name, String text) {
    lines.add(new Line(rank, name, text));
  }

  private String columns(List<IndexPart> parts) {
    return list(parts.stream().map(this::part).toList());
  }

  private String part(IndexPart part) {
    return switch (part.key()) {
      case IndexPart.ColumnKey column -> column.column().text();
      case IndexPart.ExpressionKey expression -> frontend.print(expression.expression());
    };
  }

  private static List<String> texts(List<?> names) {
    return names.stream().map(Object::toString).toList();
  }

  private static String list(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }

  /** What changed in a column: Prisma's four in their order, then what only we tell. */
  private String changes(TableDifference.ColumnAltered altered, boolean defaultCounts) {
    Column from = altered.from();
    Column to = altered.to();
    List<String> changes = new ArrayList<>();
    if (!arity(from).equals(arity(to))) {
      changes.add("changed from " + arity(from) + " to " + arity(to));
    }
    if (defaultCounts && !defaults.of(from).equals(defaults.of(to))) {
      changes.add("default changed from `" + defaults.of(from) + "` to `" + defaults.of(to) + "`");
    }
    if (altered.aspects().contains(ColumnAspect.TYPE)) {
      changes.add("type changed");
    }
    boolean counted = DefaultWords.isAutoincrementing(from);
    boolean counts = DefaultWords.isAutoincrementing(to);
    if (counts != counted) {
      changes.add(
          counts ? "column became autoincrementing" : "column is no longer autoincrementing");
    }
    altered.aspects().stream()
        .flatMap(aspect -> ours(aspect, altered, counts != counted).stream())
        .forEach(changes::add);
    return changes.isEmpty()
        ? altered.aspects().stream()
            .map(aspect -> aspect.name().toLowerCase(Locale.ROOT) + " changed")
            .collect(Collectors.joining(", "))
        : String.join(", ", changes);
  }

  private static Optional<String> ours(
      ColumnAspect aspect, TableDifference.ColumnAltered altered, boolean counterTold) {
    boolean typeTold = altered.aspects().contains(ColumnAspect.TYPE);
    return switch (aspect) {
      case TYPE, NULLABILITY, DEFAULT -> Optional.empty();
      case GENERATION -> counterTold ? Optional.empty() : Optional.of("generation changed");
      // They come and go with character types.
      case COLLATION -> typeTold ? Optional.empty() : Optional.of("collation changed");
      case CHARACTER_SET -> typeTold ? Optional.empty() : Optional.of("character set changed");
      case ON_UPDATE -> Optional.of("ON UPDATE changed");
      case VISIBILITY -> Optional.of("visibility changed");
      case SPELLING -> Optional.of("written as `" + altered.to().name().text() + "`");
      case CHECK -> Optional.of("check changed");
      case SPATIAL_REFERENCE -> Optional.of("spatial reference system changed");
      case COMMENT -> Optional.of("comment changed");
      case SETTINGS -> Optional.of("storage or statistics changed");
    };
  }

  private static String arity(Column column) {
    if (column.type() instanceof SqlType.ArrayOf) {
      return "List";
    }
    return column.nullable() ? "Nullable" : "Required";
  }
}
