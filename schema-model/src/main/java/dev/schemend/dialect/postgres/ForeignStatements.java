package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ExtendingWords;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Foreign data wrappers, servers and user mappings. */
final class ForeignStatements {

  private final Scope scope;
  private final ExtendingNames names;

  ForeignStatements(Scope scope) {
    this.scope = scope;
    this.names = new ExtendingNames(scope);
  }

  /** The object as the server keeps it. */
  Declaration canonical(Declaration written) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    written.facts().forEach((word, fact) -> facts.put(word, resolved(fact)));
    return written.with(facts);
  }

  private Fact resolved(Fact fact) {
    if (!(fact instanceof Fact.Of of)) {
      return fact;
    }
    if (of.object().kind() == ObjectKind.ROUTINE) {
      return new Fact.Of(names.routine(of.object()));
    }
    requireKnown(of.object());
    return fact;
  }

  // Extensions bring wrappers, and nothing else of these.
  private void requireKnown(ObjectRef ref) {
    boolean brought = ref.kind() == ObjectKind.FOREIGN_DATA_WRAPPER && scope.hasExtensions();
    if (!scope.schema().has(ref) && !brought) {
      throw PostgresErrors.undefined(ref);
    }
  }

  /** Refuses a new option that is there, and a change of one that is not. */
  static void require(ObjectRef object, ObjectAction.Foreign.Option option, boolean there) {
    if (there == (option.edit() == ObjectAction.Foreign.Edit.ADD)) {
      throw PostgresErrors.invalid(
          object,
          there
              ? "option \"" + option.name() + "\" is provided more than once"
              : "option \"" + option.name() + "\" is not found",
          there ? PostgresErrors.DUPLICATE_OBJECT : PostgresErrors.UNDEFINED_OBJECT);
    }
  }

  Schema alter(Declaration declaration, ObjectAction.Foreign change) {
    SortedMap<String, Fact> facts = new TreeMap<>(declaration.facts());
    change
        .facts()
        .forEach(
            (word, fact) ->
                fact.map(this::resolved)
                    .ifPresentOrElse(one -> facts.put(word, one), () -> facts.remove(word)));
    for (ObjectAction.Foreign.Option option : change.options()) {
      String word = ExtendingWords.OPTION + option.name();
      require(declaration.ref(), option, facts.containsKey(word));
      Optional<String> value = option.value();
      value.ifPresentOrElse(
          text -> facts.put(word, new Fact.Words(text)), () -> facts.remove(word));
    }
    return scope.schema().with(declaration.with(facts));
  }
}
