package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.ledger.Entry.Reopening;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entry that would be added next. It depends on the entries before and on what is asked
 * for alone, so an entry that is replayed can be made again and compared.
 */
final class NextEntry {

  private final LedgerState state;

  NextEntry(LedgerState state) {
    this.state = state;
  }

  /** The same again, by the state before it. */
  Entry again(Entry entry) {
    if (entry instanceof Charge charge) {
      return charge(charge.partner(), charge.line(), charge.at());
    } else if (entry instanceof Credit credit) {
      return credit(
          credit.corrects().entry(), credit.amount().negated(), credit.reason(), credit.at());
    } else if (entry instanceof Closing closing) {
      return closing(closing.reconciliation(), closing.at());
    }
    Reopening reopening = (Reopening) entry;
    return reopening(reopening.month(), reopening.reason(), reopening.at());
  }

  Charge charge(String partner, RatedLine line, Instant at) {
    YearMonth billed = state.months().openFrom(line.key().month());
    return new Charge(state.next(), at, partner, billed, line, original(line.key()));
  }

  private @Nullable Original original(ChargeKey key) {
    Optional<Long> closing = state.months().closing(key.month());
    if (closing.isEmpty()) {
      return null;
    }
    long entry = state.accounts().newest(key).orElse(closing.get());
    return new Original(entry, state.documents().of(entry).orElse(null));
  }

  Closing closing(Reconciliation reconciliation, Instant at) {
    ClosingCheck.check(reconciliation, at, state.months(), state.accounts());
    YearMonth month = reconciliation.month();
    return new Closing(
        state.next(), at, month, reconciliation, state.documents().statements(month));
  }

  Reopening reopening(YearMonth month, String reason, Instant at) {
    if (!state.months().isClosed(month) || reason.isBlank()) {
      throw new LedgerException(month + " is opened again only if it is closed, for a reason");
    }
    return new Reopening(state.next(), at, month, reason);
  }

  Credit credit(long entry, Money amount, String reason, Instant at) {
    Charge charge = credited(entry, amount, reason);
    long number = state.next();
    Document note = state.documents().note(number, charge.partner(), amount.negated());
    return new Credit(
        number,
        at,
        charge.partner(),
        state.months().openFrom(charge.billed()),
        charge.key(),
        amount.negated(),
        new Original(entry, state.documents().of(entry).orElse(null)),
        reason,
        note);
  }

  private Charge credited(long entry, Money amount, String reason) {
    boolean there = entry >= 1 && entry < state.next();
    if (!there
        || !(state.entries().get((int) entry - 1) instanceof Charge charge)
        || state.documents().of(entry).isEmpty()) {
      throw new LedgerException("entry " + entry + " is no charge on a statement");
    }
    if (amount.sign() <= 0 || reason.isBlank() || charge.amount().minus(amount).sign() < 0) {
      throw new LedgerException(
          "a credit is above 0, at most the charge of entry " + entry + ", and has a reason");
    }
    Money left = state.accounts().left(charge.key()).orElse(charge.amount());
    if (left.minus(amount).sign() < 0) {
      throw new LedgerException(
          "of entry " + entry + " less is left after corrections and credits than " + amount);
    }
    return charge;
  }
}
