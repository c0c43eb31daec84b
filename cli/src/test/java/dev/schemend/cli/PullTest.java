package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.pull.DatabasePull;
import dev.schemend.cli.pull.Pulled;
import dev.schemend.cli.state.Scope;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.model.Column;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.source.SourceText;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code db pull} makes of names, and what it leaves of a schema that is there. */
class PullTest {

  private static final DialectKit KIT =
      DialectKit.of(
          new ServerProfile(
              Flavor.POSTGRESQL,
              ServerVersion.of(17, 0, 0),
              Identifier.of("public"),
              false,
              "",
              ""));
  private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n";

  private static Pulled pull(String schema, String sql, boolean anew) {
    SourceText file = new SourceText("schema.prisma", DATASOURCE + "\n" + schema);
    DatabasePull pull = new DatabasePull(KIT, PrismaVersion.NEWEST, new Scope.All());
    var database =
        StateReader.fold(
            new StateSpec.Empty(),
            new MigrationHistory(
                "sql",
                List.of(new Migration("now", new SourceText("now.sql", sql), "")),
                Optional.empty()),
            KIT,
            new Scope.All());
    return anew
        ? pull.anew(database, List.of(), List.of(file))
        : pull.merged(database, List.of(), List.of(file));
  }

  private static String models(Pulled pulled) {
    return pulled.files().getFirst().text().substring(DATASOURCE.length() + 1);
  }

  @Test
  void whatTheDatabaseDoesNotContradictStays() {
    Pulled pulled =
        pull(
            """
            // Who writes.
            model Author {
              id    String   @id @default(cuid()) // made by the client
              /// As it is printed.
              name  String   @map("full_name")
              old   Int? // goes
              seen  DateTime @updatedAt
              books Book[]   @relation("written")

              @@map("authors")
            }

            model Book {
              id     Int     @id @default(autoincrement())
              title  String  @db.VarChar(20) // short
              by     Author? @relation("written", fields: [author], references: [id])
              author String?

              @@unique([title, author], name: "once", map: "once_each")
            }
            """,
            """
            CREATE TABLE authors (id text PRIMARY KEY, full_name text NOT NULL,
              seen timestamp(3) NOT NULL, born date);
            CREATE TABLE "Book" (id serial PRIMARY KEY, title varchar(40) NOT NULL, author text,
              CONSTRAINT "Book_author_fkey" FOREIGN KEY (author) REFERENCES authors
                ON DELETE SET NULL ON UPDATE CASCADE);
            CREATE UNIQUE INDEX once_each ON "Book" (title, author);
            CREATE TABLE shelf (no int PRIMARY KEY);
            """,
            false);
    assertEquals(
        """
        // Who writes.
        model Author {
          id    String    @id @default(cuid()) // made by the client
          /// As it is printed.
          name  String    @map("full_name")
          seen  DateTime  @updatedAt
          born  DateTime? @db.Date
          books Book[]    @relation("written")

          @@map("authors")
        }

        model Book {
          id     Int     @id @default(autoincrement())
          title  String  @db.VarChar(40) // short
          by     Author? @relation("written", fields: [author], references: [id])
          author String?

          @@unique([title, author], name: "once", map: "once_each")
        }

        model shelf {
          no Int @id
        }
        """,
        models(pulled));
    assertEquals(List.of(), pulled.remarks());
  }

  @Test
  void namesAreFormedAsPrismaFormsThem() {
    Pulled pulled =
        pull(
            "",
            """
            CREATE TYPE "mood-x" AS ENUM ('1a', 'ok', 'so so', '');
            CREATE TABLE class (id int PRIMARY KEY, "2nd" "mood-x" DEFAULT 'ok', "a b" int[]
              DEFAULT '{1,2}', CHECK (id > 0));
            CREATE TABLE emp (id int PRIMARY KEY, boss int REFERENCES emp, pal int UNIQUE
              REFERENCES emp ON UPDATE CASCADE);
            CREATE TABLE log (at timestamp(3) DEFAULT now());
            """,
            true);
    assertEquals(
        """
        model Renamedclass {
          id  Int     @id
          nd  mood_x? @default(ok) @map("2nd")
          a_b Int[]   @default([1, 2]) @map("a b")

          @@map("class")
        }

        model emp {
          id                       Int   @id
          boss                     Int?
          pal                      Int?  @unique
          emp_emp_bossToemp        emp?  @relation("emp_bossToemp", fields: [boss],\
         references: [id], onDelete: NoAction, onUpdate: NoAction)
          other_emp_emp_bossToemp  emp[] @relation("emp_bossToemp")
          emp_emp_palToemp         emp?  @relation("emp_palToemp", fields: [pal],\
         references: [id], onDelete: NoAction)
          other_emp_emp_palToemp   emp?  @relation("emp_palToemp")
        }

        /// The underlying table does not contain a valid unique identifier and can therefore\
         currently not be handled by Prisma Client.
        model log {
          at DateTime? @default(now())

          @@ignore
        }

        enum mood_x {
          a                @map("1a")
          ok
          so_so            @map("so so")
          EMPTY_ENUM_VALUE @map("")

          @@map("mood-x")
        }
        """
            .replaceAll(" +", " "),
        models(pulled).replaceAll(" +", " "));
    assertEquals(
        List.of(
            "The model Renamedclass does not say the check class_id_check.",
            "The model log is ignored, since nothing tells its rows apart."),
        pulled.remarks());
  }

  @Test
  void typesThatASchemaCannotDeclareAreNamed() {
    Pulled pulled =
        pull(
            "",
            """
            CREATE DOMAIN portion AS int CHECK (VALUE < 101);
            CREATE TABLE share (id int PRIMARY KEY, part portion, lasts interval DEFAULT '1 day');
            """,
            true);
    assertEquals(
        """
        model share {
          id    Int                      @id
          part  Unsupported("portion")?
          lasts Unsupported("interval")? @default(dbgenerated("'1 day'"))
        }
        """,
        models(pulled));
    assertEquals(
        List.of(
            "The client does not know the type of public.share.part.",
            "The client does not know the type of public.share.lasts."),
        pulled.remarks());
  }

  @Test
  void aRelationOfListsGoesWithTheNameOfItsTable() {
    String pulled =
        models(
            pull(
                """
                model Ship {
                  id    Int    @id
                  crews Crew[] @relation("sails")
                }

                model Crew {
                  id    Int    @id
                  ships Ship[] @relation("sails")
                }
                """,
                """
                CREATE TABLE "Ship" (id int, CONSTRAINT "Ship_pkey" PRIMARY KEY (id));
                CREATE TABLE "Crew" (id int, CONSTRAINT "Crew_pkey" PRIMARY KEY (id));
                CREATE TABLE _mans ("A" int NOT NULL, "B" int NOT NULL,
                  CONSTRAINT "_mans_AB_pkey" PRIMARY KEY ("A", "B"),
                  CONSTRAINT "_mans_A_fkey" FOREIGN KEY ("A") REFERENCES "Crew"
                    ON UPDATE CASCADE ON DELETE CASCADE,
                  CONSTRAINT "_mans_B_fkey" FOREIGN KEY ("B") REFERENCES "Ship"
                    ON UPDATE CASCADE ON DELETE CASCADE);
                CREATE INDEX "_mans_B_index" ON _mans ("B");
                """,
                false));
    assertTrue(pulled.contains("@relation(\"mans\")"), pulled);
    assertFalse(pulled.contains("sails"), pulled);
  }

  private static Table view(String name, Column... columns) {
    return new Table(
        new ObjectName(Identifier.of("public"), Identifier.of(name)),
        List.of(columns),
        List.of(),
        List.of(),
        TableOptions.NONE);
  }

  private static Column column(String name, String type) {
    return Column.of(Identifier.of(name), SqlType.builtin(type));
  }

  @Test
  void viewsArePulledWhereTheSchemaSpeaksOfThem() {
    String head =
        DATASOURCE
            + "\ngenerator client {\n  provider        = \"prisma-client-js\"\n"
            + "  previewFeatures = [\"views\"]\n}\n\n";
    SourceText file =
        new SourceText(
            "schema.prisma",
            head
                + """
                model Author {
                  id    Int   @id
                  total Total?
                  gone  Gone?
                }

                // Counted anew each night.
                view Total {
                  author Int    @unique @map("author_id") // as its author knows
                  count  Int
                  old    String
                  of     Author @relation(fields: [author], references: [id])

                  @@map("totals")
                }

                view Gone {
                  id     Int    @unique
                  author Author @relation(fields: [id], references: [id])
                }
                """);
    var database =
        StateReader.fold(
            new StateSpec.Empty(),
            new MigrationHistory(
                "sql",
                List.of(
                    new Migration(
                        "now",
                        new SourceText(
                            "now.sql",
                            "CREATE TABLE \"Author\" (id int, CONSTRAINT \"Author_pkey\" PRIMARY"
                                + " KEY (id));"),
                        "")),
                Optional.empty()),
            KIT,
            new Scope.All());
    List<Table> views =
        List.of(
            view(
                "totals",
                column("author_id", "integer"),
                column("count", "bigint"),
                column("since", "date")),
            view("two-words", column("1st", "text")));
    DatabasePull pull = new DatabasePull(KIT, PrismaVersion.NEWEST, new Scope.All());
    assertEquals(
        head
            + """
            model Author {
              id    Int    @id
              total Total?
            }

            // Counted anew each night.
            view Total {
              author Int       @unique @map("author_id") // as its author knows
              count  BigInt
              since  DateTime? @db.Date
              of     Author    @relation(fields: [author], references: [id])

              @@map("totals")
            }

            view two_words {
              st String? @map("1st")

              @@map("two-words")
            }
            """,
        pull.merged(database, views, List.of(file)).files().getFirst().text());
    // Without the preview feature the database's views are no matter of the schema's.
    SourceText silent = new SourceText("schema.prisma", DATASOURCE);
    assertEquals(
        DATASOURCE + "\nmodel Author {\n  id Int @id\n}\n",
        pull.anew(database, views, List.of(silent)).files().getFirst().text());
  }
}
