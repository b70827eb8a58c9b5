package dev.weir.tokenization.control;

/** A record that holds no command of ours. Without a message: it might repeat what it has read. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  Unreadable(Refusal refusal) {
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
