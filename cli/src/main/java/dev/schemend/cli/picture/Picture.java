package dev.schemend.cli.picture;

import java.util.List;

/**
 * The tables that differ between two states, and those at the other end of their foreign keys.
 *
 * @param boxes in the order of their names
 * @param lines in the order of their tables, then of their names
 */
record Picture(List<Box> boxes, List<Line> lines) {

  /** Copies the lists. */
  Picture {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }
}
