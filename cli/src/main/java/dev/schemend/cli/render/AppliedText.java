package dev.schemend.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Migrations as the tree of files that Prisma shows. */
public final class AppliedText {

  private AppliedText() {}

  /** A heading, and the files below it. */
  public static List<String> lines(String heading, List<String> migrations) {
    List<String> lines = new ArrayList<>(List.of(heading, "", "migrations/"));
    for (String name : migrations) {
      lines.add("  └─ " + name + "/");
      lines.add("    └─ migration.sql");
    }
    lines.add("");
    return lines;
  }
}
