package dev.schemend.parser.mysql;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;

/** Names as Prisma's scripts write them: always between backticks. */
final class SqlNames {

  private SqlNames() {}

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String quoted(Identifier name) {
    return quoted(name.text());
  }

  static String quoted(ObjectName name) {
    return name.isQualified()
        ? quoted(name.schema()) + "." + quoted(name.name())
        : quoted(name.name());
  }
}
