package dev.weir.tokenization.control;

/** What becomes of a record in the control log. */
public sealed interface Judgement {

  /** It is obeyed. */
  record Obeyed(Order order) implements Judgement {}

  /** It is not. */
  record Refused(Refusal why) implements Judgement {}
}
