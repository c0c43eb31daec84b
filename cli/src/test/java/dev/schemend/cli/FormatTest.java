package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code format}: Prisma's layout, and nothing of an author's words lost. */
class FormatTest {

  @Test
  void columnsStandBelowEachOther(@TempDir Path directory) throws IOException {
    Tool tool =
        Tool.in(directory)
            .file(
                "schema.prisma",
                """
                // top
                datasource   db {
                provider="postgresql"
                  schemas=["a",   "b"] // two
                     // own
                }
                model  User   { // people
                 id Int    @id   @default( autoincrement() )  // the id
                     longName String? @db.VarChar( 20 )
                  /// doc


                  posts Post[]
                  x Unsupported("abc")?   @default(dbgenerated("x"))
                  @@index([longName,id( sort:Desc )], map: "foo")
                  @@schema("a")

                }
                /// What is written.
                model Post {
                  id Int @id
                  userId Int
                  user User @relation(fields:[userId],references:[id])
                  @@index([
                    userId,
                    id
                  ])
                  @@schema("a")
                }
                enum E {
                 A
                   LONG  @map( "x" ) // c
                  @@schema("b")
                }
                """);
    assertEquals(1, tool.run("format --check").exit());
    assertEquals(0, tool.run("format").exit());
    assertEquals(
        """
        // top
        datasource db {
          provider = "postgresql"
          schemas  = ["a", "b"] // two
          // own
        }

        model User { // people
          id       Int     @id @default(autoincrement()) // the id
          longName String? @db.VarChar(20)
          /// doc

          posts Post[]
          x     Unsupported("abc")? @default(dbgenerated("x"))

          @@index([longName, id(sort: Desc)], map: "foo")
          @@schema("a")
        }

        /// What is written.
        model Post {
          id     Int  @id
          userId Int
          user   User @relation(fields: [userId], references: [id])

          @@index([userId, id])
          @@schema("a")
        }

        enum E {
          A
          LONG @map("x") // c

          @@schema("b")
        }
        """,
        Files.readString(directory.resolve("schema.prisma")));
    assertEquals(0, tool.run("format --check").exit());
  }
}
