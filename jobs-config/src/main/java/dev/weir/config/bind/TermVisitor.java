package dev.weir.config.bind;

import dev.weir.config.problem.Location;
import dev.weir.config.yaml.DocumentPath;

/** Is shown the terms that a document uses. */
public interface TermVisitor {

  /**
   * @param term as {@link Form#terms} names it
   * @param at where it stands
   * @return whether to go on below it
   */
  boolean enter(String term, Location at, DocumentPath path);
}
