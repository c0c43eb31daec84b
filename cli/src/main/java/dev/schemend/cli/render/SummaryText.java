package dev.schemend.cli.render;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A plan in Prisma's words: what {@code prisma migrate diff} prints without {@code --script}
 * (prisma-engines, {@code sql_migration.rs}, drift_summary). Objects that Prisma does not model
 * have headings of the same form.
 */
public final class SummaryText {

  /** The lists, in the order in which they are told: Prisma's first. */
  private enum Section {
    ADDED_SCHEMAS("[+] Added Schemas"),
    ADDED_ENUMS("[+] Added enums"),
    ADDED_TABLES("[+] Added tables"),
    REMOVED_ENUMS("[-] Removed enums"),
    REMOVED_TABLES("[-] Removed tables"),
    ADDED_SEQUENCES("[+] Added sequences"),
    ADDED_OBJECTS("[+] Added objects"),
    REMOVED_SEQUENCES("[-] Removed sequences"),
    REMOVED_OBJECTS("[-] Removed objects"),
    REMOVED_SCHEMAS("[-] Removed Schemas"),
    CHANGED_SEQUENCES("[*] Changed sequences"),
    CHANGED_OBJECTS("[*] Changed objects"),
    RENAMED_OBJECTS("[*] Renamed objects");

    private final String heading;

    Section(String heading) {
      this.heading = heading;
    }
  }

  private static final String EMPTY = "No difference detected.\n";

  private final SqlFrontend frontend;
  private final Identifier defaultSchema;
  private final Map<Section, List<String>> lists = new EnumMap<>(Section.class);
  private final SortedMap<String, List<String>> enums = new TreeMap<>();
  private final SortedMap<String, TableSummary> tables = new TreeMap<>();

  private SummaryText(SqlFrontend frontend, Identifier defaultSchema) {
    this.frontend = frontend;
    this.defaultSchema = defaultSchema;
  }

  /**
   * The summary of what the plan does; what it leaves is no part of it.
   *
   * @param defaultSchema the schema whose objects are named without it
   */
  public static String of(Plan plan, SqlFrontend frontend, Identifier defaultSchema) {
    return plan.isEmpty()
        ? EMPTY
        : new SummaryText(frontend, defaultSchema).text(plan, plan.changes());
  }

  /** The same with what comes and goes in the order of the steps, as in Prisma's own. */
  public static String inOrderOfSteps(Plan plan, SqlFrontend frontend, Identifier defaultSchema) {
    if (plan.isEmpty()) {
      return EMPTY;
    }
    List<ObjectName> order =
        plan.steps().stream()
            .flatMap(step -> step.statements().stream())
            .flatMap(SummaryText::madeOrDropped)
            .map(name -> new ObjectName(name.schema().or(defaultSchema), name.name()))
            .toList();
    List<Change> changes =
        plan.changes().stream()
            .sorted(Comparator.comparingInt(change -> order.indexOf(change.ref().name())))
            .toList();
    SummaryText summary = new SummaryText(frontend, defaultSchema);
    changes.stream()
        .filter(change -> !(change instanceof Change.TableAltered))
        .filter(change -> plan.left().stream().noneMatch(left -> left.change().equals(change)))
        .forEach(change -> summary.add(change, Set.of()));
    plan.steps().stream().flatMap(step -> step.statements().stream()).forEach(summary::schema);
    summary.tables.putAll(StepSummary.of(plan, frontend, defaultSchema, summary::name));
    return summary.text(TableSummary::asTold);
  }

  /** Prisma also tells of a schema that a script makes where it may be there already. */
  private void schema(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateSchema create) {
      String item = "- " + create.name().text();
      List<String> there =
          lists.computeIfAbsent(Section.ADDED_SCHEMAS, absent -> new ArrayList<>());
      if (!there.contains(item)) {
        there.add(item);
      }
    }
  }

  private static Stream<ObjectName> madeOrDropped(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateTable create) {
      return Stream.of(create.name());
    }
    if (statement instanceof DdlStatement.CreateEnum create) {
      return Stream.of(create.name());
    }
    if (statement instanceof DdlStatement.DropTable drop) {
      return drop.names().stream();
    }
    return statement instanceof DdlStatement.DropTypes drop
        ? drop.names().stream()
        : Stream.empty();
  }

  private String text(Plan plan, List<Change> changes) {
    Set<Change> left = new HashSet<>();
    Set<TableDifference> leftInTables = new HashSet<>();
    for (Plan.Left one : plan.left()) {
      left.add(one.change());
      if (one.change() instanceof Change.TableAltered altered) {
        leftInTables.addAll(altered.differences());
      }
    }
    changes.stream()
        .filter(change -> !left.contains(change))
        .forEach(change -> add(change, leftInTables));
    addSeparateSteps(plan);
    return text(TableSummary::lines);
  }

  private String text(Function<TableSummary, List<String>> linesOf) {
    StringBuilder text = new StringBuilder();
    lists.forEach((section, items) -> section(text, section.heading, items));
    enums.forEach((name, lines) -> section(text, "[*] Changed the `" + name + "` enum", lines));
    tables.forEach(
        (name, lines) ->
            section(text, "[*] Changed the `" + name + "` table", linesOf.apply(lines)));
    return text.toString();
  }

  private static void section(StringBuilder text, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(heading).append('\n');
      for (String line : lines) {
        text.append(line.equals(TableSummary.BRACKET) ? "" : "  ").append(line).append('\n');
      }
    }
  }

  private void add(Change change, Set<TableDifference> left) {
    switch (change) {
      case Change.Created created -> created(created.object());
      case Change.Dropped dropped -> dropped(dropped.object());
      case Change.TableAltered altered ->
          altered.differences().stream()
              .filter(difference -> !left.contains(difference))
              .forEach(table(altered.to().name())::add);
      case Change.EnumAltered altered -> changed(altered.from(), altered.to());
      case Change.SequenceAltered altered ->
          list(Section.CHANGED_SEQUENCES, name(altered.to().name()));
      case Change.ObjectAltered altered ->
          list(
              Section.CHANGED_OBJECTS,
              words(altered.to().ref())
                  + RightsText.of(altered.from(), altered.to())
                      .map(text -> ": " + text)
                      .orElse(""));
      case Change.Renamed renamed ->
          list(
              Section.RENAMED_OBJECTS, renamed.from().ref() + " to " + ownName(renamed.to().ref()));
      case Change.LabelRenamed renamed ->
          enums
              .computeIfAbsent(
                  name(renamed.to().name())
                      + (renamed.to().isOfColumn() ? "." + renamed.to().member() : ""),
                  name -> new ArrayList<>())
              .add(
                  "[*] Renamed variant `"
                      + renamed.from().part()
                      + "` to `"
                      + renamed.to().part()
                      + "`");
      case Change.Unproven unproven -> {}
    }
  }

  private void created(SchemaObject object) {
    switch (object) {
      case Namespace namespace -> list(Section.ADDED_SCHEMAS, namespace.name().text());
      case EnumType type -> list(Section.ADDED_ENUMS, name(type.name()));
      case Table table -> list(Section.ADDED_TABLES, name(table.name()));
      case Sequence sequence -> {
        // One that a column owns comes with the column.
        if (sequence.ownedBy().isEmpty()) {
          list(Section.ADDED_SEQUENCES, name(sequence.name()));
        }
      }
      case DefinedObject defined -> list(Section.ADDED_OBJECTS, words(defined.ref()));
      case Comment comment -> list(Section.ADDED_OBJECTS, words(comment.ref()));
      case AccessObject rights -> list(Section.ADDED_OBJECTS, words(rights.ref()));
      case OpaqueObject opaque -> list(Section.ADDED_OBJECTS, words(opaque.ref()));
    }
  }

  private void dropped(SchemaObject object) {
    switch (object) {
      case EnumType type -> list(Section.REMOVED_ENUMS, name(type.name()));
      case Table table -> list(Section.REMOVED_TABLES, name(table.name()));
      case Sequence sequence -> {
        if (sequence.ownedBy().isEmpty()) {
          list(Section.REMOVED_SEQUENCES, name(sequence.name()));
        }
      }
      case Namespace namespace -> list(Section.REMOVED_SCHEMAS, namespace.name().text());
      case DefinedObject defined -> list(Section.REMOVED_OBJECTS, words(defined.ref()));
      case Comment comment -> list(Section.REMOVED_OBJECTS, words(comment.ref()));
      case AccessObject rights -> list(Section.REMOVED_OBJECTS, words(rights.ref()));
      case OpaqueObject opaque -> list(Section.REMOVED_OBJECTS, words(opaque.ref()));
    }
  }

  private void changed(EnumType from, EnumType to) {
    List<String> lines = enums.computeIfAbsent(name(to.name()), name -> new ArrayList<>());
    to.labels().stream()
        .filter(label -> !from.labels().contains(label))
        .forEach(label -> lines.add("[+] Added variant `" + label + "`"));
    from.labels().stream()
        .filter(label -> !to.labels().contains(label))
        .forEach(label -> lines.add("[-] Removed variant `" + label + "`"));
    if (lines.isEmpty()) {
      lines.add("[*] Reordered variants (" + String.join(", ", to.labels()) + ")");
    }
  }

  /** What new tables get, and old ones lose, in a step of its own is told of those tables too. */
  private void addSeparateSteps(Plan plan) {
    Map<ObjectName, Table> created = new TreeMap<>();
    Map<ObjectName, Table> dropped = new TreeMap<>();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Created(Table table)) {
        created.put(table.name(), table);
      } else if (change instanceof Change.Dropped(Table table)) {
        dropped.put(table.name(), table);
      }
    }
    plan.steps().stream()
        .flatMap(step -> step.statements().stream())
        .forEach(
            statement -> {
              if (statement instanceof DdlStatement.CreateIndex create
                  && created.containsKey(create.table())) {
                table(create.table()).added(create.index());
              } else if (statement instanceof DdlStatement.AlterTable alter) {
                alter.actions().forEach(action -> separate(alter.name(), action, created, dropped));
              }
            });
  }

  private void separate(
      ObjectName table,
      TableAction action,
      Map<ObjectName, Table> created,
      Map<ObjectName, Table> dropped) {
    if (action instanceof TableAction.AddConstraint add && created.containsKey(table)) {
      table(table).added(add.constraint());
    } else if (action instanceof TableAction.AddIndex add && created.containsKey(table)) {
      table(table).added(add.index());
    } else if (action instanceof TableAction.DropForeignKey drop && dropped.containsKey(table)) {
      dropped.get(table).constraint(drop.constraint()).ifPresent(table(table)::dropped);
    } else if (action instanceof TableAction.DropConstraint drop && dropped.containsKey(table)) {
      dropped
          .get(table)
          .constraint(drop.constraint())
          .filter(Constraint.ForeignKey.class::isInstance)
          .ifPresent(table(table)::dropped);
    }
  }

  private TableSummary table(ObjectName table) {
    return tables.computeIfAbsent(name(table), name -> new TableSummary(frontend));
  }

  private void list(Section section, String item) {
    lists.computeIfAbsent(section, absent -> new ArrayList<>()).add("- " + item);
  }

  private String words(ObjectRef ref) {
    String own = ref.kind().words() + " " + name(ref.name());
    return switch (ref.kind()) {
      case COMMENT -> "comment on " + ref.member() + " of " + name(ref.name());
      case RIGHTS, DEFAULT_RIGHTS ->
          new ObjectRef(ref.kind(), shortened(ref.name()), ref.member()).toString();
      case ROUTINE, AGGREGATE -> own + ref.member();
      default -> ref.member().isNone() ? own : own + "." + ref.member();
    };
  }

  private String ownName(ObjectRef ref) {
    return ref.holders().isEmpty() ? name(ref.name()) : ref.member().toString();
  }

  private String name(ObjectName name) {
    return shortened(name).toString();
  }

  private ObjectName shortened(ObjectName name) {
    return name.schema().equals(defaultSchema) ? ObjectName.unqualified(name.name()) : name;
  }
}
