package dev.schemend.it.scale;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.source.SourceText;

/**
 * Two schemas of a size: tables in families that refer to each other, with keys, indexes, checks
 * and on PostgreSQL a type, a sequence and a view each; in the newer one every twentieth table
 * differs.
 *
 * @param kit reads and plans
 */
record SizedSchemas(DialectKit kit) {

  /** One table in so many has changed: 5 %. */
  static final int CHANGED = 20;

  static SizedSchemas of(Flavor flavor) {
    return new SizedSchemas(
        DialectKit.of(
            flavor == Flavor.POSTGRESQL
                ? new ServerProfile(
                    flavor, ServerVersion.of(17, 0, 0), Identifier.of("public"), false, "", "")
                : new ServerProfile(
                    flavor,
                    ServerVersion.of(8, 0, 36),
                    Identifier.NONE,
                    false,
                    "utf8mb4",
                    "utf8mb4_0900_ai_ci")));
  }

  /** The older of the two, as text. */
  String older(int tables) {
    return text(tables, false);
  }

  /** The newer of the two, as text. */
  String newer(int tables) {
    return text(tables, true);
  }

  Schema fold(String text) {
    return folded(kit.fold().start(), text);
  }

  /** {@code schema} after the statements of {@code text}; it shares with it what they leave. */
  Schema onTopOf(Schema schema, String text) {
    return folded(kit.fold().start(schema), text);
  }

  private Schema folded(FoldState start, String text) {
    SchemaFold fold = kit.fold();
    FoldState state = fold.run(start, kit.frontend().parse(new SourceText("sized.sql", text)));
    if (!state.coverage().isComplete()) {
      throw new IllegalStateException(state.coverage().unknown().getFirst().text());
    }
    return state.schema();
  }

  /** Statements that change every twentieth table of the older schema. */
  String edits(int tables) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tables; i += CHANGED) {
      text.append("ALTER TABLE t").append(i).append(" ADD COLUMN extra integer;\n");
    }
    return text.toString();
  }

  private String text(int tables, boolean changed) {
    boolean postgres = kit.profile().flavor() == Flavor.POSTGRESQL;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tables; i++) {
      boolean now = changed && i % CHANGED == 0;
      if (postgres) {
        text.append(
            "CREATE TYPE state%d AS ENUM ('new', 'open'%s);\n".formatted(i, now ? ", 'done'" : ""));
      }
      text.append(
          """
          CREATE TABLE t%1$d (
            id %2$s PRIMARY KEY,
            name varchar(%3$d) NOT NULL,
            state %4$s,
            parent integer,
            amount numeric(10,2) DEFAULT 0,
            %5$s
            CONSTRAINT t%1$d_amount_check CHECK (amount >= 0)
          );
          CREATE %6$s INDEX t%1$d_name ON t%1$d (name%7$s);
          """
              .formatted(
                  i,
                  postgres ? "serial" : "integer AUTO_INCREMENT",
                  now ? 80 : 40,
                  postgres ? "state" + i : "varchar(9)",
                  now ? "note text," : "",
                  now ? "UNIQUE" : "",
                  now ? ", state" : ""));
      if (i % 10 != 0) {
        text.append(
            "ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_parent FOREIGN KEY (parent) REFERENCES t%2$d (id)%3$s;\n"
                .formatted(i, i / 10 * 10, ""));
      }
      if (postgres) {
        text.append(
            "CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE amount > 0;\n".formatted(i));
      }
    }
    return text.toString();
  }
}
