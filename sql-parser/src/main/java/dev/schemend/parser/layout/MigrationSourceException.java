package dev.schemend.parser.layout;

import java.util.Optional;

/** Migrations cannot be read from where the user said they are. */
public final class MigrationSourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What can be wrong with a source. */
  public enum Code {
    BAD_LOCATION("bad-location", "write git:<revision>:<path>, such as git:HEAD~1:./migrations"),
    NOT_FOUND("not-found", "check the path; it is taken from the current directory"),
    NOT_READABLE("not-readable", "make it readable for the user that runs this"),
    NOT_UTF8("not-utf8", "save the file as UTF-8"),
    NOT_A_REPOSITORY("not-a-repository", "run this inside of the repository's working tree"),
    UNKNOWN_REVISION("unknown-revision", "see the revisions with git log; fetch it if it is new"),
    NOT_IN_REVISION(
        "not-in-revision",
        "a path without ./ before it is taken from the root of the repository, as git does"),
    OUTSIDE_REPOSITORY("outside-repository", "name a path inside of the repository"),
    EMPTY_DIRECTORY("empty-directory", "name the directory that holds the migrations"),
    NO_MIGRATIONS(
        "no-migrations",
        "name a directory of migrations or one .sql file; docs/cli.md lists the layouts that are"
            + " known"),
    MISSING_SCRIPT("missing-script", "restore the file, or delete the directory", "P3015"),
    MISSING_FILE("missing-file", "restore the file, or take it out of what names it"),
    AMBIGUOUS_ORDER(
        "ambiguous-order",
        "say whose files they are with --layout, or give the numbers one length"),
    DUPLICATE_VERSION(
        "duplicate-version",
        "give one of the two another version, or name a directory that holds only one of them"),
    UNDO_SCRIPTS(
        "undo-scripts", "say whose files they are with --layout, or keep this one somewhere else"),
    UNKNOWN_LAYOUT("unknown-layout", "docs/cli.md lists the layouts that are known"),
    OTHER_LAYOUT("other-layout", "leave --layout out, or name the layout of this directory"),
    BAD_SETTINGS("bad-settings", "correct the file; the tool that it belongs to refuses it too"),
    NO_UP_SECTION("no-up-section", "mark what runs, as the tool that runs it demands"),
    NEEDS_SERVER("needs-server", "say for which server with --dialect"),
    LINK_OUTSIDE("link-outside", "put the file itself there"),
    TOO_MUCH("too-much", "name the directory that holds the migrations, not one far above");

    private final String id;
    private final String hint;
    private final String prismaCode;

    Code(String id, String hint) {
      this(id, hint, "");
    }

    Code(String id, String hint, String prismaCode) {
      this.id = id;
      this.hint = hint;
      this.prismaCode = prismaCode;
    }

    /** The stable name for machines. */
    public String id() {
      return id;
    }

    /** What to do. */
    public String hint() {
      return hint;
    }

    /** The code under which Prisma reports the same. */
    public Optional<String> prismaCode() {
      return prismaCode.isEmpty() ? Optional.empty() : Optional.of(prismaCode);
    }
  }

  private final Code code;
  private final String path;

  /**
   * Says what happened.
   *
   * @param code the kind of failure
   * @param path what could not be read, as the user would name it
   * @param what what happened and why
   */
  public MigrationSourceException(Code code, String path, String what) {
    this(code, path, what, null);
  }

  /** The same with the failure behind it. */
  public MigrationSourceException(Code code, String path, String what, Throwable cause) {
    super(path + ": " + what + " (" + code.hint() + ")", cause);
    this.code = code;
    this.path = path;
  }

  /** The kind of failure. */
  public Code code() {
    return code;
  }

  /** What could not be read. */
  public String path() {
    return path;
  }
}
