package dev.schemend.exec.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.ddl.DdlStatement.CreateOpaque;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NeedsFirstTest {

  /** Each view reads the one of the drawn number; numbers not below its own would make circles. */
  @Property
  void everyViewStandsBehindThoseItReads(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 11) Integer> reads) {
    List<CreateOpaque> views =
        IntStream.range(0, reads.size())
            // Numbers are turned round, so that the order of names is never the answer.
            .mapToObj(i -> view(i, reads.get(i) < i ? List.of(ref(reads.get(i))) : List.of()))
            .toList()
            .reversed();
    List<CreateOpaque> ordered = order(views);
    assertEquals(new HashSet<>(views), new HashSet<>(ordered));
    Set<ObjectRef> seen = new HashSet<>();
    for (CreateOpaque view : ordered) {
      assertTrue(seen.containsAll(view.object().dependsOn()), () -> "too early: " + view);
      seen.add(view.object().ref());
    }
  }

  @Property
  void aCircleEnds(@ForAll @IntRange(min = 1, max = 8) int size) {
    List<CreateOpaque> circle =
        IntStream.range(0, size).mapToObj(i -> view(i, List.of(ref((i + 1) % size)))).toList();
    assertEquals(size, order(circle).size());
  }

  private static List<CreateOpaque> order(List<CreateOpaque> views) {
    return NeedsFirst.order(views, view -> view.object().ref(), view -> view.object().dependsOn());
  }

  private static CreateOpaque view(int number, List<ObjectRef> reads) {
    return new CreateOpaque(OpaqueObject.of(ref(number), "", reads), false);
  }

  private static ObjectRef ref(int number) {
    return ObjectRef.to(
        ObjectKind.VIEW, ObjectName.unqualified(Identifier.of("v" + (100 - number))));
  }
}
