package dev.schemend.preflight;

import dev.schemend.check.Check;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a statement does to tables that a server asks a right for. */
public final class DeclaredRights {

  /** What is done to a table. */
  public enum Deed {
    CREATE,
    ALTER,
    INDEX,
    DROP
  }

  private DeclaredRights() {}

  /** The rights for what the statement does, and for the tables it lets foreign keys point at. */
  public static List<Check.MissingRight> of(
      DdlStatement statement, Function<Deed, Check.Right> rightFor) {
    return Stream.concat(
            deeds(statement)
                .map(deed -> new Check.MissingRight(deed.table(), rightFor.apply(deed.deed()))),
            references(statement))
        .toList();
  }

  private record Done(ObjectName table, Deed deed) {}

  private static Stream<Done> deeds(DdlStatement statement) {
    return switch (statement) {
      case DdlStatement.CreateTable create -> Stream.of(new Done(create.name(), Deed.CREATE));
      case DdlStatement.CreateTableAs create -> Stream.of(new Done(create.name(), Deed.CREATE));
      case DdlStatement.AlterTable alter -> Stream.of(new Done(alter.name(), Deed.ALTER));
      case DdlStatement.CreateIndex create -> Stream.of(new Done(create.table(), Deed.INDEX));
      case DdlStatement.DropIndexOn drop -> Stream.of(new Done(drop.table(), Deed.INDEX));
      case DdlStatement.DropTable drop ->
          drop.names().stream().map(name -> new Done(name, Deed.DROP));
      case DdlStatement.RenameTables rename ->
          rename.renamings().stream().map(pair -> new Done(pair.from(), Deed.ALTER));
      case DdlStatement.OfMySql own -> own(own);
      case DdlStatement.AlterIndex other -> Stream.empty();
      case DdlStatement.CreateSchema other -> Stream.empty();
      case DdlStatement.DropSchema other -> Stream.empty();
      case DdlStatement.RenameSchema other -> Stream.empty();
      case DdlStatement.DropIndexes other -> Stream.empty();
      case DdlStatement.RenameIndex other -> Stream.empty();
      case DdlStatement.CreateEnum other -> Stream.empty();
      case DdlStatement.AddEnumValue other -> Stream.empty();
      case DdlStatement.RenameEnumValue other -> Stream.empty();
      case DdlStatement.DropTypes other -> Stream.empty();
      case DdlStatement.CreateSequence other -> Stream.empty();
      case DdlStatement.AlterSequence other -> Stream.empty();
      case DdlStatement.DropSequences other -> Stream.empty();
      case DdlStatement.RenameObject other -> Stream.empty();
      case DdlStatement.SetObjectSchema other -> Stream.empty();
      case DdlStatement.CommentOn other -> Stream.empty();
      case DdlStatement.ContinueCount other -> Stream.empty();
      case DdlStatement.ChangeRights other -> Stream.empty();
      case DdlStatement.CopyRows other -> Stream.empty();
      case DdlStatement.CheckBodies other -> Stream.empty();
      case DdlStatement.CreateObject other -> Stream.empty();
      case DdlStatement.AlterObject other -> Stream.empty();
      case DdlStatement.DropObjects other -> Stream.empty();
      case DdlStatement.CreateOpaque other -> Stream.empty();
      case DdlStatement.DropOpaque other -> Stream.empty();
    };
  }

  private static Stream<Done> own(DdlStatement.OfMySql statement) {
    return switch (statement) {
      case DdlStatement.OfMySql.CopyTable copy -> Stream.of(new Done(copy.name(), Deed.CREATE));
      case DdlStatement.OfMySql.CreateTemporaryTable other -> Stream.empty();
      case DdlStatement.OfMySql.CreateTableSelect create ->
          create.temporary()
              ? Stream.empty()
              : Stream.of(new Done(create.table().name(), Deed.CREATE));
      case DdlStatement.OfMySql.DropTemporaryTables other -> Stream.empty();
      case DdlStatement.OfMySql.CreateDatabase other -> Stream.empty();
      case DdlStatement.OfMySql.AlterDefinition alter -> Stream.empty();
      case DdlStatement.OfMySql.AlterDatabase other -> Stream.empty();
      case DdlStatement.OfMySql.RelabelRows other -> Stream.empty();
      case DdlStatement.OfMySql.AllowZeroDates other -> Stream.empty();
    };
  }

  private static Stream<Check.MissingRight> references(DdlStatement statement) {
    return constraints(statement)
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(constraint -> ((Constraint.ForeignKey) constraint).target())
        .map(target -> new Check.MissingRight(target, Check.Right.REFERENCES));
  }

  private static Stream<Constraint> constraints(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateTable create) {
      return Stream.concat(create.constraints().stream(), constraints(create.columns()));
    }
    return statement instanceof DdlStatement.AlterTable alter
        ? alter.actions().stream().flatMap(DeclaredRights::constraints)
        : Stream.empty();
  }

  private static Stream<Constraint> constraints(TableAction action) {
    if (action instanceof TableAction.AddConstraint add) {
      return Stream.of(add.constraint());
    }
    return action instanceof TableAction.AddColumn add
        ? constraints(List.of(add.definition()))
        : Stream.empty();
  }

  private static Stream<Constraint> constraints(List<ColumnDefinition> columns) {
    return columns.stream().flatMap(column -> column.constraints().stream());
  }
}
