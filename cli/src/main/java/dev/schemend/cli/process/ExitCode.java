package dev.schemend.cli.process;

/** How a run ended, for scripts. */
public enum ExitCode {
  /** All went well. */
  CLEAN(0),
  /** Something failed. */
  FAILURE(1),
  /** {@code --exit-code} was given, and there are differences. */
  DIFFERENT(2),
  /** It could be done, and was refused: not proven, or not everything was understood. */
  REFUSED(3),
  /** The person who was asked said no, or a reset is needed first; Prisma's number for both. */
  CANCELLED(130),
  /** The command line makes no sense ({@code EX_USAGE} of sysexits(3)). */
  USAGE(64);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The exit status of the process. */
  public int status() {
    return status;
  }
}
