package dev.schemend.rename;

import dev.schemend.model.AccessObject;
import dev.schemend.model.Column;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Declaration;
import dev.schemend.model.DomainType;
import dev.schemend.model.EnumType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.RangeType;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.ObjectKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an object is made of, as values that can be counted and found again. Objects whose drop
 * loses nothing that a new one would not have are made of nothing: nobody asks what became of them.
 */
final class Features {

  private record Part(Object name, Object content) {}

  /** What is declared as a list of facts, and granted to people. */
  private static final Set<ObjectKind> HAVING_RIGHTS =
      EnumSet.of(ObjectKind.AGGREGATE, ObjectKind.FOREIGN_DATA_WRAPPER, ObjectKind.FOREIGN_SERVER);

  private Features() {}

  static Set<Object> of(Schema schema, SchemaObject object) {
    Set<Object> features = new LinkedHashSet<>();
    switch (object) {
      case Table table -> {
        for (int i = 0; i < table.columns().size(); i++) {
          Column column = table.columns().get(i);
          features.add(new Part(column.name(), column.type()));
          // Where columns were renamed with their table, their places are still the same.
          features.add(new Part(i, column.type()));
        }
      }
      case View view -> {
        features.addAll(view.columns());
        features.add(view.query());
      }
      case MaterializedView view -> {
        features.addAll(view.columns());
        features.add(view.query());
      }
      case EnumType type -> features.addAll(type.labels());
      case DomainType domain -> {
        features.add(domain.type());
        domain.checks().forEach(check -> features.add(check.expression()));
      }
      case CompositeType composite ->
          composite.attributes().forEach(one -> features.add(new Part(one.name(), one.type())));
      case RangeType range -> features.add(range.subtype());
      case Sequence sequence -> {
        if (sequence.ownedBy().isEmpty()) {
          features.add(sequence.options());
        }
      }
      case Namespace namespace ->
          schema
              .dependants(namespace.ref())
              .forEach(ref -> features.add(new Part(ref.kind(), ref.name().name())));
      case Routine routine -> {
        features.add(new Part(routine.language(), routine.body()));
        features.add(new Part(routine.arguments(), routine.result()));
        routine.attributes().forEach((name, value) -> features.add(new Part(name, value)));
      }
      case Trigger trigger -> {}
      case StoredDefinition definition -> {
        if (definition.is(ObjectKind.VIEW)) {
          features.addAll(definition.columns());
          features.addAll(definition.dependsOn());
          features.add(
              definition.body().query().<Object>map(query -> query).orElse(definition.body()));
        }
      }
      case Policy policy -> {}
      case Declaration declaration -> {
        if (HAVING_RIGHTS.contains(declaration.ref().kind())) {
          declaration.facts().forEach((word, fact) -> features.add(new Part(word, fact)));
        }
      }
      case RewriteRule rule -> {}
      case Extension extension -> {}
      case ForeignTable foreign ->
          foreign
              .table()
              .columns()
              .forEach(column -> features.add(new Part(column.name(), column.type())));
      case Comment comment -> {}
      case AccessObject rights -> {}
      case OpaqueObject opaque -> {}
    }
    return features;
  }
}
