package dev.weir.config.agreement;

import java.util.List;

/** Which groups of a field are shown. */
public sealed interface Groups {

  /** A public list: each is always shown, empty or not. Values as text. */
  record Listed(List<String> values) implements Groups {
    public Listed {
      values = List.copyOf(values);
    }
  }

  /** {@code discover}: found privately, at a price. */
  record Discovered() implements Groups {}
}
