package dev.schemend.cli.explain;

import dev.schemend.blame.Provenance;
import dev.schemend.blame.Trail;
import dev.schemend.cli.kit.Definitions;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.state.ReadState;
import dev.schemend.history.NearestNames;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds objects of a history by the names that people use for them. */
public final class Stories {

  /** Parts of a table that a person names without the table. */
  private static final Set<ObjectKind> KNOWN_BY_THEIR_OWN_NAME =
      EnumSet.of(
          ObjectKind.INDEX,
          ObjectKind.CONSTRAINT,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.RULE);

  private final DialectKit kit;
  private final Schema schema;
  private final Provenance provenance;

  /** The stories in a history that was read. */
  public Stories(DialectKit kit, ReadState history) {
    this.kit = kit;
    this.schema = history.schema();
    this.provenance = history.provenance().orElse(Provenance.NONE);
  }

  /**
   * The objects that {@code name} means: {@code users}, {@code app.users}, {@code users.email},
   * {@code users_email_idx}. Those of the very same letters, else those that differ in case. What
   * is there at the end comes before what is gone.
   *
   * @param kinds which kinds are meant; empty for any
   */
  public List<Story> find(Set<ObjectKind> kinds, String name) {
    List<ObjectRef> known = known(kinds).toList();
    List<Story> exact = stories(known, form -> form.equals(name));
    List<Story> found =
        exact.isEmpty() ? stories(known, form -> form.equalsIgnoreCase(name)) : exact;
    List<Story> present = found.stream().filter(Story::present).toList();
    return present.isEmpty() ? found : present;
  }

  private List<Story> stories(List<ObjectRef> known, Predicate<String> meant) {
    return known.stream()
        .filter(ref -> forms(ref).stream().anyMatch(meant))
        .map(this::story)
        .toList();
  }

  private Story story(ObjectRef ref) {
    List<String> definition = new Definitions(kit).of(schema, ref);
    Optional<Trail> trail = provenance.trail(ref);
    boolean present = trail.map(Trail::isAlive).orElse(schema.has(ref));
    return new Story(ref, present, definition, trail);
  }

  /** Names near one that means nothing, of the kinds that are meant; empty for any. */
  public List<String> nearest(Set<ObjectKind> kinds, String name) {
    return NearestNames.of(
        name, known(kinds).map(ref -> forms(ref).getFirst()).distinct().toList());
  }

  private Stream<ObjectRef> known(Set<ObjectKind> kinds) {
    return known().stream().filter(ref -> kinds.isEmpty() || kinds.contains(ref.kind()));
  }

  private SortedSet<ObjectRef> known() {
    SortedSet<ObjectRef> known = new TreeSet<>();
    provenance.trails().keys().forEach(known::add);
    schema.objects().values().map(SchemaObject::ref).forEach(known::add);
    return known;
  }

  /** The ways to write a name, the usual one first. */
  private List<String> forms(ObjectRef ref) {
    List<String> forms = new ArrayList<>();
    ObjectName name = ref.name();
    String own = name.name().text();
    String part = ref.member().isNone() ? "" : "." + ref.member().text();
    boolean usual = !name.isQualified() || name.schema().equals(kit.profile().defaultSchema());
    if (name.isQualified()) {
      forms.add(name.schema().text() + "." + own + part);
    }
    forms.add(usual ? 0 : forms.size(), own + part);
    if (KNOWN_BY_THEIR_OWN_NAME.contains(ref.kind())) {
      forms.add(ref.member().text());
    }
    return forms;
  }
}
