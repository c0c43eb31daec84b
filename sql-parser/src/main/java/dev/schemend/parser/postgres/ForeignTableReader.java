package dev.schemend.parser.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;

/**
 * Statements on foreign tables: statements on tables, but for the word, the server and the options
 * (manual, CREATE, ALTER and DROP FOREIGN TABLE). Heirs and partitions are not read.
 */
final class ForeignTableReader {

  private static final String SERVER = "server";

  private final Names names;
  private final StatementBuilder builder;
  private final List<Token> tokens;

  /** What is left when all that tables do not have is taken out. */
  private final List<Token> plain = new ArrayList<>();

  private final SortedMap<String, String> options = new TreeMap<>();
  private final SortedMap<Identifier, SortedMap<String, String>> columnOptions = new TreeMap<>();
  private Optional<Identifier> server = Optional.empty();

  ForeignTableReader(Names names, StatementBuilder builder, List<Token> tokens) {
    this.names = names;
    this.builder = builder;
    this.tokens = tokens;
  }

  /** The statement; empty where there are no words for it. */
  Optional<DdlStatement> read() {
    Optional<DdlStatement> changed = options();
    if (changed.isPresent()) {
      return changed;
    }
    boolean creates = tokens.getFirst().getType() == PostgresLexer.CREATE;
    if (creates ? !takeApart() : !leaveWord()) {
      return Optional.empty();
    }
    if (!(PostgresGrammar.parse(plain, PostgresParser::statement, false)
        instanceof PostgresGrammar.Outcome.Tree<PostgresParser.StatementContext>(var tree))) {
      return Optional.empty();
    }
    return builder.statement(tree.ddl()).flatMap(this::foreign);
  }

  private Optional<DdlStatement> foreign(DdlStatement statement) {
    return switch (statement) {
      case DdlStatement.CreateTable create -> created(create);
      case DdlStatement.AlterTable alter -> Optional.of(alter);
      case DdlStatement.DropTable drop ->
          Optional.of(
              new DdlStatement.DropObjects(
                  drop.names().stream()
                      .map(name -> ObjectRef.to(ObjectKind.FOREIGN_TABLE, name))
                      .toList(),
                  drop.ifExists(),
                  drop.behavior()));
      case DdlStatement other -> Optional.empty();
    };
  }

  private Optional<DdlStatement> created(DdlStatement.CreateTable create) {
    boolean alone =
        create.likes().isEmpty()
            && create.options().postgres().lineage().parents().isEmpty()
            && create.options().postgres().lineage().key().isEmpty();
    if (!alone || server.isEmpty()) {
      return Optional.empty();
    }
    List<Constraint> constraints = new ArrayList<>();
    create.columns().forEach(column -> constraints.addAll(column.constraints()));
    constraints.addAll(create.constraints());
    Table table =
        new Table(
            create.name(),
            create.columns().stream().map(ColumnDefinition::column).toList(),
            constraints,
            List.of(),
            create.options());
    return Optional.of(
        new DdlStatement.CreateObject(
            new ForeignTable(table, server.get(), options, columnOptions),
            false,
            create.ifNotExists()));
  }

  private boolean leaveWord() {
    plain.add(tokens.getFirst());
    plain.addAll(tokens.subList(2, tokens.size()));
    return tokens.get(1).getType() == PostgresLexer.FOREIGN;
  }

  /** Takes the word, the server and all options out of the tokens. */
  private boolean takeApart() {
    int depth = 0;
    boolean begins = false;
    Identifier column = Identifier.NONE;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i == 1) {
        continue;
      }
      if (begins) {
        column = names.name(token);
        begins = false;
      }
      boolean listed =
          token.getType() == PostgresLexer.OPTIONS
              && tokens.get(i + 1).getType() == PostgresLexer.LPAREN;
      if (listed) {
        Optional<PostgresParser.OptionListContext> list = list(i);
        if (list.isEmpty()) {
          return false;
        }
        put(
            list.get(),
            depth == 0 ? options : columnOptions.computeIfAbsent(column, k -> new TreeMap<>()));
        i += list.get().getStop().getTokenIndex() - list.get().getStart().getTokenIndex();
        continue;
      }
      if (depth == 0 && TokenCursor.word(token).equals(SERVER) && i > 3) {
        if (tokens.get(i + 1).getType() == Token.EOF) {
          return false;
        }
        server = Optional.of(names.name(tokens.get(i + 1)));
        i++;
        continue;
      }
      switch (token.getType()) {
        case PostgresLexer.LPAREN -> {
          begins = depth == 0;
          depth++;
        }
        case PostgresLexer.RPAREN -> depth--;
        case PostgresLexer.COMMA -> begins = depth == 1;
        default -> {}
      }
      plain.add(token);
    }
    return true;
  }

  private Optional<PostgresParser.OptionListContext> list(int from) {
    List<Token> rest = new ArrayList<>(tokens.subList(from, tokens.size()));
    return PostgresGrammar.parse(rest, PostgresParser::optionList, false)
            instanceof PostgresGrammar.Outcome.Tree<PostgresParser.OptionListContext>(var tree)
        ? Optional.of(tree)
        : Optional.empty();
  }

  private void put(PostgresParser.OptionListContext list, SortedMap<String, String> into) {
    list.foreignOption()
        .forEach(
            one ->
                into.put(
                    names.name(one.anyWord()).text(),
                    one.stringConstant() == null ? "" : names.string(one.stringConstant())));
  }

  /** {@code ALTER FOREIGN TABLE … [ALTER COLUMN …] OPTIONS (…)}. */
  private Optional<DdlStatement> options() {
    if (!(PostgresGrammar.parse(tokens, PostgresParser::foreignTableOptions, false)
        instanceof
        PostgresGrammar.Outcome.Tree<PostgresParser.ForeignTableOptionsContext>(var tree))) {
      return Optional.empty();
    }
    return Optional.of(
        new DdlStatement.AlterObject(
            ObjectRef.to(ObjectKind.FOREIGN_TABLE, names.object(tree.qualifiedName())),
            tree.EXISTS() != null,
            tree.name() == null
                ? new ObjectAction.Foreign(
                    new TreeMap<>(), ForeignBuilder.options(names, tree.optionList()))
                : new ObjectAction.ForeignColumn(
                    names.name(tree.name()), ForeignBuilder.options(names, tree.optionList()))));
  }
}
