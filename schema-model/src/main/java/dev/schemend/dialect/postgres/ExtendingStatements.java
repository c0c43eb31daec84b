package dev.schemend.dialect.postgres;

import static dev.schemend.model.ExtendingWords.COMMUTATOR;
import static dev.schemend.model.ExtendingWords.ENCODED;
import static dev.schemend.model.ExtendingWords.ENCODING;
import static dev.schemend.model.ExtendingWords.FAMILY;
import static dev.schemend.model.ExtendingWords.ITEMS;
import static dev.schemend.model.ExtendingWords.LEFT;
import static dev.schemend.model.ExtendingWords.NEGATOR;
import static dev.schemend.model.ExtendingWords.RIGHT;
import static dev.schemend.model.ExtendingWords.TYPE;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.Schema;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Operators, their classes and families, casts, languages and access methods. */
final class ExtendingStatements {

  private static final Set<String> LINKS = Set.of(COMMUTATOR, NEGATOR);

  private final Canonical canonical;
  private final Scope scope;
  private final ExtendingNames names;

  ExtendingStatements(Dialect dialect, Scope scope) {
    this(new Canonical(dialect, scope), scope);
  }

  ExtendingStatements(Canonical canonical, Scope scope) {
    this.canonical = canonical;
    this.scope = scope;
    this.names = new ExtendingNames(scope);
  }

  /** The object as the server keeps it. */
  Declaration canonical(Declaration written) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    // Which function an operator means hangs on its types, and is looked for when these are known.
    boolean operator = written.is(ObjectKind.OPERATOR);
    written
        .facts()
        .forEach(
            (word, fact) ->
                facts.put(
                    word, operator && word.equals(Declaration.FUNCTION) ? fact : resolved(fact)));
    if (written.is(ObjectKind.CONVERSION)) {
      facts.computeIfPresent(ENCODING, (word, fact) -> Encodings.canonical(fact));
      facts.computeIfPresent(ENCODED, (word, fact) -> Encodings.canonical(fact));
    }
    Declaration made = written.with(facts).withRef(names.made(written.ref())).signed();
    return made.is(ObjectKind.OPERATOR) ? operator(made) : made;
  }

  private Fact resolved(Fact fact) {
    return switch (fact) {
      case Fact.Words words -> words;
      case Fact.OfType of -> new Fact.OfType(canonical.unmodified(of.type()));
      case Fact.Of of ->
          new Fact.Of(
              of.object().kind() == ObjectKind.ROUTINE
                  ? names.routine(of.object())
                  : names.operator(of.object()));
      case Fact.Item item -> resolved(item);
      case Fact.Several several ->
          new Fact.Several(several.facts().stream().map(this::resolved).toList());
      case Fact.Value value -> value;
      case Fact.Published published -> published;
    };
  }

  private Fact.Item resolved(Fact.Item item) {
    SqlType left = canonical.unmodified(item.left());
    SqlType right = canonical.unmodified(item.right());
    ObjectRef object = item.object();
    return new Fact.Item(
        item.number(),
        left,
        right,
        object.kind() == ObjectKind.OPERATOR
            ? names.operator(
                new ObjectRef(
                    object.kind(),
                    object.name(),
                    Signatures.ofOperator(Optional.of(left), Optional.of(right))))
            : names.routine(object),
        item.order().map(names::operator));
  }

  // ------------------------------------------------------------ operators

  private Declaration operator(Declaration made) {
    ObjectName function =
        made.object(Declaration.FUNCTION)
            .map(ObjectRef::name)
            .orElseThrow(
                () ->
                    PostgresErrors.invalid(
                        made.ref(), "has no function", PostgresErrors.INVALID_FUNCTION));
    List<SqlType> operands =
        Stream.of(LEFT, RIGHT).flatMap(side -> made.type(side).stream()).toList();
    Declaration whole =
        made.with(
            Declaration.FUNCTION,
            new Fact.Of(
                names.routine(
                    new ObjectRef(ObjectKind.ROUTINE, function, Signatures.of(operands)))));
    for (String word : LINKS) {
      Optional<String> link = made.words(word);
      if (link.isPresent()) {
        whole = whole.with(word, new Fact.Words(text(link(made, word, named(link.get())))));
      }
    }
    return whole;
  }

  /**
   * The operator that is meant: one that is there, or that is to be made, or the server's own
   * (get_other_operator).
   */
  private ObjectName link(Declaration made, String word, ObjectName written) {
    boolean exchanged = word.equals(COMMUTATOR);
    Identifier signature =
        Signatures.ofOperator(
            made.type(exchanged ? RIGHT : LEFT), made.type(exchanged ? LEFT : RIGHT));
    ObjectRef wanted = new ObjectRef(ObjectKind.OPERATOR, written, signature);
    boolean itself =
        signature.equals(made.ref().member())
            && written.name().equals(made.ref().name().name())
            && (!written.isQualified() || written.equals(made.ref().name()));
    if (itself) {
      return made.ref().name();
    }
    Optional<ObjectName> found = RoutineNames.find(scope, wanted).map(ObjectRef::name);
    if (found.isPresent() || written.isQualified()) {
      return found.orElse(written);
    }
    boolean own =
        Stream.of(LEFT, RIGHT)
                .flatMap(side -> made.type(side).stream())
                .allMatch(SqlType.Builtin.class::isInstance)
            && OperatorFacts.isKnown(written.name().text());
    return own ? written : made.ref().name().sibling(written.name());
  }

  private static ObjectName named(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 0
        ? ObjectName.unqualified(Identifier.of(text))
        : new ObjectName(
            Identifier.of(text.substring(0, dot)), Identifier.of(text.substring(dot + 1)));
  }

  private static String text(ObjectName name) {
    return name.isQualified()
        ? name.schema().text() + "." + name.name().text()
        : name.name().text();
  }

  /** With the operator; those that it names as its counterparts name it in turn (OperatorUpd). */
  static Schema linked(Schema schema, Declaration operator) {
    Schema current = schema.with(operator);
    for (String word : LINKS) {
      boolean exchanged = word.equals(COMMUTATOR);
      Optional<Declaration> other =
          operator
              .words(word)
              .map(
                  link ->
                      new ObjectRef(
                          ObjectKind.OPERATOR,
                          named(link),
                          Signatures.ofOperator(
                              operator.type(exchanged ? RIGHT : LEFT),
                              operator.type(exchanged ? LEFT : RIGHT))))
              .flatMap(current::get)
              .filter(Declaration.class::isInstance)
              .map(Declaration.class::cast)
              .filter(found -> found.fact(word).isEmpty());
      if (other.isPresent()) {
        current = current.with(other.get().with(word, new Fact.Words(text(operator.ref().name()))));
      }
    }
    return current;
  }

  // ------------------------------------------------------------ classes and families

  /**
   * With the class, and with the family that is made for it where none is named. What is between
   * other types than the class's own is in the family (CREATE OPERATOR CLASS; whose of the two it
   * is the server's versions decide differently).
   */
  static Schema inFamily(Schema schema, Declaration written) {
    Declaration made = written;
    Schema current = schema;
    if (made.fact(FAMILY).isEmpty()) {
      ObjectRef family =
          new ObjectRef(ObjectKind.OPERATOR_FAMILY, made.ref().name(), made.ref().member());
      if (!schema.has(family)) {
        current = current.with(new Declaration(family, new TreeMap<>()));
      }
      made = made.with(FAMILY, new Fact.Of(family));
    }
    if (!(current.get(((Fact.Of) made.fact(FAMILY).orElseThrow()).object()).orElse(null)
        instanceof Declaration family)) {
      return current.with(made);
    }
    SqlType type = made.type(TYPE).orElseThrow();
    List<Fact> own = new ArrayList<>();
    List<Fact> others = new ArrayList<>(family.items().toList());
    made.items().forEach(item -> (isOf(item, type) ? own : others).add(item));
    family.items().filter(item -> isOf(item, type)).forEach(own::add);
    others.removeAll(own);
    return current
        .with(made.with(ITEMS, new Fact.Several(own)))
        .with(family.with(ITEMS, new Fact.Several(others)));
  }

  private static boolean isOf(Fact.Item item, SqlType type) {
    return item.left().equals(type) && item.right().equals(type);
  }

  /** Adds to a family, or takes out of it, wherever the item is kept. */
  Schema alter(Declaration family, ObjectAction.GroupItems change) {
    Schema current = scope.schema();
    for (Fact.Item written : change.items()) {
      Fact.Item item = change.adds() ? resolved(written) : placed(written);
      Declaration holder = holder(current, family, item);
      List<Fact> items = new ArrayList<>(holder.items().toList());
      boolean there = items.stream().anyMatch(one -> ((Fact.Item) one).isAt(item));
      if (there == change.adds()) {
        throw change.adds()
            ? PostgresErrors.duplicate(item.object())
            : PostgresErrors.undefined(item.object());
      }
      if (change.adds()) {
        items.add(item);
      } else {
        items.removeIf(one -> ((Fact.Item) one).isAt(item));
      }
      current = current.with(holder.with(ITEMS, new Fact.Several(items)));
    }
    return current;
  }

  private Fact.Item placed(Fact.Item written) {
    return new Fact.Item(
        written.number(),
        canonical.unmodified(written.left()),
        canonical.unmodified(written.right()),
        written.object(),
        Optional.empty());
  }

  private static Declaration holder(Schema schema, Declaration family, Fact.Item item) {
    Declaration current = (Declaration) schema.get(family.ref()).orElseThrow();
    return schema
        .dependants(family.ref())
        .filter(ref -> ref.kind() == ObjectKind.OPERATOR_CLASS)
        .flatMap(ref -> schema.get(ref).stream())
        .filter(Declaration.class::isInstance)
        .map(Declaration.class::cast)
        .filter(one -> one.type(TYPE).filter(type -> isOf(item, type)).isPresent())
        .findFirst()
        .orElse(current);
  }
}
