package dev.weir.local.billing;

import java.util.List;

/** Files that billing cannot go by; names each file and place, what is wrong and the mend. */
public final class BillingInputException extends Exception {

  private static final long serialVersionUID = 1L;

  public BillingInputException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
