package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.BaseTypeWords;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.References;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Base types: they need functions that need them, so that these are made between a shell and what
 * completes it, and go with the type (manual, CREATE TYPE).
 */
final class BaseTypes {

  /** What an {@code ALTER TYPE} can say (13). */
  private static final Set<String> ALTERED =
      Set.of(
          "receive",
          "send",
          "typmod_in",
          "typmod_out",
          "analyze",
          "subscript",
          BaseTypeWords.STORAGE);

  private BaseTypes() {}

  /** Whether it is one, or the shell of one. */
  static boolean isOne(SchemaObject object) {
    return object instanceof Declaration declaration && declaration.is(ObjectKind.COMPOSITE_TYPE);
  }

  private static boolean isShell(Declaration type) {
    return type.facts().isEmpty();
  }

  /** The functions that it names and that name it. */
  static List<Routine> functions(Declaration type, Schema schema) {
    return type.facts().values().stream()
        .flatMap(fact -> fact instanceof Fact.Of of ? Stream.of(of.object()) : Stream.empty())
        .distinct()
        .flatMap(function -> schema.routines(function.name()))
        .filter(function -> References.of(function).contains(type.ref()))
        .toList();
  }

  /** The functions that come with types which come, or go with those that go. */
  static Set<ObjectRef> carried(Schema here, Schema there) {
    Set<ObjectRef> carried = new TreeSet<>();
    here.ofKind(ObjectKind.COMPOSITE_TYPE)
        .filter(type -> isOne(type) && !there.has(type.ref()))
        .forEach(
            type ->
                functions((Declaration) type, here).stream()
                    .map(Routine::ref)
                    .filter(function -> !there.has(function))
                    .forEach(carried::add));
    return carried;
  }

  /** The statements that make it, and what it carries. */
  static List<DdlStatement> creation(Declaration type, Transition transition) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(made(type.with(new TreeMap<>())));
    functions(type, transition.to()).stream()
        .filter(function -> !transition.from().has(function.ref()))
        .forEach(function -> statements.add(new DdlStatement.CreateObject(function, false, false)));
    if (!isShell(type)) {
      statements.add(made(type));
    }
    return statements;
  }

  private static DdlStatement made(Declaration type) {
    return new DdlStatement.CreateObject(type, false, false);
  }

  /** The statement that drops it, and what it carries. */
  static DdlStatement removal(Declaration type) {
    return new DdlStatement.DropObjects(
        List.of(type.ref()), false, isShell(type) ? DropBehavior.RESTRICT : DropBehavior.CASCADE);
  }

  /** The statements that turn the one into the other; none where there are no such. */
  static List<DdlStatement> between(Declaration from, Declaration to) {
    if (isShell(from)) {
      return List.of(made(to));
    }
    SortedMap<String, Optional<Fact>> values = new TreeMap<>();
    Set<String> words = new TreeSet<>(from.facts().keySet());
    words.addAll(to.facts().keySet());
    words.stream()
        .filter(word -> !from.fact(word).equals(to.fact(word)))
        .forEach(word -> values.put(word, to.fact(word)));
    boolean plain =
        values.containsKey(BaseTypeWords.STORAGE) && values.get(BaseTypeWords.STORAGE).isEmpty();
    return ALTERED.containsAll(values.keySet()) && !plain
        ? List.of(new DdlStatement.AlterObject(to.ref(), false, new ObjectAction.Facts(values)))
        : List.of();
  }
}
