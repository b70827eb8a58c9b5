package dev.weir.operators.progress;

import java.io.IOException;
import java.io.Serializable;

/** Where progress records are read, on whatever machine asks. */
public interface ProgressLog extends Serializable {

  /**
   * All that stands there of a gateway now.
   *
   * @throws IOException if it cannot be read, or holds what is no progress record
   */
  Released read(String gateway) throws IOException;
}
