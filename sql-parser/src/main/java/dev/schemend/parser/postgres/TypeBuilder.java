package dev.schemend.parser.postgres;

import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import dev.schemend.type.TypeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.RuleContext;

/** Types of a parse tree, canonical: an alias has no meaning of its own that could be lost. */
final class TypeBuilder {

  private static final String LONE_CHAR = "\"char\"";

  private static final String LONE_BIT = "\"bit\"";

  private final Names names;
  private final TypeSystem types;

  TypeBuilder(Names names, TypeSystem types) {
    this.names = names;
    this.types = types;
  }

  SqlType type(PostgresParser.TypeNameContext context) {
    if (context.SETOF() != null) {
      throw new RefusedText(context, "42P16", "a column cannot be a set (SETOF)");
    }
    return element(context);
  }

  SqlType type(ObjectName name) {
    return types.canonical(new SqlType.UserDefined(name, List.of()));
  }

  /** The type, or that of the elements behind {@code SETOF}. */
  SqlType element(PostgresParser.TypeNameContext context) {
    SqlType element = simple(context.simpleType());
    boolean isArray = context.ARRAY() != null || !context.LBRACKET().isEmpty();
    return isArray ? new SqlType.ArrayOf(element) : element;
  }

  /** The type as one word of a list. */
  String text(PostgresParser.TypeNameContext context) {
    return String.join(" ", Tokens.folded(context));
  }

  SqlType simple(PostgresParser.SimpleTypeContext context) {
    return types.canonical(written(context));
  }

  SqlType interval(PostgresParser.IntervalFieldsContext fields) {
    return types.canonical(new SqlType.Builtin("interval " + words(fields), List.of()));
  }

  private SqlType written(PostgresParser.SimpleTypeContext context) {
    if (context.typeWord() != null) {
      return named(context);
    }
    List<Integer> modifiers = numbers(context.typeModifiers());
    if (context.DOUBLE() != null) {
      return new SqlType.Builtin("double precision", modifiers);
    }
    if (context.BIT() != null) {
      return new SqlType.Builtin(context.VARYING() == null ? "bit" : "bit varying", modifiers);
    }
    if (context.INTERVAL() != null) {
      String fields = context.intervalFields() == null ? "" : " " + words(context.intervalFields());
      return new SqlType.Builtin("interval" + fields, modifiers);
    }
    int first = context.getStart().getType();
    if (first == PostgresLexer.TIME || first == PostgresLexer.TIMESTAMP) {
      String clock = first == PostgresLexer.TIMESTAMP ? "timestamp" : "time";
      boolean zoned = context.WITH() != null;
      return new SqlType.Builtin(clock + (zoned ? " with" : " without") + " time zone", modifiers);
    }
    return new SqlType.Builtin(
        context.VARYING() == null ? "character" : "character varying", modifiers);
  }

  private SqlType named(PostgresParser.SimpleTypeContext context) {
    if (context.getText().equals(LONE_CHAR)) {
      return new SqlType.Builtin(LONE_CHAR, List.of());
    }
    // Quoted, it is the type without the length that BIT implies.
    if (context.getText().equals(LONE_BIT)) {
      return new SqlType.Builtin("bit varying", List.of());
    }
    List<PostgresParser.AnyWordContext> more = context.anyWord();
    ObjectName name =
        switch (more.size()) {
          case 0 -> ObjectName.unqualified(names.name(context.typeWord()));
          case 1 -> new ObjectName(names.name(context.typeWord()), names.name(more.getFirst()));
          default -> throw new BeyondTheModel(context, "a type name of more than two parts");
        };
    List<String> modifiers =
        context.typeModifiers() == null
            ? List.of()
            : context.typeModifiers().typeModifier().stream().map(RuleContext::getText).toList();
    return new SqlType.UserDefined(name, modifiers);
  }

  private static String words(PostgresParser.IntervalFieldsContext fields) {
    List<String> words = new ArrayList<>();
    fields.children.forEach(child -> words.add(child.getText().toLowerCase(Locale.ROOT)));
    return String.join(" ", words);
  }

  private static List<Integer> numbers(PostgresParser.TypeModifiersContext modifiers) {
    if (modifiers == null) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>();
    for (PostgresParser.TypeModifierContext modifier : modifiers.typeModifier()) {
      try {
        numbers.add(Integer.valueOf(modifier.getText()));
      } catch (NumberFormatException outOfRange) {
        throw new BeyondTheModel(modifier, "a type modifier that is no whole number");
      }
    }
    return numbers;
  }
}
