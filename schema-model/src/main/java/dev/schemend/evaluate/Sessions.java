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
    for (Map.Entry<String, Value> entry : other.session().variables()) {
      boolean same =
          one.session()
              .variables()
              .get(entry.getKey())
              .filter(entry.getValue()::equals)
              .isPresent();
      if (!same) {
        session = session.withVariable(entry.getKey(), Value.unknown(why));
      }
    }
    for (Map.Entry<String, Value> entry : one.session().variables()) {
      if (!other.session().variables().containsKey(entry.getKey())) {
        session = session.withVariable(entry.getKey(), Value.unknown(why));
      }
    }
    return session;
  }
}
