package dev.schemend.dialect.mysql;

import dev.schemend.apply.Rejection;
import dev.schemend.apply.Session;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;

/** What names mean for one statement: a schema, the current database, and the facts at hand. */
record MySqlScope(Schema schema, Session session, MySqlDialect dialect, MySqlErrors errors) {

  MySqlScope with(Schema newSchema) {
    return new MySqlScope(newSchema, session, dialect, errors);
  }

  /** {@code written} in the current database, unless it names its own. */
  ObjectName qualify(ObjectName written) {
    Identifier database = written.isQualified() ? written.schema() : session.searchPath().get(0);
    return new ObjectName(database(database), written.name());
  }

  /** A database by the name it has in a schema: the connection's own goes without. */
  Identifier database(Identifier written) {
    return written.equals(dialect.profile().database()) ? Identifier.NONE : written;
  }

  /** The name for a new object: its database must exist. */
  ObjectName toCreate(ObjectName written) {
    ObjectName name = qualify(written);
    if (name.isQualified() && !schema.has(ObjectRef.schema(name.schema()))) {
      throw errors.unknownDatabase(ObjectRef.schema(name.schema()));
    }
    return name;
  }

  /** The table that a statement means: a temporary one hides the lasting one of its name. */
  Optional<Table> findTable(ObjectName written) {
    ObjectName name = qualify(written);
    return carried(MySqlTemporary.name(name)).or(() -> Optional.of(name)).flatMap(schema::table);
  }

  Optional<Table> findTemporary(ObjectName written) {
    return schema.table(MySqlTemporary.name(qualify(written)));
  }

  Table table(ObjectName written) {
    return findTable(written).orElseThrow(() -> missing(qualify(written)));
  }

  private Rejection missing(ObjectName name) {
    ObjectRef view = ObjectRef.to(ObjectKind.VIEW, name);
    if (schema.has(view)) {
      return errors.notBaseTable(view);
    }
    return carried(MySqlTemporary.name(name))
        .or(() -> carried(name))
        .map(MySqlSelectedTables::undecidable)
        .orElseGet(() -> errors.noSuchTable(name));
  }

  /** The name of a table that is there, and of which nothing else is known. */
  Optional<ObjectName> carried(ObjectName name) {
    return Optional.of(name).filter(one -> schema.has(ObjectRef.table(one)));
  }

  /** Whether a table or view has that name. */
  boolean isTaken(ObjectName name) {
    return schema.table(name).isPresent()
        || schema.has(ObjectRef.to(ObjectKind.VIEW, name))
        || schema.has(ObjectRef.to(ObjectKind.SEQUENCE, name));
  }
}
