#!/bin/sh
# Prisma's documentation, "Patching and hotfixing", "Generating down migrations", "Baselining" and
# "Squashing": their commands, line for line, with schemend in the place of npx prisma.
#
#   DATABASE_URL=... DATABASE_URL_PROD=... SHADOW_DATABASE_URL=... prisma-page.sh PROJECT
#
# Three empty databases of one server: of development, of production, and one to spare. The program
# is $SCHEMEND, else the one of this repository. Ends with 0 where every line did what the page says.
set -eu

SCHEMEND=${SCHEMEND:-$(cd "$(dirname "$0")/../../../.." && pwd)/schemend}
mkdir -p "$1/prisma"
cd "$1"

npx() {
  [ "$1" = prisma ]
  shift
  "$SCHEMEND" "$@"
}

fails() {
  word=$1
  shift
  if answer=$("$@" 2>&1); then
    echo "did not fail: $*" >&2
    exit 1
  fi
  printf '%s\n' "$answer"
  case $answer in
  *"$word"*) ;;
  *)
    echo "failed without saying $word: $*" >&2
    exit 1
    ;;
  esac
}

# SQL in the words of the server.
sql() {
  case $DATABASE_URL in
  postgres*) cat ;;
  *) sed -e 's/"/`/g' ;;
  esac
}

schema() {
  case $DATABASE_URL in
  postgres*) provider=postgresql ;;
  *) provider=mysql ;;
  esac
  {
    printf 'datasource db {\n  provider = "%s"\n  url      = env("DATABASE_URL")\n}\n\n' $provider
    cat
  } > prisma/schema.prisma
}

echo "== a migration that fails in production =="
schema << 'END'
model User {
  id   Int    @id
  name String
}
END
npx prisma migrate dev --name init
DATABASE_URL=$DATABASE_URL_PROD npx prisma migrate deploy
echo "INSERT INTO \"User\" (\"id\", \"name\") VALUES (1, 'paul'), (2, 'paul');" | sql > rows.sql
npx prisma db execute --url "$DATABASE_URL_PROD" --file rows.sql
cp -r prisma/migrations before
cp prisma/schema.prisma before.prisma
schema << 'END'
model User {
  id    Int     @id
  name  String
  email String?
  posts Post[]
}

model Post {
  id     Int    @id
  title  String
  userId Int
  user   User   @relation(fields: [userId], references: [id])
}
END
npx prisma migrate dev --name Unique
unique=$(ls prisma/migrations | grep unique)
# On a terminal migrate dev would ask here, since a unique key may meet duplicates.
echo 'CREATE UNIQUE INDEX "User_name_key" ON "User"("name");' | sql >> "prisma/migrations/$unique/migration.sql"
sed -i.bak 's/^  name  String$/  name  String  @unique/' prisma/schema.prisma
fails P3018 env DATABASE_URL="$DATABASE_URL_PROD" "$SCHEMEND" migrate deploy --no-preflight
fails P3009 env DATABASE_URL="$DATABASE_URL_PROD" "$SCHEMEND" migrate deploy

echo "== moving backwards =="
cp -r prisma/migrations after
rm -r prisma/migrations
mv before prisma/migrations
npx prisma migrate diff --from-url "$DATABASE_URL_PROD" --to-migrations ./prisma/migrations --shadow-database-url "$SHADOW_DATABASE_URL" --script > backward.sql
npx prisma db execute --url "$DATABASE_URL_PROD" --file backward.sql
DATABASE_URL=$DATABASE_URL_PROD npx prisma migrate resolve --rolled-back "$unique"
npx prisma migrate diff --from-url "$DATABASE_URL_PROD" --to-schema-datamodel before.prisma --exit-code

echo "== moving forward =="
rm -r prisma/migrations
mv after prisma/migrations
fails P3018 env DATABASE_URL="$DATABASE_URL_PROD" "$SCHEMEND" migrate deploy --no-preflight
echo "UPDATE \"User\" SET \"name\" = 'paula' WHERE \"id\" = 2;" | sql > repair.sql
npx prisma db execute --url "$DATABASE_URL_PROD" --file repair.sql
npx prisma migrate diff --from-url "$DATABASE_URL_PROD" --to-schema-datamodel prisma/schema.prisma --script > forward.sql
npx prisma db execute --url "$DATABASE_URL_PROD" --file forward.sql
DATABASE_URL=$DATABASE_URL_PROD npx prisma migrate resolve --applied "$unique"
DATABASE_URL=$DATABASE_URL_PROD npx prisma migrate deploy
DATABASE_URL=$DATABASE_URL_PROD npx prisma migrate status
npx prisma migrate diff --from-url "$DATABASE_URL_PROD" --to-migrations prisma/migrations --exit-code

echo "== the same lines under Prisma 7 =="
cat > prisma.config.ts << 'END'
export default { schema: "prisma/schema.prisma", datasource: { url: process.env.DATABASE_URL_PROD } }
END
npx prisma migrate diff --from-config-datasource --to-migrations ./prisma/migrations --script > backward.sql
npx prisma migrate diff --from-config-datasource --to-schema prisma/schema.prisma --script > forward.sql
npx prisma db execute --file forward.sql
npx prisma migrate status
rm prisma.config.ts

echo "== down migrations =="
sed -i.bak '/email/d' prisma/schema.prisma
npx prisma migrate diff --from-schema-datamodel prisma/schema.prisma --to-migrations prisma/migrations --shadow-database-url "$SHADOW_DATABASE_URL" --script > down.sql
grep -q 'ADD COLUMN.*email' down.sql

echo "== baselining =="
npx prisma migrate reset --force
rm -r prisma/migrations
npx prisma db pull
mkdir -p prisma/migrations/0_init
npx prisma migrate diff --from-empty --to-schema-datamodel prisma/schema.prisma --script > prisma/migrations/0_init/migration.sql
echo 'DROP TABLE "_prisma_migrations";' | sql > forget.sql
npx prisma db execute --file forget.sql --schema prisma/schema.prisma
fails P3005 "$SCHEMEND" migrate deploy
npx prisma migrate resolve --applied 0_init
npx prisma migrate deploy
npx prisma migrate dev
