package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.RightsAction;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.dialect.postgres.PostgresRights;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Grant;
import dev.schemend.model.Privilege;
import dev.schemend.model.References;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads owners and privileges: the statements that lead there from what new objects of the
 * session's role have.
 */
record AccessReader(
    CatalogSession catalogs,
    List<?> parameters,
    CatalogNames names,
    CatalogTexts texts,
    PostgresRights rights,
    RightsBasis basis) {

  private record Row(Rights rights, Optional<String> routine) {}

  /** What is said of {@code known} objects; of others nothing is. */
  List<DdlStatement> read(Set<ObjectRef> known) {
    Map<List<String>, Row> rows = new LinkedHashMap<>();
    catalogs.rows(
        AccessQueries.RIGHTS,
        parameters,
        row -> {
          Row one = row(row);
          rows.merge(key(row, 4), one, AccessReader::joined);
          return one;
        });
    Map<ObjectName, Role> owners = new HashMap<>();
    List<DdlStatement> statements = new ArrayList<>();
    for (Row row : rows.values()) {
      if (References.ROW_SOURCES.contains(row.rights().on().kind())) {
        row.rights().owner().ifPresent(owner -> owners.put(row.rights().on().name(), owner));
      }
    }
    for (Row row : rows.values()) {
      Optional<Rights> found = row.routine().isEmpty() ? Optional.of(row.rights()) : routine(row);
      found
          .filter(one -> isKnown(one.on(), known))
          .ifPresent(one -> statements.addAll(statements(one, owners)));
    }
    return statements;
  }

  private static boolean isKnown(ObjectRef on, Set<ObjectRef> known) {
    return on.kind() == ObjectKind.COLUMN
        ? References.ROW_SOURCES.stream()
            .anyMatch(kind -> known.contains(ObjectRef.to(kind, on.name())))
        : known.contains(on);
  }

  private List<DdlStatement> statements(Rights found, Map<ObjectName, Role> owners) {
    boolean column = found.owner().isEmpty();
    Role owner = found.owner().orElseGet(() -> owners.get(found.on().name()));
    return rights.between(
        column ? PostgresRights.none(found.on()) : rights.initial(found.on(), basis.session()),
        found,
        owner);
  }

  // The types of its arguments are read as those of a statement are.
  private Optional<Rights> routine(Row row) {
    String text = row.routine().orElseThrow();
    return texts
        .definition(
            "ALTER " + row.rights().on().kind() + " " + text + " OWNER TO CURRENT_USER", text)
        .stream()
        .flatMap(
            statement ->
                statement instanceof DdlStatement.ChangeRights change
                        && change.action() instanceof RightsAction.OwnerTo owner
                    ? Stream.of(row.rights().withOn(owner.object()))
                    : Stream.empty())
        .findFirst();
  }

  private Row row(ResultSet row) throws SQLException {
    ObjectKind kind = ObjectKind.valueOf(row.getString(1));
    boolean routine = kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE;
    ObjectRef on = routine ? ObjectRef.to(kind, names.object(row, 2)) : names.ref(row, 1);
    Optional<Role> owner = Optional.ofNullable(row.getString(5)).map(AccessReader::role);
    return new Row(
        new Rights(on, owner, grants(row, 6)),
        routine ? Optional.of(row.getString(4)) : Optional.empty());
  }

  private static Row joined(Row one, Row other) {
    return new Row(
        one.rights().withGrants(union(one.rights().grants(), other.rights().grants())),
        one.routine());
  }

  private static SortedSet<Grant> union(Collection<Grant> one, Collection<Grant> other) {
    SortedSet<Grant> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static List<String> key(ResultSet row, int columns) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      key.add(row.getString(i));
    }
    return key;
  }

  // A privilege that a newer server has and nobody here knows is nobody's to compare.
  private static SortedSet<Grant> grants(ResultSet row, int first) throws SQLException {
    SortedSet<Grant> grants = new TreeSet<>();
    String privileges = row.getString(first + 2);
    if (privileges != null) {
      Role grantee = role(row.getString(first));
      Role grantor = role(row.getString(first + 1));
      for (String word : privileges.split(",", -1)) {
        boolean grantable = word.endsWith("*");
        Privilege.named(grantable ? word.substring(0, word.length() - 1) : word)
            .ifPresent(one -> grants.add(new Grant(grantee, grantor, one, grantable)));
      }
    }
    return grants;
  }

  private static Role role(String name) {
    return name.isEmpty() ? Role.PUBLIC : Role.named(Identifier.of(name));
  }

  /**
   * What is granted on objects that are made later.
   *
   * @param everything whether the scope is the whole database, to which those of no schema belong
   */
  List<DdlStatement> defaults(boolean everything) {
    List<Object> withScope = new ArrayList<>(parameters);
    withScope.add(everything);
    Map<List<String>, DefaultRights> rows = new LinkedHashMap<>();
    catalogs.rows(
        AccessQueries.DEFAULTS,
        withScope,
        row -> {
          DefaultRights one =
              new DefaultRights(
                  role(row.getString(1)),
                  names.schema(row.getString(2)),
                  DefaultRights.Kind.valueOf(row.getString(3)),
                  grants(row, 4));
          return rows.merge(
              key(row, 3),
              one,
              (left, right) -> left.withGrants(union(left.grants(), right.grants())));
        });
    return rows.values().stream()
        .flatMap(
            one ->
                rights
                    .between(rights.initial(one.role(), one.schema(), one.objects()), one)
                    .stream())
        .toList();
  }
}
