package dev.schemend.cli.picture;

import com.samskivert.mustache.Mustache;
import dev.schemend.apply.Coverage;
import dev.schemend.cli.kit.Definitions;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.Fingerprint;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as one page that needs nothing else: the tables that change as a picture, the steps with
 * their dangers in order, both schemas side by side, and a search over all of it.
 *
 * <p>The page forbids itself every request ({@code Content-Security-Policy}); without scripts only
 * the search is missing. {@code #q=words} in its address searches at once.
 */
public final class HtmlPage {

  private static final String TEMPLATE = "page.html";
  private static final String STYLE = "page.css";
  private static final String SCRIPT = "page.js";

  private HtmlPage() {}

  /** The page, the same for the same plan. */
  public static String of(StatePair states, Plan plan) {
    Map<String, Object> page = new HashMap<>();
    String script = resource(SCRIPT);
    page.put("style", resource(STYLE));
    page.put("script", script);
    page.put("scriptHash", sha256(script));
    page.put("server", server(states.kit().profile()));
    page.put("from", state(states.from(), plan.from()));
    page.put("to", state(states.to(), plan.to()));
    page.put("empty", plan.changes().isEmpty());
    Picture picture = PictureOf.of(states, plan);
    page.put("picture", picture.boxes().isEmpty() ? "" : SvgPicture.of(picture));
    page.put("steps", steps(states, plan));
    page.put("left", left(plan));
    Compared compared =
        Compared.of(
            new Definitions(states.kit()), states.from().schema(), states.to().schema(), plan);
    page.put("changed", compared.changed().stream().map(HtmlPage::object).toList());
    page.put("unchanged", compared.unchanged().stream().map(HtmlPage::object).toList());
    page.put("unchangedCount", compared.unchanged().size());
    List<Map<String, String>> findings = new ArrayList<>();
    states.from().findings().forEach(finding -> findings.add(finding(states.from(), finding)));
    states.to().findings().forEach(finding -> findings.add(finding(states.to(), finding)));
    page.put("findings", findings);
    return Mustache.compiler()
        .withEscaper(Html::escaped)
        .emptyStringIsFalse(true)
        .compile(resource(TEMPLATE))
        .execute(page);
  }

  private static String server(ServerProfile profile) {
    return profile.flavor().productName() + " " + profile.version();
  }

  private static Map<String, String> state(ReadState state, Fingerprint fingerprint) {
    Coverage coverage = state.coverage();
    return Map.of(
        "label",
        state.spec().label(),
        "fingerprint",
        fingerprint.hex(),
        "short",
        fingerprint.abbreviated(),
        "objects",
        Integer.toString(state.schema().objects().size()),
        "unread",
        unread(coverage));
  }

  private static String unread(Coverage coverage) {
    List<String> doubts = new ArrayList<>();
    if (!coverage.unknown().isEmpty()) {
      doubts.add(coverage.unknown().size() + " of " + coverage.statements() + " statements unread");
    }
    if (!coverage.assumed().isEmpty()) {
      doubts.add(coverage.assumed().size() + " read as in a database without rows");
    }
    return String.join(", ", doubts);
  }

  private static List<Map<String, Object>> steps(StatePair states, Plan plan) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Step step : plan.steps()) {
      List<String> statements =
          step.statements().stream()
              .map(statement -> states.kit().frontend().print(statement) + ";")
              .toList();
      steps.add(
          Map.of(
              "number", steps.size() + 1,
              "label", step.label().words(),
              "transaction", words(step.transaction()),
              "hazards", step.hazards().stream().map(HtmlPage::hazard).toList(),
              "locks", step.locks().stream().map(HtmlPage::lock).toList(),
              "sql", String.join("\n", statements)));
    }
    return steps;
  }

  private static String words(TransactionMode mode) {
    return switch (mode) {
      case TRANSACTIONAL -> "";
      case SEPARATE -> "in a transaction of its own";
      case AUTOCOMMIT -> "commits by itself";
      case FORBIDDEN -> "outside of a transaction";
    };
  }

  private static Map<String, String> hazard(Hazard hazard) {
    return Map.of("kind", hazard.kind().words(), "reason", hazard.reason());
  }

  /** A lock in a sentence: what it is taken on, what it blocks, and for how long. */
  private static String lock(TableLock lock) {
    String blocked = lock.blocks().words().replace('-', ' ');
    return lock.mode()
        + " on "
        + lock.object()
        + ": blocks "
        + blocked
        + switch (lock.work()) {
          case INSTANT -> ", for a moment";
          case SCAN -> ", while all rows are read";
          case REWRITE -> ", while all rows are written";
        };
  }

  private static List<Map<String, String>> left(Plan plan) {
    return plan.left().stream()
        .map(left -> Map.of("object", left.change().ref().toString(), "reason", left.reason()))
        .toList();
  }

  private static Map<String, Object> object(Compared.Item item) {
    List<Map<String, String>> lines =
        item.lines().stream()
            .map(
                line ->
                    Map.of(
                        "left", line.left(),
                        "right", line.right(),
                        "mark", line.mark() == Mark.SAME ? "same" : line.mark().words()))
            .toList();
    return Map.of(
        "name", item.ref().toString(),
        "mark", item.mark().words(),
        "sign", item.mark().sign(),
        "search", item.ref().toString(),
        "lines", lines);
  }

  private static Map<String, String> finding(ReadState state, Finding finding) {
    return Map.of(
        "state", state.spec().label(),
        "severity", finding.diagnostic().severity().name().toLowerCase(Locale.ROOT),
        "message", finding.diagnostic().message());
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
