package dev.schemend.hazard;

import dev.schemend.name.ObjectKind;

/** PORT: what one server does to carry a statement out. */
public interface HazardRules {

  /** What is known about the statement on that server. */
  Assessment assess(Deed deed);

  /** Whether grants on an object of that kind go with it, rather than stay by its name. */
  boolean grantsGoWith(ObjectKind kind);
}
