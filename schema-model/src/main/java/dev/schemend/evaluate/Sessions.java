package dev.schemend.evaluate;

import dev.schemend.apply.Session;
import dev.schemend.query.Value;
import java.util.Map;

/** What two sessions have in common. */
final class Sessions {

  private Sessions() {}

  /** The session of {@code one}, its variables unknown where {@code other} has another value. */
  static Session joined(State one, State other, String why) {
    Session session = one.session();
    for (Map.Entry<String, Value> entry : other.session().userVariables()) {
      boolean same =
          one.session()
              .userVariables()
              .get(entry.getKey())
              .filter(entry.getValue()::equals)
              .isPresent();
      if (!same) {
        session = session.withUserVariable(entry.getKey(), Value.unknown(why));
      }
    }
    for (Map.Entry<String, Value> entry : one.session().userVariables()) {
      if (!other.session().userVariables().containsKey(entry.getKey())) {
        session = session.withUserVariable(entry.getKey(), Value.unknown(why));
      }
    }
    return session;
  }
}
