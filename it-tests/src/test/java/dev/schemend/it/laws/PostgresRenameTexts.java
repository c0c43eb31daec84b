package dev.schemend.it.laws;

import dev.schemend.model.DomainType;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Locale;

/** Statements of PostgreSQL that give what is no table another name. */
final class PostgresRenameTexts {

  private static final List<ObjectKind> KINDS =
      List.of(
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.RULE,
          ObjectKind.ROUTINE,
          ObjectKind.AGGREGATE,
          ObjectKind.DOMAIN,
          ObjectKind.COLLATION,
          ObjectKind.STATISTICS,
          ObjectKind.PUBLICATION,
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.FOREIGN_DATA_WRAPPER);

  private PostgresRenameTexts() {}

  static String write(Words words) {
    List<ObjectKind> kinds = KINDS.stream().filter(words::has).toList();
    if (kinds.isEmpty()) {
      return "ALTER COLLATION co_none RENAME TO " + words.name("co");
    }
    List<SchemaObject> there = words.schema().ofKind(kinds.get(words.below(kinds.size()))).toList();
    SchemaObject object = there.get(words.below(there.size()));
    return object instanceof DomainType domain && !domain.checks().isEmpty() && words.maybe()
        ? "ALTER DOMAIN "
            + name(domain.name())
            + " RENAME CONSTRAINT "
            + domain.checks().getFirst().name()
            + " TO "
            + words.name("dc")
        : "ALTER " + called(object.ref()) + " RENAME TO " + another(object.ref(), words);
  }

  private static String called(ObjectRef ref) {
    String kind =
        ref.kind() == ObjectKind.STATISTICS
            ? "STATISTICS"
            : ref.kind().words().toUpperCase(Locale.ROOT);
    return switch (ref.kind()) {
      case TRIGGER, POLICY, RULE -> kind + " " + ref.member() + " ON " + name(ref.name());
      case ROUTINE, AGGREGATE -> kind + " " + name(ref.name()) + ref.member();
      case OPERATOR_FAMILY, OPERATOR_CLASS ->
          kind + " " + name(ref.name()) + " USING " + Signatures.word(ref.member());
      default -> kind + " " + name(ref.name());
    };
  }

  private static String name(ObjectName name) {
    return name.isQualified()
        ? "\"" + name.schema() + "\".\"" + name.name() + "\""
        : name.name().text();
  }

  /** A name of the same few that the kind gets. */
  private static String another(ObjectRef ref, Words words) {
    Identifier now = ref.holders().isEmpty() ? ref.name().name() : ref.member();
    return words.name(now.text().replaceAll("[^a-z].*", ""));
  }
}
