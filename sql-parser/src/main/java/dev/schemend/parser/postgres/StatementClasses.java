package dev.schemend.parser.postgres;

import static java.util.Map.entry;

import dev.schemend.name.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reviewed table of leading key words (manual, part VI, SQL commands). Words in brackets of the
 * manual that say nothing here are dropped first.
 */
final class StatementClasses {

  /** The most leading words that {@link #of} looks at. */
  static final int WORDS = 7;

  private static final StatementClass MODELLED = new StatementClass.Modelled();

  // CREATE OR REPLACE TRUSTED PROCEDURAL LANGUAGE, CREATE RECURSIVE VIEW, CREATE CONSTRAINT
  // TRIGGER.
  private static final Set<String> NOISE =
      Set.of("or", "replace", "trusted", "procedural", "recursive", "constraint", "default");

  /** What can end with the session that makes it. */
  private static final Set<String> TEMPORARY_KINDS =
      Set.of("table", "sequence", "view", "recursive");

  private static final Set<String> TEMPORARY = Set.of("temp", "temporary", "local", "global");

  private static final Map<String, StatementClass> COMMANDS =
      Map.ofEntries(
          inert("insert"),
          inert("update"),
          inert("delete"),
          inert("merge"),
          inert("values"),
          inert("table"),
          inert("truncate"),
          inert("copy"),
          inert("analyze"),
          inert("analyse"),
          inert("vacuum"),
          inert("grant"),
          inert("revoke"),
          inert("begin"),
          inert("start"),
          inert("commit"),
          inert("end"),
          inert("rollback"),
          inert("abort"),
          inert("savepoint"),
          inert("release"),
          inert("prepare"),
          inert("deallocate"),
          inert("show"),
          inert("lock"),
          inert("notify"),
          inert("listen"),
          inert("unlisten"),
          inert("explain"),
          inert("refresh"),
          inert("reindex"),
          entry("cluster", new StatementClass.Cluster()),
          inert("checkpoint"),
          inert("discard"),
          inert("load"),
          inert("declare"),
          inert("fetch"),
          inert("move"),
          inert("close"),
          inert("reassign"),
          inert("comment"),
          inert("security"),
          entry("select", new StatementClass.MaybePath("SELECT")),
          entry("with", new StatementClass.MaybePath("WITH")),
          entry("set", new StatementClass.MaybePath("SET")),
          entry("reset", new StatementClass.MaybePath("RESET")),
          entry("do", new StatementClass.Code()),
          entry("call", new StatementClass.Code()),
          // What is prepared in SQL is a query, or changes rows (manual, PREPARE).
          inert("execute"),
          unknowable("import", "tables imported from a foreign server"));

  /** Kinds of objects by the words behind CREATE, DROP and ALTER; the longest match decides. */
  private static final Map<String, ObjectKind> OPAQUE =
      Map.ofEntries(
          entry("event trigger", ObjectKind.EVENT_TRIGGER),
          entry("aggregate", ObjectKind.AGGREGATE),
          entry("operator", ObjectKind.OPERATOR),
          entry("operator class", ObjectKind.OPERATOR_CLASS),
          entry("operator family", ObjectKind.OPERATOR_FAMILY),
          entry("cast", ObjectKind.CAST),
          entry("transform", ObjectKind.TRANSFORM),
          entry("publication", ObjectKind.PUBLICATION),
          entry("subscription", ObjectKind.SUBSCRIPTION),
          entry("statistics", ObjectKind.STATISTICS),
          entry("collation", ObjectKind.COLLATION),
          entry("conversion", ObjectKind.CONVERSION),
          entry("text search configuration", ObjectKind.TEXT_SEARCH_CONFIGURATION),
          entry("text search dictionary", ObjectKind.TEXT_SEARCH_DICTIONARY),
          entry("text search parser", ObjectKind.TEXT_SEARCH_PARSER),
          entry("text search template", ObjectKind.TEXT_SEARCH_TEMPLATE),
          entry("foreign data wrapper", ObjectKind.FOREIGN_DATA_WRAPPER),
          entry("user mapping", ObjectKind.USER_MAPPING),
          entry("server", ObjectKind.FOREIGN_SERVER),
          entry("foreign table", ObjectKind.FOREIGN_TABLE),
          entry("language", ObjectKind.LANGUAGE),
          entry("access method", ObjectKind.ACCESS_METHOD));

  /** Objects outside of a database's schemas, or without a name of their own. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "role",
          "user",
          "group",
          "database",
          "tablespace",
          "system",
          "large object",
          "privileges");

  private static final Set<String> MODELLED_KINDS =
      Set.of(
          "schema",
          "table",
          "unlogged table",
          "index",
          "unique index",
          "type",
          "sequence",
          "unlogged sequence",
          "view",
          "materialized view",
          "function",
          "procedure",
          "routine",
          "trigger",
          "policy",
          "extension",
          "domain",
          "rule");

  /** What can have a comment that the model keeps. */
  private static final Set<String> COMMENTED =
      Set.of(
          "table",
          "column",
          "view",
          "materialized",
          "index",
          "sequence",
          "domain",
          "type",
          "schema",
          "extension",
          "function",
          "procedure",
          "routine",
          "aggregate",
          "trigger",
          "policy",
          "rule",
          "constraint");

  private StatementClasses() {}

  private static Map.Entry<String, StatementClass> inert(String word) {
    return entry(word, new StatementClass.Inert(Quoting.upper(word)));
  }

  private static Map.Entry<String, StatementClass> unknowable(String word, String why) {
    return entry(word, new StatementClass.Unknowable(why));
  }

  /** The class by the leading words, lower case; a quoted name or a symbol is an empty word. */
  static StatementClass of(List<String> words) {
    String first = words.isEmpty() ? "" : words.getFirst();
    return switch (first) {
      case "create", "drop", "alter" -> object(first, words.subList(1, words.size()));
      case "comment" -> comment(words);
      default -> COMMANDS.getOrDefault(first, new StatementClass.None());
    };
  }

  // Comments on roles, databases and the like are told to people only.
  private static StatementClass comment(List<String> words) {
    if (words.size() > 2 && COMMENTED.contains(words.get(2))) {
      return MODELLED;
    }
    List<String> kind = new ArrayList<>(words.subList(Math.min(2, words.size()), words.size()));
    while (!kind.isEmpty() && NOISE.contains(kind.getFirst())) {
      kind.removeFirst();
    }
    for (int length = Math.min(3, kind.size()); length > 0; length--) {
      ObjectKind found = OPAQUE.get(String.join(" ", kind.subList(0, length)));
      if (found != null) {
        return new StatementClass.CommentOpaque(found);
      }
    }
    return COMMANDS.get("comment");
  }

  private static StatementClass object(String verb, List<String> words) {
    List<String> kind = new ArrayList<>(words);
    while (!kind.isEmpty() && NOISE.contains(kind.getFirst())) {
      kind.removeFirst();
    }
    if (!kind.isEmpty() && verb.equals("create") && TEMPORARY.contains(kind.getFirst())) {
      while (!kind.isEmpty() && TEMPORARY.contains(kind.getFirst())) {
        kind.removeFirst();
      }
      boolean modelled = !kind.isEmpty() && TEMPORARY_KINDS.contains(kind.getFirst());
      return modelled ? MODELLED : new StatementClass.Inert("CREATE TEMPORARY");
    }
    for (int length = Math.min(3, kind.size()); length > 0; length--) {
      String name = String.join(" ", kind.subList(0, length));
      if (OUTSIDE.contains(name)) {
        return new StatementClass.Inert(Quoting.upper(verb + " " + name));
      }
      if (MODELLED_KINDS.contains(name)) {
        return MODELLED;
      }
      if (OPAQUE.containsKey(name)) {
        return opaque(verb, name);
      }
    }
    boolean owned = verb.equals("drop") && !kind.isEmpty() && kind.getFirst().equals("owned");
    return owned
        ? new StatementClass.Unknowable("a drop of everything that a role owns")
        : new StatementClass.None();
  }

  private static StatementClass opaque(String verb, String name) {
    ObjectKind kind = OPAQUE.get(name);
    if (isSigned(verb, name)) {
      return MODELLED;
    }
    return switch (verb) {
      case "create" -> new StatementClass.CreateOpaque(kind);
      case "drop" -> new StatementClass.DropOpaque(kind);
      default -> new StatementClass.AlterOpaque(kind, Quoting.upper(verb + " " + name));
    };
  }

  // Carried, but dropped and renamed by their signatures as functions are.
  private static boolean isSigned(String verb, String name) {
    return name.equals("aggregate") && !verb.equals("create");
  }
}
