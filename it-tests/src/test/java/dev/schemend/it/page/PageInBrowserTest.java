package dev.schemend.it.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.cli.Schemend;
import dev.schemend.cli.process.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page of a plan, read in headless Chromium from a file, without a network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {

  private static final String FROM =
      """
      CREATE TABLE member (id int PRIMARY KEY, email text);
      CREATE TABLE visit (id int PRIMARY KEY, member_id int REFERENCES member);
      CREATE TABLE apart (id int);
      """;

  private static final String TO =
      """
      CREATE TABLE member (id int PRIMARY KEY, email text NOT NULL);
      CREATE TABLE visit (id int PRIMARY KEY, member_id int REFERENCES member, seen date);
      CREATE TABLE apart (id int);
      CREATE TABLE "<img src=x onerror=document.title='run'>" (id int);
      """;

  private Path chromium;
  private Path page;

  @BeforeAll
  void writeThePage(@TempDir Path directory) throws IOException {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(
                path ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "there is no Chromium here");
    chromium = found.orElseThrow();
    Files.writeString(directory.resolve("from.sql"), FROM);
    Files.writeString(directory.resolve("to.sql"), TO);
    page = directory.resolve("plan.html");
    int exit =
        Schemend.run(
            new Surroundings(
                directory,
                Map.of(),
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
            "migrate diff --from from.sql --to to.sql --dialect postgresql --format html -o plan.html"
                .split(" "));
    assertEquals(0, exit);
  }

  /** The page after its script has run, as the browser sees it. */
  private String opened(String fragment) throws IOException, InterruptedException {
    Path out = Files.createTempFile(page.getParent(), "dom", ".html");
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + Files.createTempDirectory(page.getParent(), "profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri() + fragment)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(browser.waitFor(2, TimeUnit.MINUTES), "the browser does not end");
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(out);
  }

  private static boolean isShown(String dom, String object) {
    var details =
        Pattern.compile("<details class=\"object[^>]*data-search=\"" + object + "\"[^>]*>")
            .matcher(dom);
    assertTrue(details.find(), object + " is not in the page:\n" + dom);
    return !details.group().contains(" hidden=");
  }

  @Test
  void showsPlanPictureAndSchemas() throws Exception {
    String dom = opened("");
    assertTrue(isShown(dom, "table public.member"));
    assertTrue(isShown(dom, "table public.apart"));
    assertTrue(dom.contains("<strong>fails-on-existing-rows</strong>"), dom);
    assertEquals(3, dom.split("<g class=\"box ", -1).length - 1, dom);
  }

  @Test
  void searchesAsItsAddressSays() throws Exception {
    String dom = opened("#q=visit%20seen");
    assertTrue(isShown(dom, "table public.visit"));
    assertFalse(isShown(dom, "table public.member"));
    assertFalse(isShown(dom, "table public.apart"));
    assertTrue(Pattern.compile(">\\d+ found</output>").matcher(dom).find(), dom);
  }

  @Test
  void runsNothingThatASchemaHolds() throws Exception {
    String dom = opened("");
    assertTrue(dom.contains("<title>from.sql → to.sql</title>"), dom);
    assertFalse(dom.contains("<img"), dom);
  }

  @Test
  void asksForNothingElse() throws Exception {
    String html = Files.readString(page);
    assertFalse(
        Pattern.compile("(src|href)=\"(?!#)").matcher(html).find(), "a page that loads something");
    assertTrue(html.contains("default-src 'none'"), html);
  }
}
