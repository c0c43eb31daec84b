package dev.schemend.parser.layout.liquibase;

import dev.schemend.dialect.Flavor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of servers in {@code dbms:}. Source: "What is the dbms attribute?". */
final class Servers {

  private Servers() {}

  /** Whether a list of names, some perhaps with {@code !} before them, takes in a server. */
  static boolean include(String names, Flavor server) {
    List<String> listed =
        Arrays.stream(names.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    Set<String> own = names(server);
    boolean excluded =
        listed.stream().anyMatch(name -> name.startsWith("!") && own.contains(name.substring(1)));
    boolean onlyExclusions = listed.stream().allMatch(name -> name.startsWith("!"));
    return !excluded
        && (onlyExclusions || listed.contains("all") || listed.stream().anyMatch(own::contains));
  }

  private static Set<String> names(Flavor server) {
    return switch (server) {
      case POSTGRESQL -> Set.of("postgresql");
      case MYSQL -> Set.of("mysql");
      case MARIADB -> Set.of("mariadb");
    };
  }
}
