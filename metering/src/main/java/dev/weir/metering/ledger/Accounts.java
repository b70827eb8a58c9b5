package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.RatedLine;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was posted until now, by account. Credits are apart: they change no truth. */
final class Accounts {

  private record Month(String agreement, YearMonth month) {}

  private final Map<Month, Map<Account, Posted>> posted = new LinkedHashMap<>();
  private final Map<ChargeKey, Money> left = new LinkedHashMap<>();
  private final Map<ChargeKey, Long> newest = new LinkedHashMap<>();

  void apply(Charge charge) {
    ChargeKey key = charge.key();
    posted
        .computeIfAbsent(new Month(key.agreement(), key.month()), none -> new LinkedHashMap<>())
        .merge(Account.of(charge.line()), Posted.of(charge.line()), Posted::plus);
    left.merge(key, charge.amount(), Money::plus);
    newest.put(key, charge.number());
  }

  void apply(Credit credit) {
    left.merge(credit.key(), credit.amount(), Money::plus);
  }

  private Map<Account, Posted> of(String agreement, YearMonth month) {
    return posted.getOrDefault(new Month(agreement, month), Map.of());
  }

  /** The lines that lead from what is posted to the truth; none if it is posted already. */
  List<RatedLine> differences(String agreement, YearMonth month, List<RatedLine> truth) {
    return Differences.lines(of(agreement, month), truth);
  }

  /** Records on the lines of a month. */
  long records(String agreement, YearMonth month) {
    return of(agreement, month).values().stream().mapToLong(Posted::records).sum();
  }

  /** What was charged and not yet credited. */
  Optional<Money> left(ChargeKey key) {
    return Optional.ofNullable(left.get(key));
  }

  /** The newest charge of a key. */
  Optional<Long> newest(ChargeKey key) {
    return Optional.ofNullable(newest.get(key));
  }

  /** The agreements that have lines of a month. */
  List<String> agreements(YearMonth month) {
    return posted.keySet().stream()
        .filter(one -> one.month().equals(month))
        .map(Month::agreement)
        .toList();
  }
}
