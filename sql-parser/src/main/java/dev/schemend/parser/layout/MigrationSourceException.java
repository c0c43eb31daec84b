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
        "name a directory with <name>/migration.sql in it (Prisma), or one of *.sql files, or one"
            + " .sql file"),
    MISSING_SCRIPT("missing-script", "restore the file, or delete the directory", "P3015"),
    AMBIGUOUS_ORDER(
        "ambiguous-order", "give the numbers one length: files run in byte order of their names"),
    UNDO_SCRIPTS(
        "undo-scripts", "this layout is not known; keep the scripts that undo somewhere else");

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
