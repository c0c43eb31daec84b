package dev.schemend.hazard;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.name.Identifier;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a statement gives another name: such things go and come without being lost.
 *
 * @param movesObjects whether objects take other names or schemas
 * @param columns new names of columns by the old ones
 */
record Moves(boolean movesObjects, Map<Identifier, Identifier> columns) {

  static final Moves NONE = new Moves(false, Map.of());

  Moves {
    columns = Map.copyOf(columns);
  }

  static Moves of(Deed deed) {
    return switch (deed.statement()) {
      case DdlStatement.AlterTable alter -> table(alter);
      case DdlStatement.AlterObject alter ->
          new Moves(
              alter.action() instanceof ObjectAction.Rename
                  || alter.action() instanceof ObjectAction.SetSchema,
              Map.of());
      case DdlStatement.RenameTables rename -> new Moves(true, Map.of());
      case DdlStatement.RenameObject rename -> new Moves(true, Map.of());
      case DdlStatement.SetObjectSchema set -> new Moves(true, Map.of());
      case DdlStatement.RenameSchema rename -> new Moves(true, Map.of());
      case DdlStatement.OfMySql.AlterDefinition alter ->
          new Moves(alter.newName().isPresent(), Map.of());
      case DdlStatement.RenameIndex rename -> NONE;
      case DdlStatement.CreateSchema other -> NONE;
      case DdlStatement.DropSchema other -> NONE;
      case DdlStatement.CreateTable other -> NONE;
      case DdlStatement.CreateTableAs other -> NONE;
      case DdlStatement.DropTable other -> NONE;
      case DdlStatement.OfMySql other -> NONE;
      case DdlStatement.CreateIndex other -> NONE;
      case DdlStatement.AlterIndex other -> NONE;
      case DdlStatement.DropIndexes other -> NONE;
      case DdlStatement.DropIndexOn other -> NONE;
      case DdlStatement.CreateEnum other -> NONE;
      case DdlStatement.AddEnumValue other -> NONE;
      case DdlStatement.RenameEnumValue other -> NONE;
      case DdlStatement.DropTypes other -> NONE;
      case DdlStatement.CreateSequence other -> NONE;
      case DdlStatement.AlterSequence other -> NONE;
      case DdlStatement.DropSequences other -> NONE;
      case DdlStatement.CreateObject other -> NONE;
      case DdlStatement.DropObjects other -> NONE;
      case DdlStatement.CommentOn other -> NONE;
      case DdlStatement.ContinueCount other -> NONE;
      case DdlStatement.ChangeRights other -> NONE;
      case DdlStatement.CopyRows other -> NONE;
      case DdlStatement.CheckBodies other -> NONE;
      case DdlStatement.CreateOpaque other -> NONE;
      case DdlStatement.DropOpaque other -> NONE;
    };
  }

  private static Moves table(DdlStatement.AlterTable alter) {
    Map<Identifier, Identifier> columns = new TreeMap<>();
    boolean moves = false;
    for (TableAction action : alter.actions()) {
      TableAction inner =
          action instanceof TableAction.OfMySql.IfPresent present ? present.action() : action;
      if (inner instanceof TableAction.RenameColumn rename) {
        columns.put(rename.from(), rename.to());
      } else if (inner instanceof TableAction.ChangeColumn change
          && !change.column().equals(change.definition().column().name())) {
        columns.put(change.column(), change.definition().column().name());
      }
      moves |= inner instanceof TableAction.RenameTo || inner instanceof TableAction.SetSchema;
    }
    return new Moves(moves, columns);
  }
}
