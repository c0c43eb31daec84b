package dev.schemend.parser.prisma.format;

import java.util.List;

/**
 * An entry of a block.
 *
 * @param cells that stand below those of its neighbours
 * @param ofBlock whether it is an attribute of the block, before which an empty line stands
 */
record Row(List<String> cells, boolean ofBlock) {

  /** Copies the cells. */
  Row {
    cells = List.copyOf(cells);
  }
}
