package dev.schemend.cli.rename;

import dev.schemend.apply.FoldObserver;
import dev.schemend.apply.FoldState;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.annotation.RenameAnnotation;
import dev.schemend.parser.annotation.RenameAnnotations;
import dev.schemend.plan.RenameDecision;
import dev.schemend.rename.Declared;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Watches a fold, and keeps every rename that a statement carries out or an annotation tells of.
 */
public final class RenameRecorder implements FoldObserver {

  private final WrittenNames names;
  private final List<Declared> annotations = new ArrayList<>();
  private final List<Declared> statements = new ArrayList<>();

  /** A recorder by one server's rules of names. */
  public RenameRecorder(DialectKit kit) {
    this.names = new WrittenNames(kit.dialect().identifiers(), kit.profile().defaultSchema());
  }

  /** What was told, annotations first: they are written for this. */
  public List<Declared> declared() {
    List<Declared> all = new ArrayList<>(annotations);
    all.addAll(statements);
    return all;
  }

  /** Takes the annotations of a script; gives back what is to be said of those above nothing. */
  public List<Diagnostic> annotations(ParsedScript script) {
    return annotations(RenameAnnotations.in(script));
  }

  /** Takes annotations; gives back what is to be said of those above nothing. */
  public List<Diagnostic> annotations(List<RenameAnnotation> found) {
    List<Diagnostic> useless = new ArrayList<>();
    for (RenameAnnotation one : found) {
      if (one.subject().isEmpty()) {
        useless.add(
            new Diagnostic(
                "rename-annotation",
                Diagnostic.Severity.WARNING,
                Optional.of(one.span()),
                "this annotation stands above nothing that could have had another name",
                "put it on a line of its own above the table, column, type, label, index or"
                    + " constraint"));
        continue;
      }
      ObjectRef to = names.qualified(one.subject().get());
      ObjectRef from =
          to.holders().isEmpty()
              ? names.sibling(to, one.from())
              : to.isOfColumn()
                  ? ObjectRef.label(to.name(), to.member(), one.from())
                  : names.part(to.kind(), to.name(), one.from());
      annotations.add(
          new Declared(
              from, Optional.of(to), RenameDecision.Source.ANNOTATION, one.span().position()));
    }
    return useless;
  }

  @Override
  public void folded(ParsedStatement statement, FoldState before, FoldState after) {
    if (statement instanceof ParsedStatement.Ddl ddl
        && !before.schema().objects().isSameVersion(after.schema().objects())) {
      String where = statement.source().span().position();
      for (DdlStatement one : ddl.statements()) {
        record(one, before, after, where);
      }
    }
  }

  private void record(DdlStatement statement, FoldState before, FoldState after, String where) {
    if (statement instanceof DdlStatement.RenameSchema rename) {
      add(ObjectRef.schema(rename.from()), ObjectRef.schema(rename.to()), where);
    } else if (statement instanceof DdlStatement.RenameTables rename) {
      for (DdlStatement.RenameTables.Renaming pair : rename.renamings()) {
        ObjectName table = find(ObjectKind.TABLE, pair.from(), before);
        ObjectName view = find(ObjectKind.VIEW, pair.from(), before);
        ObjectRef from =
            before.schema().has(ObjectRef.to(ObjectKind.VIEW, view))
                ? ObjectRef.to(ObjectKind.VIEW, view)
                : ObjectRef.table(table);
        add(from, ObjectRef.to(from.kind(), in(from.name(), pair.to())), where);
      }
    } else if (statement instanceof DdlStatement.RenameObject rename) {
      object(rename.kind(), rename.from(), rename.to(), before, where);
    } else if (statement instanceof DdlStatement.AlterObject alter) {
      for (ObjectRef old : meant(alter.object(), before)) {
        called(old, alter.action())
            .filter(anew -> !after.schema().has(old) && after.schema().has(anew))
            .ifPresent(anew -> add(old, anew, where));
      }
    } else if (statement instanceof DdlStatement.RenameEnumValue rename) {
      ObjectName type = find(ObjectKind.ENUM_TYPE, rename.type(), before);
      add(
          new ObjectRef(ObjectKind.ENUM_VALUE, type, Identifier.of(rename.from())),
          new ObjectRef(ObjectKind.ENUM_VALUE, type, Identifier.of(rename.to())),
          where);
    } else if (statement instanceof DdlStatement.AlterTable alter) {
      ObjectName table = find(ObjectKind.TABLE, alter.name(), before);
      alter.actions().forEach(action -> record(table, action, where));
    }
  }

  private void object(
      ObjectKind kind, ObjectName written, Identifier to, FoldState before, String where) {
    ObjectName from = find(kind, written, before);
    add(ObjectRef.to(kind, from), ObjectRef.to(kind, from.sibling(to)), where);
  }

  private static Optional<ObjectRef> called(ObjectRef old, ObjectAction action) {
    if (action instanceof ObjectAction.Rename rename) {
      return Optional.of(
          old.holders().isEmpty()
              ? new ObjectRef(old.kind(), old.name().sibling(rename.to()), old.member())
              : new ObjectRef(old.kind(), old.name(), rename.to()));
    }
    return action instanceof ObjectAction.SetSchema set && old.name().isQualified()
        ? Optional.of(
            new ObjectRef(
                old.kind(), new ObjectName(set.schema(), old.name().name()), old.member()))
        : Optional.empty();
  }

  /** The objects that a statement may mean; all namesakes, where there are such. */
  private static List<ObjectRef> meant(ObjectRef written, FoldState before) {
    Schema schema = before.schema();
    return Stream.concat(
            Stream.of(written.name()),
            before.session().searchPath().stream()
                .map(owner -> new ObjectName(owner, written.name().name()))
                .filter(name -> !written.name().isQualified()))
        .map(
            name ->
                written.kind().hasNamesakes()
                    ? namesakes(schema, ObjectRef.to(written.kind(), name))
                    : Stream.of(new ObjectRef(written.kind(), name, written.member()))
                        .filter(schema::has)
                        .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<ObjectRef> namesakes(Schema schema, ObjectRef name) {
    return schema
        .objects()
        .valuesFrom(name)
        .map(SchemaObject::ref)
        .takeWhile(ref -> ref.kind() == name.kind() && ref.name().equals(name.name()))
        .toList();
  }

  private void record(ObjectName table, TableAction action, String where) {
    if (action instanceof TableAction.RenameTo to) {
      add(ObjectRef.table(table), ObjectRef.table(in(table, to.to())), where);
    } else if (action instanceof TableAction.SetSchema to) {
      add(
          ObjectRef.table(table),
          ObjectRef.table(new ObjectName(to.schema(), table.name())),
          where);
    } else if (action instanceof TableAction.RenameColumn rename) {
      add(ObjectRef.column(table, rename.from()), ObjectRef.column(table, rename.to()), where);
    } else if (action instanceof TableAction.ChangeColumn change) {
      add(
          ObjectRef.column(table, change.column()),
          ObjectRef.column(table, change.definition().column().name()),
          where);
    }
  }

  private void add(ObjectRef from, ObjectRef to, String where) {
    if (!from.equals(to)) {
      statements.add(new Declared(from, Optional.of(to), RenameDecision.Source.HISTORY, where));
    }
  }

  private static ObjectName in(ObjectName from, ObjectName written) {
    return written.isQualified() ? written : from.sibling(written.name());
  }

  /** The object that a statement means: in the first schema of the path that has it. */
  private ObjectName find(ObjectKind kind, ObjectName written, FoldState before) {
    Schema schema = before.schema();
    return written.isQualified()
        ? written
        : before.session().searchPath().stream()
            .map(owner -> new ObjectName(owner, written.name()))
            .filter(name -> schema.has(ObjectRef.to(kind, name)))
            .findFirst()
            .orElseGet(() -> names.qualified(ObjectRef.to(kind, written)).name());
  }
}
