package dev.schemend.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepGraphTest {

  private static final ObjectRef A = table("a");
  private static final ObjectRef B = table("b");

  private static ObjectRef table(String name) {
    return ObjectRef.table(ObjectName.unqualified(Identifier.of(name)));
  }

  private static PlannedStep step(StepLabel label, ObjectRef about) {
    return PlannedStep.of(
        new Step(
            label,
            List.of(new DdlStatement.CreateSchema(about.name().name(), false)),
            TransactionMode.TRANSACTIONAL),
        about);
  }

  private static void inOrder(PlannedStep first, PlannedStep second) {
    Ordering expected = new Ordering.Ordered(List.of(first.step(), second.step()));
    assertEquals(expected, StepGraph.order(List.of(first, second)));
    assertEquals(expected, StepGraph.order(List.of(second, first)));
  }

  @Test
  void placesDecideBeforeNamesDo() {
    inOrder(step(StepLabel.DROP_TABLE, B), step(StepLabel.CREATE_TABLE, A));
    inOrder(step(StepLabel.CREATE_TABLE, A), step(StepLabel.CREATE_TABLE, B));
  }

  @Test
  void factsOverrulePlaces() {
    inOrder(
        step(StepLabel.RENAME_INDEX, A).freeing(Set.of(A)),
        step(StepLabel.CREATE_INDEX, B).making(Set.of(A)));
    inOrder(
        step(StepLabel.CREATE_TABLE, B).making(Set.of(B)),
        step(StepLabel.CREATE_SEQUENCE, A).needing(Set.of(B)));
    inOrder(
        step(StepLabel.DROP_INDEX, B).releasing(Set.of(A)),
        step(StepLabel.ALTER_ENUM, A).freeing(Set.of(A)));
  }

  @Test
  void whatABodyMentionsIsMadeBeforeIt() {
    inOrder(
        step(StepLabel.CREATE_TABLE, B).making(Set.of(B)),
        step(StepLabel.CREATE_SEQUENCE, A).mentioning(Set.of(B.name().name())));
  }

  @Test
  void aMentionYieldsToAFact() {
    inOrder(
        step(StepLabel.CREATE_SEQUENCE, A).making(Set.of(A)).mentioning(Set.of(B.name().name())),
        step(StepLabel.CREATE_TABLE, B).making(Set.of(B)).needing(Set.of(A)));
    inOrder(
        step(StepLabel.CREATE_SEQUENCE, A).making(Set.of(A)).mentioning(Set.of(B.name().name())),
        step(StepLabel.CREATE_SEQUENCE, B).making(Set.of(B)).mentioning(Set.of(A.name().name())));
  }

  @Test
  void aCycleNamesItsMembers() {
    PlannedStep one = step(StepLabel.RENAME_INDEX, A).freeing(Set.of(A)).making(Set.of(B));
    PlannedStep other = step(StepLabel.RENAME_INDEX, B).freeing(Set.of(B)).making(Set.of(A));
    assertEquals(
        new Ordering.Cyclic(List.of(A, B)),
        StepGraph.order(List.of(one, other, step(StepLabel.COMMENT, table("c")))));
  }
}
