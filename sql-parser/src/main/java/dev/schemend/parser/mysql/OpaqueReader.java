package dev.schemend.parser.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.mysql.MySqlIdentifiers;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.mysql.MySqlParser.DropOpaqueContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/**
 * Objects that are carried, not understood: servers, MariaDB's packages, and whatever {@link
 * DefinitionReader} does not understand. What they depend on is every name in their text.
 *
 * <p>Procedures and functions have name spaces of their own, so the member of their reference says
 * which one it is. A trigger is found by its own name, which is unique in its database (manual,
 * 13.1.22).
 */
final class OpaqueReader {

  private static final Map<String, ObjectKind> KINDS =
      Map.of(
          "VIEW", ObjectKind.VIEW,
          "PROCEDURE", ObjectKind.ROUTINE,
          "FUNCTION", ObjectKind.ROUTINE,
          "PACKAGE", ObjectKind.ROUTINE,
          "TRIGGER", ObjectKind.TRIGGER,
          "EVENT", ObjectKind.EVENT,
          "SERVER", ObjectKind.FOREIGN_SERVER);

  private static final Set<String> CARRIED = Set.of("SERVER", "PACKAGE");

  private final MySqlIdentifiers identifiers;

  OpaqueReader(MySqlIdentifiers identifiers) {
    this.identifiers = identifiers;
  }

  /**
   * The object that a {@code CREATE} or {@code ALTER VIEW} makes; empty where the text has not the
   * shape of one.
   *
   * @param tokens of the statement
   * @param text the statement as written
   */
  Optional<DdlStatement> create(List<Token> tokens, String text) {
    for (int i = 1; i < tokens.size(); i++) {
      ObjectKind kind = KINDS.get(upper(tokens.get(i)));
      // DEFINER = event@localhost: a kind is never an operand.
      if (kind != null && !isOperand(tokens, i)) {
        return create(kind, i, tokens, text);
      }
    }
    return Optional.empty();
  }

  private Optional<DdlStatement> create(ObjectKind kind, int at, List<Token> tokens, String text) {
    int name = at + 1;
    String word = upper(tokens.get(at));
    if (name < tokens.size() && upper(tokens.get(name)).equals("BODY")) {
      word = "PACKAGE BODY";
      name++;
    }
    while (name < tokens.size() && isOneOf(tokens.get(name), "IF", "NOT", "EXISTS")) {
      name++;
    }
    if (name >= tokens.size() || !isName(tokens.get(name))) {
      return Optional.empty();
    }
    ObjectName written = ObjectName.unqualified(object(tokens.get(name)));
    if (name + 2 < tokens.size() && tokens.get(name + 1).getType() == MySqlLexer.DOT) {
      written = new ObjectName(object(tokens.get(name)), object(tokens.get(name + 2)));
    }
    boolean replace =
        upper(tokens.getFirst()).equals("ALTER")
            || (tokens.size() > 2
                && upper(tokens.get(1)).equals("OR")
                && upper(tokens.get(2)).equals("REPLACE"));
    ObjectRef ref = reference(kind, written, word);
    SortedSet<ObjectRef> dependsOn = new TreeSet<>();
    for (ObjectName relation : names(tokens.subList(name + 1, tokens.size()))) {
      dependsOn.add(ObjectRef.table(relation));
      dependsOn.add(ObjectRef.to(ObjectKind.VIEW, relation));
    }
    dependsOn.remove(ref);
    return Optional.of(
        new DdlStatement.CreateOpaque(new OpaqueObject(ref, text, dependsOn), replace));
  }

  static DdlStatement drop(DropOpaqueContext context, Names names) {
    String word = context.getChild(1).getText().toUpperCase(Locale.ROOT);
    String described = context.BODY() == null ? word : "PACKAGE BODY";
    List<ObjectRef> objects =
        context.qualifiedName().stream()
            .map(name -> reference(KINDS.get(word), names.qualified(name), described))
            .toList();
    DropBehavior behavior =
        context.CASCADE() != null ? DropBehavior.CASCADE : DropBehavior.RESTRICT;
    return CARRIED.contains(word)
        ? new DdlStatement.DropOpaque(objects, context.ifExists() != null, behavior)
        : new DdlStatement.DropObjects(objects, context.ifExists() != null, behavior);
  }

  private static ObjectRef reference(ObjectKind kind, ObjectName name, String word) {
    return kind == ObjectKind.ROUTINE
        ? new ObjectRef(kind, name, Identifier.of(word.toLowerCase(Locale.ROOT)))
        : ObjectRef.to(kind, name);
  }

  /** Every name in the tokens that may be a relation's: an over-estimate. */
  SortedSet<ObjectName> names(List<Token> tokens) {
    SortedSet<ObjectName> found = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!isName(tokens.get(i))) {
        continue;
      }
      found.add(ObjectName.unqualified(object(tokens.get(i))));
      if (i + 2 < tokens.size()
          && tokens.get(i + 1).getType() == MySqlLexer.DOT
          && isName(tokens.get(i + 2))) {
        found.add(new ObjectName(object(tokens.get(i)), object(tokens.get(i + 2))));
      }
    }
    return found;
  }

  private Identifier object(Token token) {
    boolean quoted = token.getType() == MySqlLexer.QUOTED_NAME;
    return identifiers.object(quoted ? Names.unquoted(token.getText()) : token.getText(), quoted);
  }

  // Words of the grammar that are not reserved may be names as well; being wrong is harmless.
  private static boolean isName(Token token) {
    return token.getType() == MySqlLexer.QUOTED_NAME
        || Character.isUnicodeIdentifierStart(token.getText().codePointAt(0))
        || token.getType() == MySqlLexer.WORD;
  }

  private static boolean isOperand(List<Token> tokens, int at) {
    int before = tokens.get(at - 1).getType();
    return before == MySqlLexer.EQ || before == MySqlLexer.AT || before == MySqlLexer.DOT;
  }

  private static boolean isOneOf(Token token, String... words) {
    return List.of(words).contains(upper(token));
  }

  private static String upper(Token token) {
    return token.getText().toUpperCase(Locale.ROOT);
  }
}
