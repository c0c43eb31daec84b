package dev.schemend.parser.prisma.sql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.Key;
import dev.schemend.parser.prisma.model.ScalarField;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** PORT: how one dialect writes what a schema means. */
public interface SqlShape {

  /** How names become identifiers. */
  IdentifierRules identifiers();

  /** How many bytes a name may have. */
  int longestName();

  /**
   * What comes before all tables: schemas, extensions, enums.
   *
   * @param schemas the names of the database schemas to create, in their order
   */
  List<DdlStatement> preamble(Datamodel datamodel, List<String> schemas);

  /**
   * What is taken to be there already: on PostgreSQL an extension, which may have brought any type
   * or function, since a schema need not list the extensions that it uses.
   */
  List<DefinedObject> assumed();

  /** The type of a column, as Prisma writes it; the counting type where the field is counted. */
  SqlType type(ScalarField field, Datamodel datamodel);

  /** The type of a column that holds keys of {@code field}, which nothing counts. */
  SqlType referringType(ScalarField field, Datamodel datamodel);

  /** The default of a column, as Prisma writes it. */
  Optional<SqlExpr> defaultValue(ScalarField field, Datamodel datamodel);

  /** Whether the server lets a default read other columns. */
  boolean defaultsReadColumns();

  /** Whether counting is a property of the column rather than of its type. */
  boolean countsInColumn();

  /** Whether a primary key bears its name. */
  boolean namesPrimaryKeys();

  /** Whether indexes are written inside of {@code CREATE TABLE}. */
  boolean indexesInTable();

  /** Whether the table of a relation of lists has a primary key under that version. */
  boolean keysRelationTables(PrismaVersion version);

  /** An index. */
  Index index(Key key, Datamodel datamodel);

  /** An index that no schema describes. */
  Index index(Identifier name, Index.Kind kind, List<IndexPart> parts);

  /** The options of each table. */
  TableOptions tableOptions();
}
