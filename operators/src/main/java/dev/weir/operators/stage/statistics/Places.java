package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.Place;
import dev.weir.privacy.ledger.Span;

/** Where state is that belongs to no window. */
final class Places {

  /** Of what stays. */
  static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Of the product: its ledger, its drawn rows, and which windows are open. */
  static final Place PRODUCT = new Place("", "", ALWAYS);

  private Places() {}
}
