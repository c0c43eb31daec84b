package dev.schemend.parser.postgres;

import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.RightsAction.Option;
import dev.schemend.model.Privilege;
import dev.schemend.model.Role;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/** Statements on owners and privileges. */
final class RightsPrinter {

  private final ObjectPrinter objects;

  RightsPrinter(ObjectPrinter objects) {
    this.objects = objects;
  }

  String print(RightsAction action) {
    return switch (action) {
      case RightsAction.Privileges change -> privileges(change);
      case RightsAction.Defaults defaults -> defaults(defaults);
      case RightsAction.OwnerTo change ->
          "ALTER "
              + ownedKind(change.object())
              + " "
              + (change.ifExists() ? "IF EXISTS " : "")
              + object(change.object())
              + " OWNER TO "
              + role(change.owner());
      case RightsAction.ReassignOwned reassign ->
          "REASSIGN OWNED BY " + roles(reassign.from()) + " TO " + role(reassign.to());
      case RightsAction.DropOwned drop ->
          "DROP OWNED BY " + roles(drop.roles()) + TablePrinter.behavior(drop.behavior());
      case RightsAction.RenameRole rename ->
          "ALTER ROLE " + Quoting.name(rename.from()) + " RENAME TO " + Quoting.name(rename.to());
    };
  }

  private String privileges(RightsAction.Privileges change) {
    String what =
        change.privileges().isEmpty()
            ? "ALL"
            : change.privileges().stream()
                .map(RightsPrinter::use)
                .collect(Collectors.joining(", "));
    return verb(change.grant(), change.option())
        + what
        + " ON "
        + target(change.target())
        + ends(change.grant(), change.grantees(), change.option())
        + change.grantor().map(by -> " GRANTED BY " + role(by)).orElse("")
        + TablePrinter.behavior(change.behavior());
  }

  private static String verb(boolean grant, Option option) {
    return grant
        ? "GRANT "
        : "REVOKE " + (option == Option.GRANT_OPTION ? "GRANT OPTION FOR " : "");
  }

  private static String ends(boolean grant, List<Role> grantees, Option option) {
    return (grant ? " TO " : " FROM ")
        + roles(grantees)
        + (grant && option == Option.GRANT_OPTION ? " WITH GRANT OPTION" : "");
  }

  private static String use(RightsAction.Use use) {
    return use.privilege().map(Privilege::name).orElse("ALL")
        + (use.columns().isEmpty() ? "" : " (" + names(use.columns()) + ")");
  }

  private String target(RightsAction.Target target) {
    return switch (target) {
      case RightsAction.Target.Named named ->
          grantedKind(named.objects().getFirst())
              + named.objects().stream().map(this::granted).collect(Collectors.joining(", "));
      case RightsAction.Target.AllIn all ->
          "ALL " + all.family() + " IN SCHEMA " + names(all.schemas());
    };
  }

  // Aggregates are granted on as functions.
  private String granted(ObjectRef ref) {
    return object(
        ref.kind() == ObjectKind.AGGREGATE
            ? new ObjectRef(ObjectKind.ROUTINE, ref.name(), ref.member())
            : ref);
  }

  // Views and the like are granted on as tables.
  private static String grantedKind(ObjectRef object) {
    return switch (object.kind()) {
      case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, TABLE -> "TABLE ";
      case AGGREGATE -> "ROUTINE ";
      case FOREIGN_SERVER -> "FOREIGN SERVER ";
      default -> ObjectPrinter.kind(object.kind()) + " ";
    };
  }

  private static String ownedKind(ObjectRef object) {
    return switch (object.kind()) {
      case FOREIGN_SERVER -> "SERVER";
      case STATISTICS -> "STATISTICS";
      default -> ObjectPrinter.kind(object.kind());
    };
  }

  private String object(ObjectRef ref) {
    return objects.object(ref);
  }

  private String defaults(RightsAction.Defaults change) {
    return "ALTER DEFAULT PRIVILEGES"
        + (change.roles().isEmpty() ? "" : " FOR ROLE " + roles(change.roles()))
        + (change.schemas().isEmpty() ? "" : " IN SCHEMA " + names(change.schemas()))
        + " "
        + verb(change.grant(), change.option())
        + (change.privileges().isEmpty()
            ? "ALL"
            : change.privileges().stream().map(Privilege::name).collect(Collectors.joining(", ")))
        + " ON "
        + change.objects()
        + ends(change.grant(), change.grantees(), change.option())
        + TablePrinter.behavior(change.behavior());
  }

  private static String names(List<Identifier> names) {
    return names.stream().map(Quoting::name).collect(Collectors.joining(", "));
  }

  private static String roles(List<Role> roles) {
    return roles.stream().map(RightsPrinter::role).collect(Collectors.joining(", "));
  }

  static String role(Role role) {
    return switch (role.kind()) {
      case NAMED -> Quoting.name(role.name());
      case PUBLIC, CURRENT, SESSION -> role.toString();
    };
  }
}
