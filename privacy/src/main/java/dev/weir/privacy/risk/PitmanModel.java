package dev.weir.privacy.risk;

import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;

/**
 * Pitman's sampling formula, fitted to class sizes by maximum likelihood with Newton's method
 * (Hoshino 2001, "Applying Pitman's sampling formula to microdata disclosure risk assessment").
 */
final class PitmanModel {

  private static final int MOST_STEPS = 300;
  private static final double ENOUGH = 1e-6;

  private final ClassSizes sizes;
  private double theta;
  private double alpha;

  PitmanModel(ClassSizes sizes) {
    this.sizes = sizes;
    guess();
  }

  /** Estimates of moments, where Newton's method begins. */
  private void guess() {
    double rows = sizes.rows();
    double classes = sizes.count();
    double ones = sizes.ofSize(1);
    double c = ones * (ones - 1) / Math.max(1, sizes.ofSize(2));
    theta =
        (rows * classes * c - ones * (rows - 1) * (2 * classes + c))
            / (2 * ones * classes + ones * c - rows * c);
    alpha = (theta * (ones - rows) + (rows - 1) * ones) / (rows * classes);
  }

  /** How many of a population are unique in it. */
  OptionalDouble uniques(double population) {
    if (!fit() || alpha <= 0 || alpha >= 1 || theta <= -alpha) {
      return OptionalDouble.empty();
    }
    double logUniques =
        Gamma.logGamma(theta + 1) - Gamma.logGamma(theta + alpha) + alpha * Math.log(population);
    double uniques = Math.exp(logUniques);
    return uniques <= population ? OptionalDouble.of(uniques) : OptionalDouble.empty();
  }

  private boolean fit() {
    for (int step = 0; step < MOST_STEPS && Double.isFinite(theta + alpha); step++) {
      Slope slope = slope();
      if (Math.abs(slope.byTheta) < ENOUGH && Math.abs(slope.byAlpha) < ENOUGH) {
        return true;
      }
      double determinant = slope.theta2 * slope.alpha2 - slope.mixed * slope.mixed;
      theta -= (slope.byTheta * slope.alpha2 - slope.byAlpha * slope.mixed) / determinant;
      alpha -= (slope.byAlpha * slope.theta2 - slope.byTheta * slope.mixed) / determinant;
    }
    return false;
  }

  /** First and second derivatives of the log likelihood. */
  private static final class Slope {
    private double byTheta;
    private double byAlpha;
    private double theta2;
    private double mixed;
    private double alpha2;
  }

  private Slope slope() {
    Slope slope = new Slope();
    addClasses(slope);
    addRows(slope);
    addSizes(slope);
    return slope;
  }

  private void addClasses(Slope slope) {
    for (long i = 1; i < sizes.count(); i++) {
      double one = 1 / (theta + i * alpha);
      slope.byTheta += one;
      slope.byAlpha += i * one;
      slope.theta2 -= one * one;
      slope.mixed -= i * one * one;
      slope.alpha2 -= i * one * i * one;
    }
  }

  private void addRows(Slope slope) {
    for (long i = 1; i < sizes.rows(); i++) {
      double one = 1 / (theta + i);
      slope.byTheta -= one;
      slope.theta2 += one * one;
    }
  }

  private void addSizes(Slope slope) {
    for (Map.Entry<Integer, Long> size : sizes.classes().entrySet()) {
      for (int i = 1; i < size.getKey(); i++) {
        double one = 1 / (i - alpha);
        slope.byAlpha -= size.getValue() * one;
        slope.alpha2 -= size.getValue() * one * one;
      }
    }
  }
}
