package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Codes;

/**
 * One record of one person.
 *
 * @param point its quasi-identifiers, a code for each axis
 * @param sensitive a code for each sensitive field that the guarantee looks at
 * @param payload what the caller needs to write it; kept as it is while the row waits, and not to
 *     be changed
 */
public record Row(Subject subject, Codes point, Codes sensitive, byte[] payload) {

  @Override
  public String toString() {
    return "Row";
  }
}
