#!/bin/sh
# The story of a failed migration, by the commands that a person types, on a database of yours.
#
#   DATABASE_URL=mysql://user:password@localhost:3306/empty_database \
#     failed-migration.sh PROJECT PHASE...
#
# DATABASE_URL names an empty database of MySQL, MariaDB (mariadb://) or PostgreSQL (postgresql://);
# PROJECT is a directory for the project, made where there is none. The phases, done in the order in
# which they are given:
#
#   prepare    writes the project, deploys its first migration, and has two users named alike
#   fail       deploys the second migration, which makes the name unique: that fails
#   backward   undoes what the failed migration left behind, and takes it out of the history
#   repair     gives one of the two users another name
#   forward    does the rest of the failed migration
#
# So the way back is "prepare fail backward", the way on "prepare fail repair forward". The program
# is $SCHEMEND, else the one of this repository. Ends with 0 where everything went as told here.
set -eu

if [ $# -lt 2 ] || [ -z "${DATABASE_URL-}" ]; then
  echo "usage: DATABASE_URL=... $0 PROJECT PHASE...  (prepare, fail, backward, repair, forward)" >&2
  exit 64
fi
SCHEMEND=${SCHEMEND:-$(cd "$(dirname "$0")/../../../.." && pwd)/schemend}
URL=$DATABASE_URL
mkdir -p "$1"
cd "$1"
shift

schemend() {
  "$SCHEMEND" "$@"
}

# A command that must fail, and say a word.
refused() {
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

# SQL in the words of the server: double quotes and TEXT, or backquotes and VARCHAR(191).
sql() {
  case $URL in
  postgres*) cat ;;
  *) sed -e 's/"/`/g' -e 's/ TEXT/ VARCHAR(191)/' ;;
  esac
}

prepare() {
  case $URL in
  postgres*) provider=postgresql ;;
  *) provider=mysql ;;
  esac
  mkdir -p prisma/migrations/20230101000000_init
  echo "provider = \"$provider\"" > prisma/migrations/migration_lock.toml
  sql > prisma/migrations/20230101000000_init/migration.sql << 'END'
-- CreateTable
CREATE TABLE "User" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("id")
);
END
  schemend migrate deploy
  mkdir -p prisma/migrations/20230101120000_unique
  sql > prisma/migrations/20230101120000_unique/migration.sql << 'END'
-- AlterTable
ALTER TABLE "User" ADD COLUMN "email" TEXT;

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_name_key" ON "User"("name");
END
  echo "INSERT INTO \"User\" (\"id\", \"name\") VALUES (1, 'paul'), (2, 'paul'), (3, 'anna');" |
    sql | schemend db execute --stdin
}

fail() {
  if [ -d given_up ]; then
    mv given_up prisma/migrations/20230101120000_unique
  fi
  refused P3018 schemend migrate deploy --no-preflight
  refused P3009 schemend migrate deploy
}

backward() {
  # The history as it was before the failed migration.
  mv prisma/migrations/20230101120000_unique given_up
  schemend migrate diff --from-url "$URL" --to-migrations ./prisma/migrations --script > backward.sql
  schemend db execute --url "$URL" --file backward.sql
  schemend migrate resolve --rolled-back 20230101120000_unique
}

repair() {
  echo "UPDATE \"User\" SET \"name\" = 'paula' WHERE \"id\" = 2;" | sql | schemend db execute --stdin
}

forward() {
  schemend migrate diff --from-url "$URL" --to-migrations ./prisma/migrations --script > forward.sql
  schemend db execute --url "$URL" --file forward.sql
  schemend migrate resolve --applied 20230101120000_unique
  schemend migrate deploy
}

for phase in "$@"; do
  echo "== $phase =="
  case $phase in
  prepare | fail | backward | repair | forward) "$phase" ;;
  *)
    echo "no such phase: $phase" >&2
    exit 64
    ;;
  esac
done
