package dev.schemend.parser.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.parser.mysql.MySqlParser.CastTypeContext;
import dev.schemend.parser.mysql.MySqlParser.DataTypeContext;
import dev.schemend.parser.mysql.MySqlParser.InlineEnumTypeContext;
import dev.schemend.parser.mysql.MySqlParser.ModifiersContext;
import dev.schemend.parser.mysql.MySqlParser.NamedTypeContext;
import dev.schemend.parser.mysql.MySqlParser.NationalTypeContext;
import dev.schemend.parser.mysql.MySqlParser.TypeAttributeContext;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import dev.schemend.type.SqlType.InlineEnum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Data types; aliases become canonical at once, since the servers forget them too. */
final class TypeReader {

  // Types without a key word in the grammar (manual, chapter 11).
  private static final Set<String> WORDS =
      Set.of(
          "bit",
          "tinyint",
          "smallint",
          "mediumint",
          "middleint",
          "bigint",
          "int1",
          "int2",
          "int3",
          "int4",
          "int8",
          "float4",
          "float8",
          "tinytext",
          "mediumtext",
          "longtext",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection",
          "vector");

  // MariaDB Knowledge Base, "Data Types".
  private static final Set<String> MARIADB_WORDS = Set.of("uuid", "inet4", "inet6", "xmltype");

  /**
   * A type with what may stand behind it.
   *
   * @param binary {@code BINARY}: the collation of the set that compares bytes
   */
  record Written(SqlType type, Optional<String> characterSet, boolean binary) {}

  private final MySqlGrammar grammar;
  private final MySqlDialect dialect;
  private final Names names;

  TypeReader(MySqlGrammar grammar, MySqlDialect dialect, Names names) {
    this.grammar = grammar;
    this.dialect = dialect;
    this.names = names;
  }

  Written read(DataTypeContext context, List<TypeAttributeContext> attributes) {
    boolean unsigned = false;
    boolean zerofill = false;
    boolean binary = false;
    Optional<String> set =
        context instanceof NationalTypeContext ? Optional.of("utf8mb3") : Optional.empty();
    String suffix = "";
    for (TypeAttributeContext attribute : attributes) {
      unsigned |= attribute.UNSIGNED() != null;
      zerofill |= attribute.ZEROFILL() != null;
      binary |= attribute.BINARY() != null;
      if (attribute.charsetName() != null) {
        set = names.characterSet(attribute.charsetName());
      } else if (attribute.ASCII() != null) {
        set = Optional.of("latin1");
      } else if (attribute.UNICODE() != null) {
        set = Optional.of("ucs2");
      } else if (attribute.BYTE() != null) {
        suffix = " byte";
      }
    }
    SqlType plain = plain(context);
    if (plain instanceof Builtin builtin) {
      String name =
          builtin.name()
              + suffix
              + (unsigned || zerofill ? " unsigned" : "")
              + (zerofill ? " zerofill" : "");
      plain = new Builtin(name, builtin.modifiers());
    }
    return new Written(dialect.types().canonical(plain), set, binary);
  }

  private SqlType plain(DataTypeContext context) {
    return switch (context) {
      case InlineEnumTypeContext inline ->
          new InlineEnum(
              inline.ENUM() != null ? InlineEnum.Kind.ENUM : InlineEnum.Kind.SET,
              inline.textLiteral().stream().map(value -> Literals.read(value).value()).toList());
      case NationalTypeContext national ->
          new Builtin(isVarying(national) ? "varchar" : "char", modifiers(national.modifiers()));
      case NamedTypeContext named -> new Builtin(name(named), modifiers(named.modifiers()));
      default -> throw new IllegalStateException("no such type: " + context.getClass());
    };
  }

  private static boolean isVarying(NationalTypeContext type) {
    return type.VARYING() != null
        || type.VARCHAR() != null
        || type.VARCHARACTER() != null
        || type.NVARCHAR() != null;
  }

  private String name(NamedTypeContext context) {
    if (context.typeName() != null && context.typeName().WORD() != null) {
      Token word = context.typeName().getStart();
      String name = word.getText().toLowerCase(Locale.ROOT);
      boolean known =
          WORDS.contains(name)
              || (dialect.profile().flavor() == Flavor.MARIADB && MARIADB_WORDS.contains(name));
      if (!known) {
        throw Refusal.syntax(
            grammar.start(word),
            grammar.end(word),
            "unexpected '" + word.getText() + "', expecting: data type");
      }
      return name;
    }
    StringBuilder name = new StringBuilder();
    for (ParseTree child : context.children) {
      if (!(child instanceof ModifiersContext)) {
        name.append(name.isEmpty() ? "" : " ").append(child.getText().toLowerCase(Locale.ROOT));
      }
    }
    return grammar.mode().realIsFloat() && name.toString().equals("real")
        ? "float"
        : name.toString();
  }

  private List<Integer> modifiers(ModifiersContext context) {
    return context == null
        ? List.of()
        : context.INTEGER_NUMBER().stream().map(this::number).toList();
  }

  /** A number that must fit a length, a precision or a prefix. */
  int number(TerminalNode node) {
    try {
      return Integer.parseInt(node.getText());
    } catch (NumberFormatException e) {
      Token token = node.getSymbol();
      throw Refusal.syntax(
          grammar.start(token),
          grammar.end(token),
          "the number " + node.getText() + " is too large");
    }
  }

  /** The target of a cast: the character set is part of the type's name. */
  SqlType castTarget(CastTypeContext context, boolean array) {
    String name;
    if (context.SIGNED() != null) {
      name = "signed";
    } else if (context.UNSIGNED() != null) {
      name = "unsigned";
    } else if (context.DOUBLE() != null) {
      name = "double";
    } else if (context.typeName() != null) {
      name = context.typeName().getText().toLowerCase(Locale.ROOT);
    } else if (!context.BINARY().isEmpty()
        && context.getChild(0) instanceof TerminalNode first
        && first.getSymbol().getType() == MySqlParser.BINARY) {
      name = "binary";
    } else {
      name = "char" + castSet(context);
    }
    return new Builtin(name + (array ? " array" : ""), modifiers(context.modifiers()));
  }

  private String castSet(CastTypeContext context) {
    if (context.NCHAR() != null) {
      return " charset utf8mb3";
    }
    if (!context.ASCII().isEmpty()) {
      return " charset latin1";
    }
    if (!context.UNICODE().isEmpty()) {
      return " charset ucs2";
    }
    return context.charsetName().isEmpty()
        ? ""
        : names
            .characterSet(context.charsetName().getFirst())
            .map(set -> " charset " + set)
            .orElse("");
  }
}
