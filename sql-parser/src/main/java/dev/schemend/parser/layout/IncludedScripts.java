package dev.schemend.parser.layout;

import dev.schemend.dialect.Flavor;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the files that scripts include in their places: {@code \\i} and {@code \\ir} of psql, {@code
 * source} and {@code \\.} of mysql. What is not there stays a command, which the reader of the
 * script then cannot follow. Source: manual, "psql", {@code \\i}; MySQL manual, "mysql Client
 * Commands".
 */
public final class IncludedScripts {

  private static final Pattern MAY_INCLUDE =
      Pattern.compile("(?im)^\\s*(\\\\i|\\\\include|\\\\\\.|source\\s)");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?i)(\\\\ir|\\\\include_relative|\\\\i|\\\\include|\\\\\\.|source)\\s+(\\S.*)");
  private static final int DEEPEST = 16;
  private static final int MOST_CHARACTERS = 100_000_000;

  private final SourceTree files;
  private final ScriptSplitter splitter;
  private final Deque<String> open = new ArrayDeque<>();
  private long characters;

  private IncludedScripts(SourceTree files, ScriptSplitter splitter) {
    this.files = files;
    this.splitter = splitter;
  }

  /** A history with the files of {@code tree} that its scripts include, as far as that is known. */
  public static MigrationHistory in(
      MigrationHistory history, SourceTree tree, LayoutOptions options) {
    Optional<SourceTree> files =
        tree.kind() == EntryKind.DIRECTORY ? Optional.of(tree) : tree.above();
    if (options.client().isEmpty() || files.isEmpty()) {
      return history;
    }
    IncludedScripts included = new IncludedScripts(files.get(), options.client().get());
    List<Migration> migrations =
        history.migrations().stream()
            .map(migration -> included.whole(migration, tree, options))
            .toList();
    return new MigrationHistory(history.layout(), migrations, history.provider(), history.notes());
  }

  private Migration whole(Migration migration, SourceTree tree, LayoutOptions options) {
    String path = migration.path().isEmpty() ? tree.ownName() : migration.path();
    return migration.running(withVariables(expand(migration.script(), path), options));
  }

  private SourceText expand(SourceText script, String path) {
    if (!MAY_INCLUDE.matcher(script.text()).find()) {
      return script;
    }
    open.push(path);
    SourceComposer composer = new SourceComposer(script.name());
    int kept = 0;
    for (ClientInput input : splitter.splitAsWritten(script).clientInputs()) {
      Optional<String> file = included(input, path);
      if (file.isPresent()) {
        composer.copy(script, kept, input.span().start());
        SourceText text = expand(read(file.get()), file.get());
        composer.copy(text, 0, text.text().length());
        kept = input.span().end();
      }
    }
    open.pop();
    return composer.copy(script, kept, script.text().length()).build();
  }

  private SourceText read(String path) {
    SourceText text = files.read(path);
    characters += text.text().length();
    if (characters > MOST_CHARACTERS) {
      throw new MigrationSourceException(
          Code.TOO_MUCH, TreePaths.join(files.label(), path), "it is included without end");
    }
    return text;
  }

  /** The file that a command names, where it is there and not being read already. */
  private Optional<String> included(ClientInput input, String from) {
    Matcher command = COMMAND.matcher(input.text());
    if (!command.matches() || open.size() > DEEPEST) {
      return Optional.empty();
    }
    boolean relative =
        command.group(1).toLowerCase(Locale.ROOT).endsWith("r")
            || command.group(1).contains("relative");
    String name = unquoted(command.group(2).strip());
    Optional<String> beside = there(TreePaths.join(TreePaths.parent(from), name));
    Optional<String> atRoot = relative ? beside : there(name);
    // The directory in which the client was started is not known: two files are one too many.
    boolean clear = beside.isEmpty() || atRoot.isEmpty() || beside.equals(atRoot);
    return clear ? atRoot.or(() -> beside).filter(path -> !open.contains(path)) : Optional.empty();
  }

  private Optional<String> there(String path) {
    return TreePaths.normalize(path).filter(clean -> TreeFiles.has(files, clean));
  }

  private static String unquoted(String name) {
    String bare = name.endsWith(";") ? name.substring(0, name.length() - 1).strip() : name;
    boolean quoted =
        bare.length() > 1
            && (bare.charAt(0) == '\'' || bare.charAt(0) == '"')
            && bare.charAt(bare.length() - 1) == bare.charAt(0);
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  /** Values of the command line, as psql's own option sets them. */
  private static SourceText withVariables(SourceText script, LayoutOptions options) {
    if (options.server().filter(Flavor.POSTGRESQL::equals).isEmpty()) {
      return script;
    }
    StringBuilder settings = new StringBuilder();
    for (Map.Entry<String, String> variable : options.variables().entrySet()) {
      Pattern use = Pattern.compile(":(['\"]|\\{\\?)?" + Pattern.quote(variable.getKey()) + "\\b");
      if (use.matcher(script.text()).find()) {
        String value = variable.getValue().replace("\\", "\\\\").replace("'", "''");
        settings.append("\\set ").append(variable.getKey());
        settings.append(" '").append(value).append("'\n");
      }
    }
    return settings.isEmpty()
        ? script
        : new SourceComposer(script.name())
            .insert(settings.toString(), script, 0)
            .copy(script, 0, script.text().length())
            .build();
  }
}
