package dev.schemend.parser.prisma.pull;

import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.Argument;
import dev.schemend.parser.prisma.Attribute;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.DefaultValue;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.parser.prisma.model.FieldKind;
import dev.schemend.parser.prisma.model.Key;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.ScalarField;
import dev.schemend.plan.Change;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a schema up to its database, and leaves everything as its author wrote it that the
 * database does not contradict: order, comments, spelling, and what only the client knows.
 */
public final class SchemaMerge {

  /** Attributes that say something of the database, apart from native types. */
  private static final Set<String> OF_DATABASE =
      Set.of("id", "unique", "default", "map", "relation");

  /** The preview feature without which the database's views are no matter of the schema's. */
  public static final String VIEWS = "views";

  /** What a column of a view is, as only its author knows. */
  private static final Set<String> OF_AUTHOR = Set.of("id", "unique", "ignore");

  private static final String UPDATED = "updatedAt";

  private final Datamodel datamodel;
  private final List<Block> blocks;
  private final PulledSchema pulled;
  private final Touched touched;
  private final Map<String, Edits> files = new LinkedHashMap<>();

  private SchemaMerge(
      Datamodel datamodel,
      List<SourceText> files,
      List<Block> blocks,
      PulledSchema pulled,
      Touched touched) {
    this.datamodel = datamodel;
    this.blocks = blocks;
    this.pulled = pulled;
    this.touched = touched;
    files.forEach(file -> this.files.put(file.name(), new Edits(file)));
  }

  /**
   * The files of a schema, brought up to its database.
   *
   * @param datamodel what they mean
   * @param files their texts
   * @param blocks what is written in them
   * @param pulled the database, under the names that the schema has for it
   * @param changes what leads from the schema to the database
   * @return the texts, those that needed nothing as they are; not formatted
   */
  public static List<SourceText> of(
      Datamodel datamodel,
      List<SourceText> files,
      List<Block> blocks,
      PulledSchema pulled,
      List<Change> changes) {
    return new SchemaMerge(datamodel, files, blocks, pulled, Touched.of(changes)).run();
  }

  private List<SourceText> run() {
    for (Model model : datamodel.models()) {
      if (!model.isView()) {
        model(model);
      } else if (speaksOfViews()) {
        view(model);
      }
    }
    enums();
    StringBuilder added = new StringBuilder();
    for (PulledModel model : pulled.models()) {
      if (datamodel.model(model.name()).isEmpty()) {
        added.append('\n').append(PulledSchema.text(model));
      }
    }
    for (PulledEnum one : pulled.enums()) {
      if (datamodel.enumOf(one.name()).isEmpty()) {
        added.append('\n').append(PulledSchema.text(one));
      }
    }
    if (!added.isEmpty()) {
      files.values().iterator().next().append(added.toString());
    }
    return files.values().stream()
        .map(edits -> new SourceText(edits.name(), edits.applied()))
        .toList();
  }

  private Edits in(SourceSpan span) {
    return files.get(span.source());
  }

  private void model(Model model) {
    Block.Fields block = model.declaration();
    Optional<PulledModel> live = pulled.model(model.name());
    if (live.isEmpty()) {
      in(block.span()).remove(block.span());
      return;
    }
    Set<String> rewritten = keys(model, live.get());
    SourceSpan lastColumn = block.name().span();
    for (FieldDeclaration field : block.fields()) {
      Optional<ScalarField> column = model.field(field.name().text());
      if (column.isPresent()) {
        lastColumn = field.span();
        column(live.get(), column.get(), rewritten);
      } else {
        relation(live.get(), field);
      }
    }
    SourceSpan last =
        block.fields().isEmpty() ? block.name().span() : block.fields().getLast().span();
    for (PulledField field : live.get().fields()) {
      boolean ofColumn = isColumn(field);
      boolean there = ofColumn ? hasColumn(model, field) : hasRelation(model, field.name());
      if (!there && (ofColumn || datamodel.datasource().foreignKeys())) {
        SourceSpan above = ofColumn ? lastColumn : last;
        in(above).below(above, PulledSchema.line(field));
      }
    }
  }

  /**
   * A view: which columns there are, and of which types. Whether one may be empty, tells rows apart
   * or belongs to a relation, only its author knows.
   */
  private void view(Model view) {
    Block.Fields block = view.declaration();
    Optional<PulledModel> live =
        pulled.model(view.name()).filter(one -> one.kind() == Block.Fields.Kind.VIEW);
    if (live.isEmpty()) {
      in(block.span()).remove(block.span());
      return;
    }
    SourceSpan lastColumn = block.name().span();
    for (FieldDeclaration field : block.fields()) {
      Optional<ScalarField> column = view.field(field.name().text());
      if (column.isPresent()) {
        lastColumn = field.span();
        viewColumn(live.get(), column.get());
      }
    }
    for (PulledField field : live.get().fields()) {
      if (!hasColumn(view, field)) {
        in(lastColumn).below(lastColumn, PulledSchema.line(field));
      }
    }
  }

  private boolean isGoneView(Model model) {
    return model.isView() && speaksOfViews() && pulled.model(model.name()).isEmpty();
  }

  private boolean speaksOfViews() {
    return datamodel.previewFeatures().contains(VIEWS);
  }

  private void viewColumn(PulledModel live, ScalarField field) {
    FieldDeclaration declaration = field.declaration();
    Optional<PulledField> now = live.fields().stream().filter(one -> isOf(one, field)).findFirst();
    if (now.isEmpty()) {
      in(declaration.span()).remove(declaration.span());
      return;
    }
    boolean list = declaration.arity() == FieldDeclaration.Arity.LIST;
    boolean sameType =
        bare(now.get().type()).equals(field.kind().written())
            && now.get().type().endsWith("[]") == list;
    if (!sameType) {
      List<String> attributes = new ArrayList<>(now.get().attributes());
      declaration.attributes().stream()
          .filter(one -> OF_AUTHOR.contains(one.name().text()))
          .map(SchemaMerge::written)
          .forEach(attributes::addFirst);
      boolean required = declaration.arity() == FieldDeclaration.Arity.REQUIRED;
      rewrite(
          declaration, required ? now.get().type().replace("?", "") : now.get().type(), attributes);
    }
  }

  private static String bare(String type) {
    return type.replaceAll("(\\?|\\[\\])$", "");
  }

  private static boolean isColumn(PulledField field) {
    return field.source().kind() == ObjectKind.COLUMN;
  }

  private static boolean hasColumn(Model model, PulledField field) {
    return model.fields().stream().anyMatch(one -> isOf(field, one));
  }

  private static boolean hasRelation(Model model, String field) {
    return model.declaration().field(field).isPresent() && model.field(field).isEmpty();
  }

  private static boolean isOf(PulledField pulled, ScalarField field) {
    return isColumn(pulled) && pulled.source().member().text().equals(field.column());
  }

  /** Takes keys away that are no longer so, adds new ones, and names the fields that say some. */
  private Set<String> keys(Model model, PulledModel live) {
    Block.Fields block = model.declaration();
    Set<String> rewritten =
        live.fieldKeys().entrySet().stream()
            .filter(entry -> isTouched(live.table(), entry.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    for (Key key : model.keys().toList()) {
      String name = key.kind() == Key.Kind.PRIMARY ? primaryName(key, live) : key.name();
      if (!isTouched(live.table(), name)) {
        continue;
      }
      Optional<Attribute> atEnd =
          block.attributes().stream().filter(one -> one.span().equals(key.span())).findFirst();
      if (atEnd.isPresent()) {
        in(key.span()).remove(key.span());
      } else {
        rewritten.add(key.fields().getFirst().name());
      }
    }
    for (PulledModel.Attribute key : live.keys()) {
      if (isTouched(live.table(), key.key())) {
        in(block.span()).atEnd(block.span(), key.text());
      }
    }
    return rewritten;
  }

  /** Where primary keys have no names, the database has none to tell. */
  private String primaryName(Key key, PulledModel live) {
    return isTouched(live.table(), "") ? "" : key.name();
  }

  private boolean isTouched(ObjectName table, String key) {
    return touched.keys().contains(new Touched.KeyName(table, key));
  }

  private void column(PulledModel live, ScalarField field, Set<String> rewritten) {
    FieldDeclaration declaration = field.declaration();
    Optional<PulledField> now = live.fields().stream().filter(one -> isOf(one, field)).findFirst();
    if (now.isEmpty()) {
      in(declaration.span()).remove(declaration.span());
      return;
    }
    boolean changed =
        touched.columns().contains(now.get().source())
            || rewritten.contains(field.name())
            || isOtherEnum(field, now.get());
    if (changed) {
      List<String> attributes = new ArrayList<>(now.get().attributes());
      attributes.addAll(ofClient(field, now.get()));
      rewrite(declaration, now.get().type(), attributes);
    }
  }

  private static boolean isOtherEnum(ScalarField field, PulledField now) {
    return field.kind() instanceof FieldKind.EnumOf(String name)
        && !now.type().replaceAll("[?\\[\\]]", "").equals(name);
  }

  private void rewrite(FieldDeclaration field, String type, List<String> attributes) {
    in(field.span())
        .replace(
            field.type().span().start(),
            field.span().end(),
            String.join(" ", type, String.join(" ", attributes)).strip());
  }

  /** What the database does not know of a field and its author has said. */
  private List<String> ofClient(ScalarField field, PulledField now) {
    List<String> attributes = new ArrayList<>();
    boolean defaulted = now.attributes().stream().anyMatch(one -> one.startsWith("@default("));
    boolean ofClient =
        field.defaultValue().filter(DefaultValue.ClientGenerated.class::isInstance).isPresent();
    String nativeType = datamodel.datasource().name() + ".";
    for (Attribute attribute : field.declaration().attributes()) {
      String name = attribute.name().text();
      boolean own = !OF_DATABASE.contains(name) && !name.startsWith(nativeType);
      boolean filled = name.equals("default") && ofClient && !defaulted;
      // What the client fills in, it fills into values of one type.
      boolean kept = (filled || name.equals(UPDATED)) ? isAlike(field, now) : own;
      if (kept) {
        attributes.add(written(attribute));
      }
    }
    return attributes;
  }

  private static boolean isAlike(ScalarField field, PulledField now) {
    return now.type().replace("?", "").equals(field.kind().written());
  }

  private static String written(Attribute attribute) {
    return "@"
        + attribute.name()
        + (attribute.arguments().isEmpty()
            ? ""
            : "(" + Argument.written(attribute.arguments()) + ")");
  }

  private void relation(PulledModel live, FieldDeclaration field) {
    // Without foreign keys the database knows nothing of relations; nor does it of views.
    Optional<Model> target = datamodel.model(field.type().text());
    if (target.filter(this::isGoneView).isPresent()) {
      in(field.span()).remove(field.span());
      return;
    }
    boolean ofSchema =
        !datamodel.datasource().foreignKeys() || target.isEmpty() || target.get().isView();
    if (ofSchema) {
      return;
    }
    Optional<PulledField> now = live.field(field.name().text()).filter(one -> !isColumn(one));
    if (now.isEmpty()) {
      in(field.span()).remove(field.span());
    } else if (touched.relations().contains(now.get().source())
        || !now.get().type().equals(field.type().text() + field.arity().suffix())) {
      rewrite(field, now.get().type(), now.get().attributes());
    }
  }

  private void enums() {
    for (Block block : blocks) {
      if (!(block instanceof Block.Labels labels)) {
        continue;
      }
      Optional<EnumDefinition> definition = datamodel.enumOf(labels.name().text());
      Optional<PulledEnum> now = pulled.enumOf(labels.name().text());
      if (definition.isPresent() && now.isEmpty() && isColumns(definition.get())) {
        in(labels.span()).remove(labels.span());
      } else if (definition.isPresent() && now.isPresent()) {
        labels(labels, definition.get(), now.get());
      }
    }
  }

  /** Whether a column had it; one that none has is no matter of the database's. */
  private boolean isColumns(EnumDefinition definition) {
    return datamodel.models().stream()
        .flatMap(model -> model.fields().stream())
        .anyMatch(field -> field.kind().equals(new FieldKind.EnumOf(definition.name())));
  }

  private void labels(Block.Labels block, EnumDefinition definition, PulledEnum now) {
    for (Block.Label label : block.labels()) {
      String databaseName = definition.label(label.name().text()).orElseThrow().databaseName();
      if (now.named(databaseName).isEmpty()) {
        in(label.span()).remove(label.span());
      }
    }
    SourceSpan last = block.labels().getLast().span();
    for (PulledEnum.Label label : now.labels()) {
      boolean there =
          definition.labels().stream()
              .anyMatch(one -> one.databaseName().equals(label.databaseName()));
      if (!there) {
        in(last).below(last, label.written());
      }
    }
  }
}
