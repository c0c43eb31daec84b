package dev.schemend.cli.render;

import dev.schemend.plan.Change;

/** The kinds of changes in words, for machines and for people alike. */
final class ChangeWords {

  private ChangeWords() {}

  static String of(Change change) {
    return switch (change) {
      case Change.Created created -> "created";
      case Change.Dropped dropped -> "dropped";
      case Change.TableAltered altered -> "altered";
      case Change.EnumAltered altered -> "altered";
      case Change.SequenceAltered altered -> "altered";
      case Change.ObjectAltered altered -> "altered";
      case Change.Renamed renamed -> "renamed";
      case Change.LabelRenamed renamed -> "renamed";
      case Change.Unproven unproven -> "unproven";
    };
  }
}
