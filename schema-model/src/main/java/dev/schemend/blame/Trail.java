package dev.schemend.blame;

import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that happened to one object, or under one name, in the order in which it happened.
 *
 * @param touches never empty
 */
public record Trail(List<Touch> touches) {

  /** Copies the touches; an object without a story has no trail. */
  public Trail {
    touches = List.copyOf(touches);
    if (touches.isEmpty()) {
      throw new IllegalArgumentException("a trail begins somewhere");
    }
  }

  /** This trail with one touch more. */
  Trail plus(Touch touch) {
    List<Touch> longer = new ArrayList<>(touches);
    longer.add(touch);
    return new Trail(longer);
  }

  /** Whether the object is there at the end. */
  public boolean isAlive() {
    return switch (last().act()) {
      case MADE, CHANGED, RENAMED -> true;
      case LEFT, DROPPED -> false;
    };
  }

  /** The last thing that happened. */
  public Touch last() {
    return touches.getLast();
  }

  /** The statement that made it, the last time it was made; empty where nobody did. */
  public Optional<StatementText> made() {
    return touches.reversed().stream()
        .filter(touch -> touch.act() == Act.MADE)
        .findFirst()
        .map(Touch::statement);
  }
}
