package dev.schemend.parser.prisma.model;

import dev.schemend.model.ReferentialAction;
import java.util.List;
import java.util.Objects;

/** What ties models together. Models are named as in the schema. */
public sealed interface Relation {

  /**
   * Columns that name rows of another table.
   *
   * @param model whose columns
   * @param fields which
   * @param target the other model
   * @param references its fields
   * @param onDelete when a row of it goes
   * @param onUpdate when its key changes
   * @param name the name of the foreign key in the database
   */
  record ForeignKey(
      String model,
      List<ScalarField> fields,
      String target,
      List<ScalarField> references,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      String name)
      implements Relation {
    /** Copies the fields. */
    public ForeignKey {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(onDelete, "onDelete");
      Objects.requireNonNull(onUpdate, "onUpdate");
      Objects.requireNonNull(name, "name");
      fields = List.copyOf(fields);
      references = List.copyOf(references);
    }
  }

  /**
   * A relation that is kept in a table of its own, which no model describes.
   *
   * @param name the relation's name, without the underscore
   * @param first the model of column A
   * @param second the model of column B
   */
  record ManyToMany(String name, String first, String second) implements Relation {}
}
