#!/bin/sh
# Tries histories of other projects on real servers and writes docs/conformance.md: see --help.
# Builds what the tests need first; what the build says goes to standard error.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
if ! JAVA_HOME=$("$home/.mvn/find-jdk"); then
  echo "a JDK 21 or newer is needed" >&2
  exit 1
fi
export JAVA_HOME
"$home/mvnw" -q -ntp -f "$home/pom.xml" -DskipTests package -am -pl it-tests \
  dependency:build-classpath -Dmdep.outputFile=target/classpath </dev/null >&2
exec "$JAVA_HOME/bin/java" -cp "$home/it-tests/target/test-classes:$(cat "$home/it-tests/target/classpath")" \
  dev.schemend.it.conformance.Conformance "$@"
