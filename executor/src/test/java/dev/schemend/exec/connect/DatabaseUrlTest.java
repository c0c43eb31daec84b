package dev.schemend.exec.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.mysql.MySqlConnector;
import dev.schemend.exec.postgres.PostgresConnector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseUrlTest {

  /** A password that stands nowhere in a URL or a message by chance. */
  private static final String SECRET = "s3cr3t~Zyx";

  @Property
  void everyPartSurvivesPercentEncoding(
      @ForAll UrlForm form,
      @ForAll("names") String user,
      @ForAll("names") String password,
      @ForAll("names") String database,
      @ForAll("names") String schema) {
    DatabaseUrl url =
        DatabaseUrl.parse(
            form.prefix()
                + "//"
                + encoded(user)
                + ":"
                + encoded(password)
                + "@db.example.org:7777/"
                + encoded(database)
                + "?schema="
                + encoded(schema));
    assertEquals(user, url.user());
    assertEquals(password, url.password().orElseThrow().reveal());
    assertEquals(database, url.database());
    assertEquals(List.of(schema), url.schemas());
    assertEquals(new Endpoint.Tcp("db.example.org", 7777), url.endpoint());
  }

  @Property
  void theMaskedTextReadsBackAsTheSameUrl(
      @ForAll UrlForm form, @ForAll("names") String user, @ForAll("names") String database) {
    DatabaseUrl url =
        DatabaseUrl.parse(
            form.prefix() + "//" + encoded(user) + ":x@[::1]/" + encoded(database) + "?a=b%26c&d=");
    DatabaseUrl again = DatabaseUrl.parse(url.toString());
    assertEquals(
        new DatabaseUrl(
            url.form(),
            url.endpoint(),
            url.user(),
            Optional.of(Password.of(Password.MASK)),
            url.database(),
            url.parameters()),
        again);
    assertEquals(url.toString(), again.toString());
  }

  @Property
  void noTextOfAnyOutcomeHoldsThePassword(
      @ForAll UrlForm form,
      @ForAll("urlCharacters") String before,
      @ForAll("urlCharacters") String after) {
    // Pieces of URLs, in an order that may make no URL; the password stands where one would.
    String text =
        form.prefix() + "//u" + before + ":" + SECRET + after + "@h:1/d?sslpassword=" + SECRET;
    String shown;
    try {
      DatabaseUrl url = DatabaseUrl.parse(text);
      shown = url + " " + url.password() + " " + url.parameters() + " " + shownByConnectors(url);
    } catch (ExecException failure) {
      assertInstanceOf(InvalidUrl.class, failure.error());
      shown = failure + " " + failure.error();
    }
    assertFalse(shown.contains(SECRET), shown);
  }

  private static String shownByConnectors(DatabaseUrl url) {
    Connector connector =
        switch (url.family()) {
          case POSTGRESQL -> new PostgresConnector();
          case MYSQL -> new MySqlConnector();
        };
    ConnectError error =
        ConnectError.at(url, ConnectErrorKind.AUTHENTICATION_FAILED, Optional.empty());
    try {
      return connector.recipe(url) + " " + error + " " + error.text();
    } catch (ExecException failure) {
      return failure.toString();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "sqlite://x, UNKNOWN_SCHEME",
    "localhost:5432/db, UNKNOWN_SCHEME",
    "'\"postgresql://localhost/db\"', UNKNOWN_SCHEME",
    "mysql:root@localhost/db, NO_AUTHORITY",
    "mysql://root:pa/ss@localhost/db, UNENCODED_PASSWORD",
    "mysql://root:12/ss@localhost/db, UNENCODED_PASSWORD",
    "mysql://root:pa#ss@localhost/db, UNENCODED_PASSWORD",
    "mysql://root:12?ss@localhost/db, UNENCODED_PASSWORD",
    "mysql://root:p@ss/w@localhost/db, UNENCODED_PASSWORD",
    "postgresql://localhost:70000/db, BAD_PORT",
    "postgresql://localhost:54x/db, BAD_PORT",
    "postgresql://::1/db, BAD_PORT",
    "postgresql://a b/db, BAD_HOST",
    "'postgresql://a:1,b:2/db', SEVERAL_HOSTS",
    "mysql://root@localhost, NO_DATABASE",
    "mysql://root@localhost/, NO_DATABASE",
  })
  void wrongUrlsAreToldApart(String url, UrlProblem problem) {
    ExecException failure = assertThrows(ExecException.class, () -> DatabaseUrl.parse(url));
    assertEquals(new InvalidUrl(problem, ""), failure.error());
    assertEquals("P1013", failure.error().code());
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://u:p@h/db?schema=My%20App, u, p, h:5432, db, My App",
    "postgresql://u@h:1, u, , h:1, postgres, ",
    "postgresql://u:@h:1/d, u, '', h:1, d, ",
    "jdbc:postgresql://h/d?user=u&password=p%40q&currentSchema=App, u, p@q, h:5432, d, app",
    "jdbc:postgresql:d, '', , localhost:5432, d, ",
    "jdbc:postgresql:/?user=u, u, , localhost:5432, u, ",
    "mysql://u:p%2Fq@h/d/ignored, u, p/q, h:3306, d, ",
    "mysql://u:p@q@h/d, u, p@q, h:3306, d, ",
    "mysql://u:100%@h/d, u, 100%, h:3306, d, ",
    "mysql://u:a+b@h/d, u, a+b, h:3306, d, ",
    "jdbc:mysql://h/d?user=u&password=a@b, u, a@b, h:3306, d, ",
    "JDBC:MariaDB://h:3307/d?user=u, u, , h:3307, d, ",
    "postgresql://u@h/d?host=/run/postgresql, u, , /run/postgresql, d, ",
    "postgresql://u@%2Frun%2Fpostgresql/d, u, , /run/postgresql, d, ",
    "mysql://u@localhost/d?socket=/run/mysqld.sock, u, , /run/mysqld.sock, d, ",
    "postgresql:///d?host=other, '', , other:5432, d, ",
  })
  void urlsAreReadAsPrismaAndTheDriversReadThem(
      String text, String user, String password, String endpoint, String database, String schema) {
    DatabaseUrl url = DatabaseUrl.parse(text);
    assertEquals(user, url.user());
    assertEquals(Optional.ofNullable(password), url.password().map(Password::reveal));
    assertEquals(endpoint, url.endpoint().toString());
    assertEquals(database, url.database());
    assertEquals(schema == null ? List.of() : List.of(schema), url.schemas());
  }

  @ParameterizedTest
  @EnumSource
  void everyFormNamesItsFamily(UrlForm form) {
    assertEquals(form.family(), DatabaseUrl.parse(form.prefix() + "//h/d").family());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("aZ09 /?#@:%&=+;,.'\"\\[]{}<>é漢*~-_")
        .ofMinLength(1)
        .ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> urlCharacters() {
    return Arbitraries.strings().withChars("/?#@:%&=+,[]a1 ").ofMaxLength(5);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
