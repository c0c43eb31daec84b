package dev.schemend.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import dev.schemend.type.SqlType;
import dev.schemend.type.TypeSystem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchemaDifferTest {

  private static final Dialect DIALECT =
      new PostgresDialect(
          new ServerProfile(
              Flavor.POSTGRESQL,
              ServerVersion.of(16, 0, 0),
              Identifier.of("public"),
              false,
              "",
              ""));
  private static final SqlType TEXT = SqlType.builtin("text");

  private static ObjectName name(String text) {
    return new ObjectName(Identifier.of("public"), Identifier.of(text));
  }

  private static Table table(String name, Column... columns) {
    return new Table(name(name), List.of(columns), List.of(), List.of(), TableOptions.NONE);
  }

  private static Column column(String name) {
    return Column.of(Identifier.of(name), TEXT);
  }

  private static Index index(String name, String column) {
    return Index.of(
        Identifier.of(name), Index.Kind.PLAIN, List.of(IndexPart.column(Identifier.of(column))));
  }

  private static List<Change> diff(Table from, Table to) {
    return new SchemaDiffer(DIALECT).diff(Schema.empty().with(from), Schema.empty().with(to));
  }

  private static List<TableDifference> differences(Table from, Table to) {
    return diff(from, to).stream()
        .flatMap(change -> ((Change.TableAltered) change).differences().stream())
        .toList();
  }

  @Test
  void anIndexThatDiffersByNameAloneIsRenamed() {
    Table table = table("t", column("a"));
    assertEquals(
        List.of(new TableDifference.IndexRenamed(index("i", "a"), index("j", "a"))),
        differences(table.plus(index("i", "a")), table.plus(index("j", "a"))));
  }

  @Test
  void twoCandidatesAreNoRename() {
    Table table = table("t", column("a"));
    assertEquals(
        List.of(
            new TableDifference.IndexDropped(index("i", "a")),
            new TableDifference.IndexAdded(index("j", "a")),
            new TableDifference.IndexAdded(index("k", "a"))),
        differences(
            table.plus(index("i", "a")), table.plus(index("j", "a")).plus(index("k", "a"))));
  }

  @Test
  void columnsAreNeverGuessedToBeRenamed() {
    assertEquals(
        List.of(
            new TableDifference.ColumnDropped(column("a")),
            new TableDifference.ColumnAdded(column("b"))),
        differences(table("t", column("a")), table("t", column("b"))));
  }

  @Test
  void orderIsADifferenceOfItsOwn() {
    Identifier a = Identifier.of("a");
    Identifier b = Identifier.of("b");
    assertEquals(
        List.of(new TableDifference.ColumnsReordered(List.of(a, b), List.of(b, a))),
        differences(table("t", column("a"), column("b")), table("t", column("b"), column("a"))));
  }

  @Test
  void textsOfOpaqueObjectsProveNothing() {
    ObjectRef view = ObjectRef.to(ObjectKind.VIEW, name("v"));
    assertEquals(
        List.of(new Change.Unproven(view, "select 1", "select  1")),
        new SchemaDiffer(DIALECT)
            .diff(
                Schema.empty().with(OpaqueObject.of(view, "select 1", List.of())),
                Schema.empty().with(OpaqueObject.of(view, "select  1", List.of()))));
  }

  @Test
  void whatTwoVersionsShareIsNotLookedInto() {
    AtomicInteger comparisons = new AtomicInteger();
    Schema from = Schema.empty();
    for (int i = 0; i < 1000; i++) {
      from = from.with(table("t" + i, defaulting("0")));
    }
    Schema to = from.with(table("t7", defaulting("1")));
    new SchemaDiffer(counting(comparisons)).diff(from, to);
    assertEquals(1, comparisons.get());
  }

  private static Column defaulting(String digits) {
    return column("a").withDefault(Optional.of(new SqlExpr.NumberLiteral(digits)));
  }

  private static Dialect counting(AtomicInteger comparisons) {
    ExpressionRules rules =
        new ExpressionRules() {
          @Override
          public SqlExpr canonical(SqlExpr expression, Optional<SqlType> context) {
            return expression;
          }

          @Override
          public Equivalence compare(SqlExpr left, SqlExpr right) {
            comparisons.incrementAndGet();
            return Equivalence.DIFFERENT;
          }
        };
    return new Dialect() {
      @Override
      public ServerProfile profile() {
        return DIALECT.profile();
      }

      @Override
      public IdentifierRules identifiers() {
        return DIALECT.identifiers();
      }

      @Override
      public TypeSystem types() {
        return DIALECT.types();
      }

      @Override
      public ExpressionRules expressions() {
        return rules;
      }
    };
  }
}
