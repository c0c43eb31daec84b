package dev.schemend.cli.prove;

/** Is told how far a proof is: for progress displays. */
public interface ProofListener {

  /** Listens to nothing. */
  ProofListener NONE = (activity, number, of, migration) -> {};

  /**
   * A migration begins.
   *
   * @param activity what the history is run for this time, as in {@code looking for the first
   *     difference}
   * @param number which it is, from 1
   * @param of how many there are
   * @param migration its name
   */
  void beginning(String activity, int number, int of, String migration);
}
