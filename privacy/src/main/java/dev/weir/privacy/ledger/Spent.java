package dev.weir.privacy.ledger;

import dev.weir.privacy.budget.Rho;

/** An amount of both. */
public record Spent(Rho rho, double delta) {

  public static final Spent NOTHING = new Spent(Rho.NOTHING, 0);

  /** Both together, rounded up. */
  public Spent plus(Spent other) {
    double sum = delta + other.delta;
    return new Spent(rho.plus(other.rho), sum == 0 ? 0 : Math.nextUp(sum));
  }

  /** So many of these, rounded up. */
  Spent times(int count) {
    if (count == 1) {
      return this;
    }
    double product = delta * count;
    return new Spent(rho.times(count), product == 0 ? 0 : Math.nextUp(product));
  }

  /** Whether it is within what may be spent; sums of deltas are off by their last digits. */
  boolean within(Spent most) {
    return rho.compareTo(most.rho) <= 0 && delta <= most.delta * (1 + 1e-9);
  }
}
