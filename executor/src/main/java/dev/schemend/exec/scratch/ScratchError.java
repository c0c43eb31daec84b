package dev.schemend.exec.scratch;

import dev.schemend.exec.error.ExecError;
import dev.schemend.exec.error.ServerError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A database cannot serve as a scratch database. */
public sealed interface ScratchError extends ExecError {

  @Override
  default Optional<ServerError> server() {
    return Optional.empty();
  }

  private static String some(List<String> names) {
    int shown = 5;
    return names.stream().limit(shown).collect(Collectors.joining(", "))
        + (names.size() > shown ? " and " + (names.size() - shown) + " more." : ".");
  }

  /**
   * It holds something, and nobody said that this may be.
   *
   * @param database its name
   * @param contents what it holds, in words; not empty
   */
  record NotEmpty(String database, List<String> contents) implements ScratchError {

    /** Copies the list. */
    public NotEmpty {
      Objects.requireNonNull(database, "database");
      contents = List.copyOf(contents);
    }

    @Override
    public String code() {
      return "scratch-not-empty";
    }

    @Override
    public String message() {
      return "The database " + database + " is not empty, so nothing is run in it.";
    }

    @Override
    public String detail() {
      return "It holds " + some(contents);
    }

    @Override
    public String hint() {
      return "Make an empty one on the same server (CREATE DATABASE scratch) and name it in the"
          + " URL.";
    }
  }

  /**
   * Something withstood.
   *
   * @param database its name
   * @param contents what it still holds, in words; not empty
   */
  record NotEmptied(String database, List<String> contents) implements ScratchError {

    /** Copies the list. */
    public NotEmptied {
      Objects.requireNonNull(database, "database");
      contents = List.copyOf(contents);
    }

    @Override
    public String code() {
      return "scratch-not-emptied";
    }

    @Override
    public String message() {
      return "The database " + database + " could not be emptied.";
    }

    @Override
    public String detail() {
      return "It still holds " + some(contents);
    }

    @Override
    public String hint() {
      return "Drop the database, and report this: it is a kind of object that is not known here.";
    }
  }

  /**
   * Scripts work in other databases too, and the server has those.
   *
   * @param databases their names; not empty
   */
  record DatabasesExist(List<String> databases) implements ScratchError {

    /** Copies the list. */
    public DatabasesExist {
      databases = List.copyOf(databases);
    }

    @Override
    public String code() {
      return "scratch-not-empty";
    }

    @Override
    public String message() {
      return "The scripts work in other databases too, which this server has already; so nothing is"
          + " run.";
    }

    @Override
    public String detail() {
      return "They name " + some(databases);
    }

    @Override
    public String hint() {
      return "Use a server that has no database of these names.";
    }
  }

  /**
   * The server refused to tell what the database holds, or to drop it.
   *
   * @param what it was asked to do, as in "The server refused to …"
   * @param said its answer
   */
  record Refused(String what, ServerError said) implements ScratchError {

    /** Rejects null parts. */
    public Refused {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(said, "said");
    }

    @Override
    public String code() {
      return said.databaseErrorCode();
    }

    @Override
    public String message() {
      return "The server refused to " + what + ".";
    }

    @Override
    public String detail() {
      return said.line();
    }

    @Override
    public String hint() {
      return "Use the database's owner, or a user who may do everything on a server for tests.";
    }

    @Override
    public Optional<ServerError> server() {
      return Optional.of(said);
    }
  }
}
