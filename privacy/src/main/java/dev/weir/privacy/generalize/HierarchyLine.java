package dev.weir.privacy.generalize;

import java.util.List;

/**
 * One line of a hierarchy's file.
 *
 * @param cells the leaf first, the root last
 */
record HierarchyLine(long number, List<String> cells) {

  String leaf() {
    return cells.get(0);
  }

  int levels() {
    return cells.size();
  }
}
