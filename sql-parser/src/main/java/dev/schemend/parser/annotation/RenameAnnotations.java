package dev.schemend.parser.annotation;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@link RenameAnnotation}s in a script that has been read. */
public final class RenameAnnotations {

  private static final Pattern ANNOTATION =
      Pattern.compile("(?m)^[ \\t]*(?:--|#)[ \\t]*schemend:rename[ \\t]+from=(\\S+)[ \\t]*\\r?$");

  /** Blank lines, comments, and the comma that some write before an element. */
  private static final Pattern FILLING =
      Pattern.compile("(?:[\\s,(]|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)*");

  private static final Pattern WORD =
      Pattern.compile(
          "\"((?:[^\"]|\"\")+)\"|`((?:[^`]|``)+)`|'((?:[^']|'')*)'|([\\p{L}_$][\\p{L}\\p{N}_$]*)");

  private RenameAnnotations() {}

  /** The annotations of {@code script}, in order. */
  public static List<RenameAnnotation> in(ParsedScript script) {
    String text = script.source().text();
    if (!text.contains("schemend:rename")) {
      return List.of();
    }
    List<RenameAnnotation> found = new ArrayList<>();
    Matcher annotation = ANNOTATION.matcher(text);
    while (annotation.find()) {
      int behind = annotation.end();
      Optional<ObjectRef> subject =
          script.statements().stream()
              .filter(one -> one.source().span().end() > behind)
              .findFirst()
              .filter(ParsedStatement.Ddl.class::isInstance)
              .map(ParsedStatement.Ddl.class::cast)
              .flatMap(ddl -> subject(ddl, behind, text));
      found.add(
          new RenameAnnotation(
              annotation.group(1),
              subject,
              script.source().span(annotation.start(1), annotation.end(1))));
    }
    return found;
  }

  private static Optional<ObjectRef> subject(ParsedStatement.Ddl ddl, int behind, String text) {
    boolean above = ddl.source().span().start() >= behind;
    if (above) {
      return ddl.statements().stream().flatMap(one -> whole(one).stream()).findFirst();
    }
    List<String> words = words(text, behind);
    Optional<ObjectRef> label =
        literal(text, behind)
            .flatMap(
                one ->
                    labelOfColumn(ddl, one, text.substring(ddl.source().span().start(), behind)));
    if (label.isPresent()) {
      return label;
    }
    return ddl.statements().stream()
        .flatMap(one -> parts(one).stream())
        .filter(part -> isNamed(part.member(), words))
        .findFirst();
  }

  /** The text in quotes that comes next, if one does. */
  private static Optional<String> literal(String text, int behind) {
    Matcher filling = FILLING.matcher(text);
    Matcher word = WORD.matcher(text);
    int at = filling.find(behind) && filling.start() == behind ? filling.end() : behind;
    return word.find(at) && word.start() == at && (word.group(1) != null || word.group(3) != null)
        ? Optional.of(written(word))
        : Optional.empty();
  }

  /**
   * That label of a column whose type lists it (MySQL); where several columns have one, that of the
   * column which is named last before it.
   */
  private static Optional<ObjectRef> labelOfColumn(
      ParsedStatement.Ddl ddl, String label, String before) {
    return ddl.statements().stream()
        .flatMap(one -> labels(one).stream())
        .filter(one -> one.label().text().equals(label))
        .max(Comparator.comparingInt(one -> lastMention(before, one.member())));
  }

  private static int lastMention(String text, Identifier name) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(name.text()) + "(?![\\p{L}\\p{N}_$])",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .results()
        .mapToInt(MatchResult::start)
        .max()
        .orElse(-1);
  }

  /** The words behind the annotation that can be, or stand before, the name of an element. */
  private static List<String> words(String text, int behind) {
    List<String> words = new ArrayList<>();
    Matcher filling = FILLING.matcher(text);
    Matcher word = WORD.matcher(text);
    int at = behind;
    while (words.size() < 5) {
      if (filling.find(at) && filling.start() == at) {
        at = filling.end();
      }
      if (!word.find(at) || word.start() != at) {
        break;
      }
      words.add(written(word));
      at = word.end();
      // Only key words stand before the name: CONSTRAINT, UNIQUE KEY, ADD COLUMN IF NOT EXISTS.
      if (word.group(4) == null
          || !word.group(4).matches("(?i)constraint|unique|key|index|add|column|if|not|exists")) {
        break;
      }
    }
    return words;
  }

  private static String written(Matcher word) {
    if (word.group(1) != null) {
      return word.group(1).replace("\"\"", "\"");
    }
    if (word.group(2) != null) {
      return word.group(2).replace("``", "`");
    }
    return word.group(3) != null ? word.group(3).replace("''", "'") : word.group(4);
  }

  private static boolean isNamed(Identifier name, List<String> words) {
    return !words.isEmpty()
        && (words.getFirst().equalsIgnoreCase(name.text())
            || words.getLast().equalsIgnoreCase(name.text()));
  }

  /** What a statement makes. */
  private static Optional<ObjectRef> whole(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateTable create) {
      return Optional.of(ObjectRef.table(create.name()));
    }
    if (statement instanceof DdlStatement.CreateTableAs create) {
      return Optional.of(ObjectRef.table(create.name()));
    }
    if (statement instanceof DdlStatement.CreateEnum create) {
      return Optional.of(ObjectRef.to(ObjectKind.ENUM_TYPE, create.name()));
    }
    if (statement instanceof DdlStatement.CreateSequence create) {
      return Optional.of(ObjectRef.to(ObjectKind.SEQUENCE, create.name()));
    }
    if (statement instanceof DdlStatement.CreateSchema create) {
      return Optional.of(ObjectRef.schema(create.name()));
    }
    if (statement instanceof DdlStatement.CreateIndex create) {
      return Optional.of(ObjectRef.index(create.table(), create.index().name()));
    }
    if (statement instanceof DdlStatement.CreateObject create) {
      return Optional.of(create.object().ref());
    }
    if (statement instanceof DdlStatement.AddEnumValue add) {
      return Optional.of(label(add.type(), add.label()));
    }
    List<ObjectRef> parts = parts(statement);
    return parts.size() == 1 ? Optional.of(parts.getFirst()) : Optional.empty();
  }

  /** The parts of a table or type that a statement makes. */
  private static List<ObjectRef> parts(DdlStatement statement) {
    List<ObjectRef> parts = new ArrayList<>();
    if (statement instanceof DdlStatement.CreateTable create) {
      create.columns().forEach(one -> parts.add(column(create.name(), one.column())));
      create.constraints().forEach(one -> parts.add(constraint(create.name(), one)));
      create.indexes().forEach(one -> parts.add(index(create.name(), one)));
    } else if (statement instanceof DdlStatement.CreateEnum create) {
      create.labels().forEach(one -> parts.add(label(create.name(), one)));
    } else if (statement instanceof DdlStatement.AlterTable alter) {
      for (TableAction action : alter.actions()) {
        if (action instanceof TableAction.AddColumn add) {
          parts.add(column(alter.name(), add.definition().column()));
        } else if (action instanceof TableAction.AddConstraint add) {
          parts.add(constraint(alter.name(), add.constraint()));
        } else if (action instanceof TableAction.AddIndex add) {
          parts.add(index(alter.name(), add.index()));
        }
      }
    }
    return parts;
  }

  /** The labels of the columns that a statement defines. */
  private static List<ObjectRef> labels(DdlStatement statement) {
    List<ObjectRef> labels = new ArrayList<>();
    if (statement instanceof DdlStatement.CreateTable create) {
      create.columns().forEach(one -> labels.addAll(labels(create.name(), one)));
    } else if (statement instanceof DdlStatement.AlterTable alter) {
      for (TableAction action : alter.actions()) {
        if (action instanceof TableAction.AddColumn add) {
          labels.addAll(labels(alter.name(), add.definition()));
        } else if (action instanceof TableAction.ChangeColumn change) {
          labels.addAll(labels(alter.name(), change.definition()));
        }
      }
    }
    return labels;
  }

  private static List<ObjectRef> labels(ObjectName table, ColumnDefinition definition) {
    return definition.column().type() instanceof SqlType.InlineEnum type
        ? type.values().stream()
            .map(one -> ObjectRef.label(table, definition.column().name(), one))
            .filter(ObjectRef::isOfColumn)
            .toList()
        : List.of();
  }

  private static ObjectRef column(ObjectName table, Column column) {
    return ObjectRef.column(table, column.name());
  }

  private static ObjectRef constraint(ObjectName table, Constraint constraint) {
    return ObjectRef.constraint(table, constraint.name());
  }

  private static ObjectRef index(ObjectName table, Index index) {
    return ObjectRef.index(table, index.name());
  }

  private static ObjectRef label(ObjectName type, String label) {
    return new ObjectRef(ObjectKind.ENUM_VALUE, type, Identifier.of(label));
  }
}
