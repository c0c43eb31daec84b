package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
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

/**
 * The configurations that calls of text search functions name in a literal. The server keeps which
 * one is meant (regconfig), and shows its schema where it is not on the search path (regconfigout).
 */
final class SearchConfigurations {

  /** Functions whose first of several arguments is a configuration (manual, 9.13). */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "to_tsvector",
          "to_tsquery",
          "plainto_tsquery",
          "phraseto_tsquery",
          "websearch_to_tsquery",
          "json_to_tsvector",
          "jsonb_to_tsvector",
          "ts_headline");

  private SearchConfigurations() {}

  /** The arguments of a call, a configuration of the schema's own with the schema that it is in. */
  static List<SqlExpr> resolve(Scope scope, ObjectName function, List<SqlExpr> arguments) {
    if (arguments.size() < 2 || !FUNCTIONS.contains(function.name().key())) {
      return arguments;
    }
    SqlExpr first = arguments.getFirst();
    boolean cast = first instanceof SqlExpr.Cast of && isConfiguration(of.type());
    SqlExpr name = cast ? ((SqlExpr.Cast) first).operand() : first;
    if (!(name instanceof SqlExpr.StringLiteral literal)) {
      return arguments;
    }
    Optional<ObjectName> found = find(scope, literal.value());
    if (found.isEmpty()) {
      return arguments;
    }
    List<SqlExpr> resolved = new ArrayList<>(arguments);
    resolved.set(0, new SqlExpr.StringLiteral(literal.prefix(), Signatures.text(found.get())));
    return resolved;
  }

  private static boolean isConfiguration(SqlType type) {
    return type instanceof SqlType.Builtin builtin && builtin.name().equals("regconfig");
  }

  private static Optional<ObjectName> find(Scope scope, String text) {
    List<Identifier> path = Signatures.path(text);
    if (path.isEmpty() || path.size() > 2) {
      return Optional.empty();
    }
    ObjectName written =
        new ObjectName(path.size() == 1 ? Identifier.NONE : path.getFirst(), path.getLast());
    return scope.find(written, List.of(ObjectKind.TEXT_SEARCH_CONFIGURATION)).map(ObjectRef::name);
  }
}
