package dev.weir.metering.ledger;

import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is added to the ledger, and stays. */
public sealed interface Entry {

  /** 1 for the first, then one more each. */
  long number();

  /** When it was added. */
  Instant at();

  /** An amount that somebody pays, or gets back. */
  sealed interface Posting extends Entry {

    /** The partner's id. */
    String partner();

    /** The month in whose statement it is, UTC; {@link ChargeKey#month} is that of the release. */
    YearMonth billed();

    ChargeKey key();

    Money amount();
  }

  /**
   * A charge, or a difference to what was charged before.
   *
   * @param line quantity and amount may be below 0
   * @param corrects what it corrects; null in a month that was never closed
   */
  record Charge(
      long number,
      Instant at,
      String partner,
      YearMonth billed,
      RatedLine line,
      @Nullable Original corrects)
      implements Posting {

    @Override
    public ChargeKey key() {
      return line.key();
    }

    @Override
    public Money amount() {
      return line.amount();
    }
  }

  /**
   * A part of a charge given back after a dispute, by a credit note of its own.
   *
   * @param amount below 0
   * @param reason for people
   */
  record Credit(
      long number,
      Instant at,
      String partner,
      YearMonth billed,
      ChargeKey key,
      Money amount,
      Original corrects,
      String reason,
      Document note)
      implements Posting {}

  /**
   * A month is frozen: nothing is billed in it any more.
   *
   * @param statements of all that was billed in it and on no document yet
   */
  record Closing(
      long number,
      Instant at,
      YearMonth month,
      Reconciliation reconciliation,
      List<Document> statements)
      implements Entry {
    public Closing {
      statements = List.copyOf(statements);
    }
  }

  /** A closed month takes lines again; its documents stay. */
  record Reopening(long number, Instant at, YearMonth month, String reason) implements Entry {}

  /**
   * What a correction corrects.
   *
   * @param entry the charge; where there was none, the closing of its month
   * @param document on which that charge stands; null where there was none
   */
  record Original(long entry, @Nullable String document) {}
}
