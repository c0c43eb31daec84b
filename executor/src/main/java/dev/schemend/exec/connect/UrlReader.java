package dev.schemend.exec.connect;

import dev.schemend.exec.error.ExecException;
import java.util.Arrays;
import java.util.Optional;

/** Takes a URL apart. Its errors say what is wrong without quoting the text. */
final class UrlReader {

  private static final String AUTHORITY_END = "/?#";

  private final String url;

  UrlReader(String url) {
    this.url = url.strip();
  }

  DatabaseUrl read() {
    if (url.isEmpty()) {
      throw invalid(UrlProblem.EMPTY);
    }
    UrlForm form = UrlForm.of(url).orElseThrow(() -> invalid(UrlProblem.UNKNOWN_SCHEME));
    String rest = url.substring(form.prefix().length());
    boolean hasAuthority = rest.startsWith("//");
    if (!hasAuthority && form != UrlForm.JDBC_POSTGRESQL) {
      throw invalid(UrlProblem.NO_AUTHORITY);
    }
    // jdbc:postgresql:database is the driver's short form for a server on this machine.
    String hierarchical = hasAuthority ? rest.substring(2) : withoutAuthority(rest);
    int authorityEnd = firstOf(hierarchical, AUTHORITY_END);
    String authority = hierarchical.substring(0, authorityEnd);
    String tail = hierarchical.substring(authorityEnd);
    int at = authority.lastIndexOf('@');
    // Inside JDBC parameters a # is a character like any other; everywhere else it begins a
    // fragment, which means nothing here.
    int fragment = form.jdbc() ? -1 : tail.indexOf('#');
    String located = fragment < 0 ? tail : tail.substring(0, fragment);
    int question = located.indexOf('?');
    String path = question < 0 ? located : located.substring(0, question);
    String query = question < 0 ? "" : located.substring(question + 1);
    // Without this check, half of an unencoded password would be taken for a host and shown.
    boolean stray = (form.jdbc() && at < 0) ? strayAt(path, query) : tail.indexOf('@') >= 0;
    if (stray) {
      throw invalid(UrlProblem.UNENCODED_PASSWORD);
    }
    return assemble(form, authority, path, UrlParameters.parse(query));
  }

  /** JDBC URLs hold user and password among their parameters, where an @ is often left as it is. */
  private static boolean strayAt(String path, String query) {
    return path.indexOf('@') >= 0
        || Arrays.stream(query.split("&", -1))
            .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
            .anyMatch(pair -> pair.indexOf('@') >= 0);
  }

  private static String withoutAuthority(String rest) {
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static DatabaseUrl assemble(
      UrlForm form, String authority, String path, UrlParameters parameters) {
    int at = authority.lastIndexOf('@');
    String userInfo = at < 0 ? "" : authority.substring(0, at);
    int colon = userInfo.indexOf(':');
    String user =
        at >= 0
            ? PercentEncoding.decode(colon < 0 ? userInfo : userInfo.substring(0, colon))
            : parameters.value("user").orElse("");
    Optional<Password> password =
        colon >= 0
            ? Optional.of(Password.of(PercentEncoding.decode(userInfo.substring(colon + 1))))
            : parameters.value("password").map(Password::of);
    Endpoint endpoint = endpoint(form, authority.substring(at + 1), parameters);
    return new DatabaseUrl(
        form,
        endpoint,
        user,
        password,
        database(form, path, user),
        parameters.without("user").without("password").without("host").without("socket"));
  }

  private static Endpoint endpoint(UrlForm form, String hostAndPort, UrlParameters parameters) {
    String named = parameters.value("host").or(() -> parameters.value("socket")).orElse("");
    if (named.startsWith("/")) {
      return new Endpoint.UnixSocket(named);
    }
    if (hostAndPort.indexOf(',') >= 0) {
      throw invalid(UrlProblem.SEVERAL_HOSTS);
    }
    int bracket = hostAndPort.lastIndexOf(']');
    int colon = hostAndPort.indexOf(':', Math.max(bracket, 0));
    String host = PercentEncoding.decode(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
    if (host.startsWith("/")) {
      return new Endpoint.UnixSocket(host);
    }
    return new Endpoint.Tcp(
        host(named.isEmpty() ? host : named),
        colon < 0 ? form.family().defaultPort() : port(form, hostAndPort.substring(colon + 1)));
  }

  private static String host(String host) {
    if (host.isEmpty()) {
      return "localhost";
    }
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (bare.isEmpty()
        || bare.chars().anyMatch(c -> c <= ' ' || "()[]{}<>\"'\\/@=&%".indexOf(c) >= 0)
        || (!bracketed && bare.indexOf(':') >= 0)) {
      throw invalid(UrlProblem.BAD_HOST);
    }
    return bare;
  }

  private static int port(UrlForm form, String digits) {
    if (digits.isEmpty()) {
      return form.family().defaultPort();
    }
    boolean number = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = number ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65_535) {
      throw invalid(UrlProblem.BAD_PORT);
    }
    return port;
  }

  /** The first segment of the path; without one, the database that Prisma or the driver takes. */
  private static String database(UrlForm form, String path, String user) {
    String trimmed = path.startsWith("/") ? path.substring(1) : path;
    String name = PercentEncoding.decode(trimmed.substring(0, firstOf(trimmed, "/")));
    if (!name.isEmpty()) {
      return name;
    }
    return switch (form.family()) {
      case POSTGRESQL -> form.jdbc() && !user.isEmpty() ? user : "postgres";
      // Prisma would take the server's own database "mysql", and then refuse it (P3004).
      case MYSQL -> throw invalid(UrlProblem.NO_DATABASE);
    };
  }

  private static int firstOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static ExecException invalid(UrlProblem problem) {
    return new ExecException(new InvalidUrl(problem, ""));
  }
}
