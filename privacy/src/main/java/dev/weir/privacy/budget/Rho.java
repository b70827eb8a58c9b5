package dev.weir.privacy.budget;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount of ρ, of zero-concentrated differential privacy (Bun and Steinke 2016, definition 1.1).
 * Amounts of releases add up (lemma 1.7), also where later releases are chosen by the outcome of
 * earlier ones.
 *
 * @param value finite, at least 0
 */
public record Rho(double value) implements Comparable<Rho>, Serializable {

  public static final Rho NOTHING = new Rho(0);

  /** More than sums of a million parts can gain by being rounded up. */
  private static final double SLACK = 1 - 0x1p-30;

  /** Refuses what is outside the range, NaN too. */
  public Rho {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException("rho must be at least 0 and finite");
    }
  }

  /** ρ of what is ε differentially private (proposition 1.4): ε² / 2, rounded up. */
  public static Rho ofPure(double epsilon) {
    return new Rho(Math.nextUp(epsilon * epsilon / 2));
  }

  /** Both together, rounded up. */
  public Rho plus(Rho other) {
    double sum = value + other.value;
    boolean exact = sum - value == other.value && sum - other.value == value;
    return new Rho(exact ? sum : Math.nextUp(sum));
  }

  /** So many of these, rounded up. */
  public Rho times(int count) {
    double product = value * count;
    if (count == 1) {
      return this;
    }
    return new Rho(product == 0 ? product : Math.nextUp(product));
  }

  /** One of so many equal parts: {@code times(count)} of it is not above this. */
  public Rho part(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a budget is parted among one or more");
    }
    return new Rho(value / count * SLACK);
  }

  /**
   * Parts by shares: added up, with {@link #plus}, they are not above this.
   *
   * @param shares each above 0; 1,000 at most
   */
  public List<Rho> parts(List<Double> shares) {
    if (shares.size() > 1000 || shares.stream().anyMatch(share -> !(share > 0))) {
      throw new IllegalArgumentException("shares must be above 0, and 1,000 at most");
    }
    double all = shares.stream().mapToDouble(Double::doubleValue).sum();
    List<Rho> parts = new ArrayList<>();
    for (double share : shares) {
      parts.add(new Rho(value * (share / all) * SLACK));
    }
    return List.copyOf(parts);
  }

  @Override
  public int compareTo(Rho other) {
    return Double.compare(value, other.value);
  }
}
