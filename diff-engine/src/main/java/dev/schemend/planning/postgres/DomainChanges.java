package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.References;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Domains that stay: their default, their word on {@code NULL}, their checks. */
final class DomainChanges {

  private DomainChanges() {}

  /** The type under a domain stays for good. */
  static boolean isOtherType(DomainType from, DomainType to) {
    return !from.type().equals(to.type()) || !from.collation().equals(to.collation());
  }

  /**
   * The statements that make it. Only a domain that is there can get a check that is not validated
   * (manual, ALTER DOMAIN).
   */
  static List<DdlStatement> creation(DomainType domain) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CreateObject(
            domain.withChecks(
                domain.checks().stream().filter(Constraint.Check::validated).toList()),
            false,
            false));
    domain.checks().stream()
        .filter(check -> !check.validated())
        .forEach(check -> statements.add(altered(domain, new ObjectAction.AddCheck(check))));
    return statements;
  }

  /** The statements that turn the one into the other; none where there are no such. */
  static List<DdlStatement> statements(DomainType from, DomainType to) {
    if (isOtherType(from, to)) {
      return List.of();
    }
    SortedMap<Identifier, Identifier> renamed = renamed(from, to);
    List<ObjectAction> actions = new ArrayList<>();
    List<ObjectAction> last = new ArrayList<>();
    for (Constraint.Check check : from.checks()) {
      Optional<Constraint.Check> same = to.check(check.name());
      if (renamed.containsKey(check.name())) {
        last.add(new ObjectAction.RenameCheck(check.name(), renamed.get(check.name())));
      } else if (same.filter(one -> isValidated(check, one)).isPresent()) {
        last.add(new ObjectAction.ValidateCheck(check.name()));
      } else if (!to.checks().contains(check)) {
        actions.add(new ObjectAction.DropCheck(check.name(), false));
      }
    }
    if (!from.defaultValue().equals(to.defaultValue())) {
      actions.add(new ObjectAction.DomainDefault(to.defaultValue()));
    }
    if (from.nullable() != to.nullable()) {
      actions.add(new ObjectAction.DomainNullable(to.nullable()));
    }
    actions.addAll(last);
    for (Constraint.Check check : to.checks()) {
      boolean kept =
          from.checks().contains(check)
              || renamed.containsValue(check.name())
              || from.check(check.name()).filter(one -> isValidated(one, check)).isPresent();
      if (!kept) {
        actions.add(new ObjectAction.AddCheck(check));
      }
    }
    return actions.stream().map(action -> altered(to, action)).toList();
  }

  /**
   * New names of checks by the old ones: of those that only one side names, and of which exactly
   * one on each side is equal but for its name. Two alike would make it a guess.
   */
  static SortedMap<Identifier, Identifier> renamed(DomainType from, DomainType to) {
    Map<Constraint.Check, SortedSet<Identifier>> gone = nameless(from, to);
    Map<Constraint.Check, SortedSet<Identifier>> come = nameless(to, from);
    SortedMap<Identifier, Identifier> renamed = new TreeMap<>();
    gone.forEach(
        (check, names) -> {
          SortedSet<Identifier> others = come.getOrDefault(check, new TreeSet<>());
          if (names.size() == 1 && others.size() == 1) {
            renamed.put(names.first(), others.first());
          }
        });
    return renamed;
  }

  private static Map<Constraint.Check, SortedSet<Identifier>> nameless(
      DomainType domain, DomainType other) {
    Map<Constraint.Check, SortedSet<Identifier>> found = new HashMap<>();
    domain.checks().stream()
        .filter(check -> other.check(check.name()).isEmpty())
        .filter(Predicate.not(DomainChanges::calls))
        .forEach(
            check ->
                found
                    .computeIfAbsent(check.withName(Identifier.NONE), one -> new TreeSet<>())
                    .add(check.name()));
    return found;
  }

  private static boolean isValidated(Constraint.Check from, Constraint.Check to) {
    boolean same = from.expression().equals(to.expression());
    return same && !from.validated() && to.validated() && !calls(from);
  }

  // It steps aside, and comes back as it is to be, where what it calls is made anew.
  private static boolean calls(Constraint.Check check) {
    SortedSet<ObjectRef> uses = new TreeSet<>();
    References.expression(check.expression(), uses);
    return uses.stream().anyMatch(ref -> ref.kind() == ObjectKind.ROUTINE);
  }

  private static DdlStatement altered(DomainType domain, ObjectAction action) {
    return new DdlStatement.AlterObject(domain.ref(), false, action);
  }
}
