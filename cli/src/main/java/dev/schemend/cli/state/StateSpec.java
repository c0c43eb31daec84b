package dev.schemend.cli.state;

import dev.schemend.exec.connect.DatabaseUrl;
import java.util.Objects;

/** A state as the command line names it. */
public sealed interface StateSpec {

  /** How a person recognises it; a URL with its password masked. */
  String label();

  /** A database without anything in it. */
  record Empty() implements StateSpec {
    @Override
    public String label() {
      return StateSpecs.EMPTY;
    }
  }

  /**
   * What a directory of migrations makes of an empty database.
   *
   * @param path as written
   */
  record MigrationsDirectory(String path) implements StateSpec {
    /** Rejects null. */
    public MigrationsDirectory {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String label() {
      return path;
    }
  }

  /**
   * What one script makes of an empty database.
   *
   * @param path as written
   */
  record SqlFile(String path) implements StateSpec {
    /** Rejects null. */
    public SqlFile {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String label() {
      return path;
    }
  }

  /**
   * A directory or a script as it was at a git revision.
   *
   * @param location {@code git:<revision>:<path>}
   */
  record GitRevision(String location) implements StateSpec {
    /** Rejects null. */
    public GitRevision {
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String label() {
      return location;
    }
  }

  /**
   * What a Prisma schema declares.
   *
   * @param location a file, a directory of files, or either in git, as written
   */
  record PrismaSchema(String location) implements StateSpec {
    /** Rejects null. */
    public PrismaSchema {
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String label() {
      return location;
    }
  }

  /**
   * What a live database holds.
   *
   * @param url where it is
   */
  record LiveDatabase(DatabaseUrl url) implements StateSpec {
    /** Rejects null. */
    public LiveDatabase {
      Objects.requireNonNull(url, "url");
    }

    @Override
    public String label() {
      return url.toString();
    }
  }
}
