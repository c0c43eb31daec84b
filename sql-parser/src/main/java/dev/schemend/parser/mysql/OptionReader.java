package dev.schemend.parser.mysql;

import dev.schemend.dialect.mysql.MySqlEngines;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.parser.mysql.MySqlParser.*;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Table options. {@code AUTO_INCREMENT} is data and left out. */
final class OptionReader {

  private final Names names;

  OptionReader(Names names) {
    this.names = names;
  }

  TableOptions read(List<TableOptionContext> options) {
    Optional<String> engine = Optional.empty();
    Optional<String> characterSet = Optional.empty();
    Optional<String> collation = Optional.empty();
    Optional<String> comment = Optional.empty();
    MySqlVersioning versioning = MySqlVersioning.NONE;
    SortedMap<String, String> other = new TreeMap<>();
    for (TableOptionContext option : options) {
      switch (option) {
        case EngineOptionContext engines ->
            engine =
                Optional.of(
                    MySqlEngines.canonical(
                        engines.identifier() != null
                            ? Names.written(engines.identifier())
                            : Literals.value(engines.STRING())));
        case CharsetOptionContext charset ->
            characterSet = names.characterSet(charset.charsetName());
        case CollateOptionContext collate -> collation = names.collation(collate.collationName());
        case CommentOptionContext text -> comment = Optional.of(Literals.value(text.STRING()));
        case AutoIncrementOptionContext counter -> {}
        case UnionOptionContext union ->
            other.put(
                "UNION",
                union.qualifiedName().stream()
                    .map(names::qualified)
                    .map(SqlNames::quoted)
                    .collect(Collectors.joining(", ", "(", ")")));
        case DirectoryOptionContext directory ->
            other.put(
                directory.DATA() != null ? "DATA DIRECTORY" : "INDEX DIRECTORY",
                Literals.quoted(Literals.value(directory.STRING())));
        case TablespaceOptionContext space ->
            other.put("TABLESPACE", SqlNames.quoted(Names.written(space.identifier(0))));
        case VersioningOptionContext with ->
            versioning = new MySqlVersioning(true, versioning.periods());
        case OtherOptionContext named ->
            other.put(name(named.optionName()), value(named.optionValue()));
        default -> throw ExpressionReader.unknown(option);
      }
    }
    return new TableOptions(
        comment,
        PostgresTableOptions.NONE,
        new MySqlTableOptions(engine, characterSet, collation, other).withVersioning(versioning));
  }

  private static String name(OptionNameContext context) {
    String text =
        context.QUOTED_NAME() != null ? Names.unquoted(context.getText()) : context.getText();
    return text.toUpperCase(Locale.ROOT);
  }

  private static String value(OptionValueContext context) {
    return context.STRING() != null
        ? Literals.quoted(Literals.value(context.STRING()))
        : context.getText().toUpperCase(Locale.ROOT);
  }
}
