package dev.schemend.model;

import dev.schemend.name.Identifier;

/**
 * The words under which a {@link Declaration} of what extends PostgreSQL says its facts: operators,
 * their classes and families, casts, conversions, text search, foreign data, languages, access
 * methods (manual, the {@code CREATE} commands).
 */
public final class ExtendingWords {

  /** Of an operator: the type on its left. */
  public static final String LEFT = "leftarg";

  /** Of an operator: the type on its right. */
  public static final String RIGHT = "rightarg";

  /** Of an operator: the one that means the same with its sides exchanged. */
  public static final String COMMUTATOR = "commutator";

  /** Of an operator: the one that means the opposite. */
  public static final String NEGATOR = "negator";

  /** Of an operator: the function that tells how many rows it lets through. */
  public static final String RESTRICT = "restrict";

  /** Of an operator: the same between two tables. */
  public static final String JOIN = "join";

  /** Of an operator: whether it can join by hashes. */
  public static final String HASHES = "hashes";

  /** Of an operator: whether it can join by order. */
  public static final String MERGES = "merges";

  /** Of a cast: the type that it reads. */
  public static final String SOURCE = "source";

  /** Of a cast: the type that it makes. */
  public static final String TARGET = "target";

  /** Of a cast: that it goes through texts. */
  public static final String THROUGH_TEXT = "inout";

  /** Of a cast: {@code assignment} or {@code implicit}; nothing where it must be written. */
  public static final String CONTEXT = "as";

  /** Of an operator class: the type that it indexes; of a transform: the one that it changes. */
  public static final String TYPE = "for type";

  /** Of a conversion: the encoding that it reads. */
  public static final String ENCODING = "for";

  /** Of a conversion: the encoding that it makes. */
  public static final String ENCODED = "to";

  /** Of a transform: the function that makes a value of the language of one of the type. */
  public static final String FROM_SQL = "from sql";

  /** Of a transform: the function that makes a value of the type of one of the language. */
  public static final String TO_SQL = "to sql";

  /** Of an operator class or a conversion: whether it is the one that is taken. */
  public static final String DEFAULT = "default";

  /** Of an operator class: its family. */
  public static final String FAMILY = "family";

  /** Of an operator class: the type that an index keeps, where it is another one. */
  public static final String STORAGE = "storage";

  /** Of operator classes and families: their operators and functions. */
  public static final String ITEMS = "items";

  /** Of a text search configuration: its parser. */
  public static final String PARSER = "parser";

  /** Of a text search configuration: what kinds of tokens it looks up, by this and the kind. */
  public static final String MAPPING = "mapping ";

  /** Of a text search dictionary: its template. */
  public static final String TEMPLATE = "template";

  /** Of a wrapper, a server or a user mapping: an option, by this and its name. */
  public static final String OPTION = "option ";

  /** Of a wrapper or a language: the function that does the work. */
  public static final String HANDLER = "handler";

  /** Of a language: the function that runs code in no function. */
  public static final String INLINE = "inline";

  /** Of a wrapper or a language: the function that looks at what is said. */
  public static final String VALIDATOR = "validator";

  /** Of a server: what kind of server it is. */
  public static final String SERVER_TYPE = "type";

  /** Of a server. */
  public static final String VERSION = "version";

  /** Of a server: its wrapper. */
  public static final String WRAPPER = "wrapper";

  /** Of a user mapping: its server. */
  public static final String SERVER = "server";

  /** Whose a user mapping is that belongs to the role at work, whoever that is. */
  public static final Identifier CURRENT_USER = Identifier.of("CURRENT_USER");

  /** Of a language: whether anybody may write in it. */
  public static final String TRUSTED = "trusted";

  /** Of an access method: {@code index} or {@code table}. */
  public static final String METHOD_TYPE = "type";

  private ExtendingWords() {}
}
