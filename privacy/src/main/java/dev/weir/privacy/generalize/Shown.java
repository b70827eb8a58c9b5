package dev.weir.privacy.generalize;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A generalized value as a release shows it. */
public sealed interface Shown {

  /** A missing value stays missing. */
  record Missing() implements Shown {}

  /** One value, or the label of a set. */
  record Text(String text) implements Shown {
    @Override
    public String toString() {
      return "Text";
    }
  }

  /** A whole number; the ends are the same for an exact one. Both are in it. */
  record Integers(long from, long to) implements Shown {
    @Override
    public String toString() {
      return "Integers";
    }
  }

  /** Numbers of which {@code to} is the first that is not in it. */
  record Numbers(BigDecimal from, BigDecimal to) implements Shown {
    @Override
    public String toString() {
      return "Numbers";
    }
  }

  /** Instants of which {@code to} is the first that is not in it. */
  record Instants(Instant from, Instant to) implements Shown {
    @Override
    public String toString() {
      return "Instants";
    }
  }

  /** Days; the ends are the same for an exact one. Both are in it. */
  record Dates(LocalDate from, LocalDate to) implements Shown {
    @Override
    public String toString() {
      return "Dates";
    }
  }
}
