package dev.schemend.apply;

import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Why the server would refuse a statement. */
public sealed interface SchemaError {

  /** The code that the server would give. */
  ErrorCode code();

  /** What happened, in a sentence. */
  String message();

  /** What it is about, where it is about one object. */
  default Optional<ObjectRef> subject() {
    return switch (this) {
      case Duplicate error -> Optional.of(error.object());
      case Undefined error -> Optional.of(error.object());
      case StillReferenced error -> Optional.of(error.object());
      case Invalid error -> Optional.of(error.object());
      case Undecidable error -> Optional.of(error.object());
      case Unsupported error -> Optional.empty();
    };
  }

  /** The name is taken. */
  record Duplicate(ObjectRef object, ErrorCode code) implements SchemaError {
    @Override
    public String message() {
      return object + " already exists";
    }
  }

  /** There is no such object. */
  record Undefined(ObjectRef object, ErrorCode code) implements SchemaError {
    @Override
    public String message() {
      return object + " does not exist";
    }
  }

  /** Other objects depend on the one to be dropped. */
  record StillReferenced(ObjectRef object, List<ObjectRef> dependants, ErrorCode code)
      implements SchemaError {
    /** Copies the dependants. */
    public StillReferenced {
      dependants = List.copyOf(dependants);
    }

    @Override
    public String message() {
      return "cannot drop " + object + ": needed by " + dependants;
    }
  }

  /** The definition contradicts itself, the object or the server's rules. */
  record Invalid(ObjectRef object, String reason, ErrorCode code) implements SchemaError {
    @Override
    public String message() {
      return object + ": " + reason;
    }
  }

  /** The server would do it, and what came of it cannot be told offline. */
  record Undecidable(ObjectRef object, String reason, ErrorCode code) implements SchemaError {
    @Override
    public String message() {
      return object + ": " + reason;
    }
  }

  /** The server, or its version, has no such statement. */
  record Unsupported(String what, ErrorCode code) implements SchemaError {
    @Override
    public String message() {
      return what + " is not supported by this server";
    }
  }
}
