package dev.schemend.exec.run;

/** Whether somebody has asked a run to stop. Read by several threads. */
public interface StopSign {

  /** Nobody ever does. */
  StopSign NEVER =
      new StopSign() {
        @Override
        public boolean isRaised() {
          return false;
        }

        @Override
        public boolean isUrgent() {
          return false;
        }
      };

  /** Whether no further statement is to be sent. */
  boolean isRaised();

  /** Whether the statement in flight is to be cancelled, too. */
  boolean isUrgent();
}
