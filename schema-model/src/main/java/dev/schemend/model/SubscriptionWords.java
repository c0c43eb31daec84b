package dev.schemend.model;

import java.util.Set;

/**
 * The words under which a {@link Declaration} of a subscription says its facts (manual, CREATE
 * SUBSCRIPTION); the other options are called as there.
 */
public final class SubscriptionWords {

  /** Where the publisher is, without what is secret in it. */
  public static final String CONNECTION = "connection";

  /** That the connection holds something secret, which is in no model. */
  public static final String SECRET = "secret";

  /** The names of the publications, which are the publisher's. */
  public static final String PUBLICATIONS = "publication";

  /** Whether it is at work: {@code true} or {@code false}. */
  public static final String ENABLED = "enabled";

  /** The slot at the publisher; nothing where there is none. */
  public static final String SLOT = "slot_name";

  /** As written: whether the publisher is asked when it is made. */
  public static final String CONNECT = "connect";

  /** As written: whether the publisher is to make a slot. */
  public static final String CREATE_SLOT = "create_slot";

  /** As written: whether the rows that are there are copied. */
  public static final String COPY_DATA = "copy_data";

  /** How large transactions arrive: {@code off}, {@code on} or {@code parallel}. */
  public static final String STREAMING = "streaming";

  /** Whether prepared transactions arrive as such. */
  public static final String TWO_PHASE = "two_phase";

  /** Whether its slot is kept on the publisher's standbys. */
  public static final String FAILOVER = "failover";

  /** What is said when it is made, and not kept. */
  public static final Set<String> PASSING = Set.of(CONNECT, CREATE_SLOT, COPY_DATA);

  private SubscriptionWords() {}
}
