package dev.weir.operators.treat;

import dev.weir.plan.Step;
import dev.weir.tokenization.CohortTokens;
import dev.weir.tokenization.Tokenizer;

/** What steps of a plan need keys for. What it gives is confined to one thread. */
public interface TokenKeys {

  /**
   * @throws dev.weir.tokenization.KeyException if there is no such key
   */
  Tokenizer tokenizer(Step.Tokenize step);

  /**
   * @throws dev.weir.tokenization.KeyException if there is no such key
   */
  ShiftDays shiftDays(Step.Shift step);

  /**
   * @throws dev.weir.tokenization.KeyException if there is no such key
   */
  default CohortTokens cohortTokens(Step.CohortToken step) {
    throw new IllegalArgumentException("nothing here has tokens of cohorts");
  }
}
