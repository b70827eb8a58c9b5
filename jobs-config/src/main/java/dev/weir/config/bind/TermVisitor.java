package dev.weir.config.bind;

import dev.weir.config.document.DocumentPath;
import dev.weir.config.problem.Location;

/** Is shown the terms that a document uses. */
public interface TermVisitor {

  /**
   * @param term as {@link Form#terms} names it
   * @param at where it stands
   * @return whether to go on below it
   */
  boolean enter(String term, Location at, DocumentPath path);
}
