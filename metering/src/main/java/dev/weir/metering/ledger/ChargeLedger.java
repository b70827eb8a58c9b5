package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Reopening;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.RatedLine;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The ledger. Entries are only added, each is checked before it is, and what a ledger knows comes
 * from its entries alone: one that is replayed goes on where the first one stopped.
 *
 * <p>For one thread, and one writer: two that go on from the same entries would give a number
 * twice.
 */
public final class ChargeLedger {

  private final LedgerState state;
  private final NextEntry next;

  /**
   * An empty one.
   *
   * @param series what stands before the documents' numbers: {@code WEIR-}; may be empty
   */
  public ChargeLedger(String series) {
    state = new LedgerState(series);
    next = new NextEntry(state);
  }

  /**
   * The ledger of entries that an earlier one made.
   *
   * @throws LedgerException if an entry is missing, or is not what a ledger would have added
   */
  public static ChargeLedger replay(String series, List<Entry> entries) {
    ChargeLedger ledger = new ChargeLedger(series);
    for (Entry entry : entries) {
      if (!ledger.next.again(entry).equals(entry)) {
        throw new LedgerException(
            "entry " + ledger.state.next() + " is not what follows from those before it");
      }
      ledger.state.add(entry);
    }
    return ledger;
  }

  /** All of them, in order. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(state.entries());
  }

  /**
   * Charges what a month of an agreement costs by what is known now: adds the difference to all
   * that was charged for it before, in that month, or where it is closed in the next one that is
   * open. Credits are no part of what was charged.
   *
   * @param month of the release
   * @return what was added; nothing if all is charged already
   * @throws LedgerException if a line is of another agreement or month
   */
  public List<Charge> charge(
      String partner, String agreement, YearMonth month, Rated truth, Instant at) {
    if (!truth.lines().stream().allMatch(line -> isOf(agreement, month, line.key()))) {
      throw new LedgerException("a line is of another agreement or month than is charged");
    }
    List<Charge> added = new ArrayList<>();
    for (RatedLine line : state.accounts().differences(agreement, month, truth.lines())) {
      Charge charge = next.charge(partner, line, at);
      state.add(charge);
      added.add(charge);
    }
    return added;
  }

  private static boolean isOf(String agreement, YearMonth month, ChargeKey key) {
    return key.agreement().equals(agreement) && key.month().equals(month);
  }

  /**
   * Closes a month: nothing is billed in it any more, and what was is put on statements.
   *
   * @throws LedgerException if it is closed, is not over, or was not reconciled; names all that
   *     speaks against it
   */
  public Closing close(Reconciliation reconciliation, Instant at) {
    Closing closing = next.closing(reconciliation, at);
    state.add(closing);
    return closing;
  }

  /**
   * Opens a closed month again. Its documents stay; what is billed in it now comes on further ones.
   *
   * @throws LedgerException if it is open, or there is no reason
   */
  public Reopening reopen(YearMonth month, String reason, Instant at) {
    Reopening reopening = next.reopening(month, reason, at);
    state.add(reopening);
    return reopening;
  }

  /**
   * Gives back a part of a charge that is on a statement, by a credit note.
   *
   * @param entry the charge's number
   * @param amount above 0
   * @throws LedgerException if there is no such charge on a statement, or less than that is left of
   *     it after corrections and other credits
   */
  public Credit credit(long entry, Money amount, String reason, Instant at) {
    Credit credit = next.credit(entry, amount, reason, at);
    state.add(credit);
    return credit;
  }
}
