package dev.schemend.cli.render;

import dev.schemend.model.DefaultRights;
import dev.schemend.model.Grant;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What differs between rights, in words: {@code owner b, not a; + SELECT for c}. */
final class RightsText {

  private RightsText() {}

  /** Empty for anything but rights. */
  static Optional<String> of(SchemaObject from, SchemaObject to) {
    if (from instanceof Rights older && to instanceof Rights newer) {
      List<String> parts = new ArrayList<>();
      if (!older.owner().equals(newer.owner())) {
        parts.add("owner " + role(newer.owner()) + ", not " + role(older.owner()));
      }
      grants(taken(older, newer), newer.grants(), parts);
      return Optional.of(String.join("; ", parts));
    }
    if (from instanceof DefaultRights older && to instanceof DefaultRights newer) {
      List<String> parts = new ArrayList<>();
      grants(older.grants(), newer.grants(), parts);
      return Optional.of(String.join("; ", parts));
    }
    return Optional.empty();
  }

  // A new owner takes the old one's rights along: that needs no word.
  private static Collection<Grant> taken(Rights older, Rights newer) {
    return older.grants().stream()
        .map(
            one ->
                new Grant(
                    moved(one.grantee(), older, newer),
                    moved(one.grantor(), older, newer),
                    one.privilege(),
                    one.grantable()))
        .toList();
  }

  private static Role moved(Role role, Rights older, Rights newer) {
    return older.owner().filter(role::equals).isPresent() ? newer.owner().orElse(role) : role;
  }

  private static String role(Optional<Role> role) {
    return role.map(Role::toString).orElse("nobody");
  }

  private static void grants(Collection<Grant> from, Collection<Grant> to, List<String> parts) {
    list("- ", without(from, to), parts);
    list("+ ", without(to, from), parts);
  }

  private static List<Grant> without(Collection<Grant> some, Collection<Grant> others) {
    return some.stream().filter(one -> !others.contains(one)).toList();
  }

  /** One part for each role that is granted to. */
  private static void list(String sign, List<Grant> grants, List<String> parts) {
    Map<Role, List<Grant>> byGrantee =
        grants.stream()
            .collect(Collectors.groupingBy(Grant::grantee, TreeMap::new, Collectors.toList()));
    byGrantee.forEach(
        (grantee, own) ->
            parts.add(
                sign
                    + own.stream()
                        .map(one -> one.privilege() + (one.grantable() ? " with grant option" : ""))
                        .distinct()
                        .collect(Collectors.joining(", "))
                    + " for "
                    + grantee));
  }
}
