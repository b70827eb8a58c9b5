package dev.weir.privacy.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was charged so far, and whether more may be. */
public final class Ledger {

  private final Map<Account, Map<Span, Charge>> accounts = new HashMap<>();

  /** One that has these; each once, or several times alike. */
  public static Ledger of(Collection<Charge> charges) {
    Ledger ledger = new Ledger();
    charges.forEach(ledger::note);
    return ledger;
  }

  /**
   * Charges a window, if it may be.
   *
   * @param most that the account may spend, with what its release has spent by other periods
   * @param ceiling that all accounts of the product may spend in that period; null: no limit
   */
  public Answer charge(Charge charge, Spent most, @Nullable Spent ceiling) {
    if (charged(charge.account(), charge.window())) {
      return Answer.ALREADY_CHARGED;
    }
    Spent after = spent(charge.account(), charge).plus(formerly(charge.account()));
    if (!after.within(most) || (ceiling != null && !together(charge, after).within(ceiling))) {
      return Answer.EXHAUSTED;
    }
    note(charge);
    return Answer.CHARGED;
  }

  /** Takes over what was charged elsewhere, whatever is left. */
  public void note(Charge charge) {
    accounts
        .computeIfAbsent(charge.account(), account -> new TreeMap<>())
        .putIfAbsent(charge.window(), charge);
  }

  /** Whether a window of the release was, whatever period it counted as. */
  public boolean charged(Account account, Span window) {
    return of(account).containsKey(window)
        || accounts.entrySet().stream()
            .anyMatch(
                other ->
                    isOfRelease(other.getKey(), account) && other.getValue().containsKey(window));
  }

  /** What an account has spent: under each terms no more than one person can add to. */
  public Spent spent(Account account) {
    return spent(of(account).values().stream());
  }

  /**
   * The same, and what the release has spent in periods that this one overlaps: a version of its
   * agreement that counts by other periods, or is another partner's, does not refill any.
   */
  public Spent spentInAll(Account account) {
    return spent(account).plus(formerly(account));
  }

  private Spent formerly(Account account) {
    return accounts.keySet().stream()
        .filter(other -> !other.equals(account) && isOfRelease(other, account))
        .filter(other -> other.period().overlaps(account.period()))
        .map(this::spent)
        .reduce(Spent.NOTHING, Spent::plus);
  }

  private static boolean isOfRelease(Account one, Account other) {
    return one.product().equals(other.product()) && one.release().equals(other.release());
  }

  private Spent spent(Account account, Charge more) {
    return spent(Stream.concat(of(account).values().stream(), Stream.of(more)));
  }

  private static Spent spent(Stream<Charge> charges) {
    Map<String, List<Charge>> byTerms = new TreeMap<>();
    charges.forEach(
        charge -> byTerms.computeIfAbsent(charge.terms(), terms -> new ArrayList<>()).add(charge));
    return byTerms.values().stream().map(Ledger::underTerms).reduce(Spent.NOTHING, Spent::plus);
  }

  private static Spent underTerms(List<Charge> alike) {
    Charge one = alike.get(0);
    return new Spent(one.rho(), one.delta()).times(Math.min(alike.size(), one.windows()));
  }

  /** All accounts of the product in that period; after it what its own release has spent. */
  private Spent together(Charge charge, Spent after) {
    Account own = charge.account();
    return accounts.keySet().stream()
        .filter(other -> !isOfRelease(other, own) && other.product().equals(own.product()))
        .filter(other -> other.period().overlaps(own.period()))
        .map(this::spent)
        .reduce(after, Spent::plus);
  }

  /** By product, release and period. */
  public List<Account> accounts() {
    return accounts.keySet().stream()
        .sorted(
            Comparator.comparing(Account::product)
                .thenComparing(Account::release)
                .thenComparing(Account::period))
        .toList();
  }

  /** The charges of an account, by their windows. */
  public List<Charge> charges(Account account) {
    return List.copyOf(of(account).values());
  }

  private Map<Span, Charge> of(Account account) {
    return Objects.requireNonNullElse(accounts.get(account), Map.of());
  }
}
