package dev.schemend.parser.mysql;

import dev.schemend.ddl.PartitionAction;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Part;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Scheme;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Partitions: {@code PARTITION BY HASH (`id`) PARTITIONS 4}. */
final class PartitionPrinter {

  private PartitionPrinter() {}

  static String print(MySqlPartitioning partitioning) {
    StringBuilder text = new StringBuilder("PARTITION BY ").append(scheme(partitioning.scheme()));
    boolean counted = partitioning.isHashed() && isNumbered(partitioning.partitions());
    if (counted && partitioning.partitions().size() != 1) {
      text.append(" PARTITIONS ").append(partitioning.partitions().size());
    }
    boolean listed =
        partitioning.partitions().stream().anyMatch(one -> !one.parts().equals(parts(one)));
    partitioning
        .subscheme()
        .ifPresent(
            scheme -> {
              text.append(" SUBPARTITION BY ").append(scheme(scheme));
              int count =
                  partitioning.partitions().isEmpty()
                      ? 1
                      : partitioning.partitions().getFirst().parts().size();
              if (count != 1) {
                text.append(" SUBPARTITIONS ").append(count);
              }
            });
    if (!counted) {
      text.append(' ').append(list(partitioning.partitions(), listed));
    }
    return text.toString();
  }

  private static boolean isNumbered(List<Partition> partitions) {
    return IntStream.range(0, partitions.size())
        .allMatch(
            i -> {
              Partition one = partitions.get(i);
              return one.name().text().equals("p" + i)
                  && one.comment().isEmpty()
                  && one.parts().equals(parts(one));
            });
  }

  // The names that the server gives to as many parts.
  private static List<Part> parts(Partition partition) {
    return IntStream.range(0, partition.parts().size())
        .mapToObj(i -> partition.name().text() + "sp" + i)
        .map(name -> new Part(new Identifier(name, name.toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static String scheme(Scheme scheme) {
    String linear = scheme.linear() ? "LINEAR " : "";
    String keys =
        scheme.keys().stream()
            .map(ExpressionPrinter::print)
            .collect(Collectors.joining(", ", "(", ")"));
    return switch (scheme.method()) {
      case RANGE -> "RANGE " + keys;
      case LIST -> "LIST " + keys;
      case RANGE_COLUMNS -> "RANGE COLUMNS " + keys;
      case LIST_COLUMNS -> "LIST COLUMNS " + keys;
      case HASH -> linear + "HASH " + keys;
      case KEY -> linear + "KEY " + keys;
      case SYSTEM_TIME ->
          "SYSTEM_TIME" + scheme.interval().stream().map(" "::concat).collect(Collectors.joining());
    };
  }

  private static String list(List<Partition> partitions, boolean listed) {
    return partitions.stream()
        .map(one -> partition(one, listed))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String partition(Partition partition, boolean listed) {
    String parts =
        listed && !partition.parts().isEmpty()
            ? partition.parts().stream()
                .map(
                    part ->
                        "SUBPARTITION " + SqlNames.quoted(part.name()) + comment(part.comment()))
                .collect(Collectors.joining(", ", " (", ")"))
            : "";
    return "PARTITION "
        + SqlNames.quoted(partition.name())
        + values(partition.values())
        + comment(partition.comment())
        + parts;
  }

  private static String comment(Optional<String> comment) {
    return comment.map(text -> " COMMENT = " + Literals.quoted(text)).orElse("");
  }

  private static String values(Values values) {
    return switch (values) {
      case Values.Hashed hashed -> "";
      case Values.LessThan less ->
          " VALUES LESS THAN "
              + less.bounds().stream()
                  .map(bound -> bound.map(ExpressionPrinter::print).orElse("MAXVALUE"))
                  .collect(Collectors.joining(", ", "(", ")"));
      case Values.In in ->
          " VALUES IN "
              + in.rows().stream()
                  .map(
                      row ->
                          row.stream()
                              .map(ExpressionPrinter::print)
                              .collect(
                                  Collectors.joining(
                                      ", ", row.size() > 1 ? "(" : "", row.size() > 1 ? ")" : "")))
                  .collect(Collectors.joining(", ", "(", ")"));
      case Values.Rest rest -> " DEFAULT";
      case Values.History history -> " HISTORY";
      case Values.Current current -> " CURRENT";
    };
  }

  static String print(PartitionAction action) {
    return switch (action) {
      case PartitionAction.PartitionBy by -> print(by.partitioning());
      case PartitionAction.RemovePartitioning remove -> "REMOVE PARTITIONING";
      case PartitionAction.AddPartitions add ->
          "ADD PARTITION "
              + AlterPrinter.ifNotExists(add.ifNotExists())
              + list(add.partitions(), true);
      case PartitionAction.AddHashed add -> "ADD PARTITION PARTITIONS " + add.count();
      case PartitionAction.Coalesce coalesce -> "COALESCE PARTITION " + coalesce.count();
      case PartitionAction.DropPartitions drop ->
          "DROP PARTITION " + AlterPrinter.ifExists(drop.ifExists()) + names(drop.names());
      case PartitionAction.Reorganize reorganize ->
          "REORGANIZE PARTITION "
              + names(reorganize.names())
              + " INTO "
              + list(reorganize.into(), true);
      case PartitionAction.ToTable to ->
          "CONVERT PARTITION "
              + SqlNames.quoted(to.partition())
              + " TO TABLE "
              + SqlNames.quoted(to.table());
      case PartitionAction.FromTable from ->
          "CONVERT TABLE "
              + SqlNames.quoted(from.table())
              + " TO "
              + partition(from.partition(), true);
    };
  }

  private static String names(List<Identifier> names) {
    return names.stream().map(SqlNames::quoted).collect(Collectors.joining(", "));
  }
}
