package dev.weir.operators.stage.statistics;

import dev.weir.operators.state.ChargedSerializer;
import dev.weir.operators.statistics.Charged;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Answer;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Ledger;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as the state has it, and what its topic or file knew besides: the maximum of both.
 * What this state did not draw is never drawn by it.
 */
final class ChargedWindows {

  private static final MapStateDescriptor<String, Charged> CHARGED =
      new MapStateDescriptor<>("charged", StringSerializer.INSTANCE, ChargedSerializer.INSTANCE);

  private final ProductState state;
  private final Ledger ledger = new Ledger();
  private final Map<Account, Set<Span>> drawnElsewhere = new HashMap<>();
  private final Map<Account, Integer> lost = new HashMap<>();
  private final @Nullable Spent ceiling;

  /**
   * @param settings which know what was charged elsewhere
   * @param ceiling of the product; null: none
   */
  ChargedWindows(ProductState state, StatisticsSettings settings, @Nullable Spent ceiling)
      throws Exception {
    this.state = state;
    this.ceiling = ceiling;
    MapState<String, Charged> charged = state.of(Places.PRODUCT, CHARGED);
    for (Charged known : charged.values()) {
      note(known);
    }
    for (LedgerRow row : settings.charged()) {
      if (!ledger.charged(row.charge().account(), row.charge().window())) {
        Charged elsewhere = new Charged(row.charge(), false);
        state.of(Places.PRODUCT, CHARGED).put(row.key(), elsewhere);
        note(elsewhere);
      }
    }
  }

  private void note(Charged known) {
    ledger.note(known.charge());
    if (!known.drawn()) {
      Charge charge = known.charge();
      drawnElsewhere
          .computeIfAbsent(charge.account(), account -> new HashSet<>())
          .add(charge.window());
      lost.merge(charge.account(), charge.timesAnew() + 1, Math::max);
    }
  }

  /**
   * As it is to be charged: where windows of the period were drawn elsewhere, nobody knows here who
   * added to them, so that people may add again; what that costs is added to what is spent.
   */
  LedgerRow anew(LedgerRow row) {
    int times = lost.getOrDefault(row.charge().account(), 0);
    return new LedgerRow(row.charge().anew(times), row.budget(), row.committed());
  }

  /**
   * Charges a window.
   *
   * @param most of the account
   * @param running whether it is a step of running totals, which cannot go on where a step of
   *     theirs was drawn elsewhere: their noise would be drawn again
   */
  Answer charge(LedgerRow row, Spent most, boolean running) throws Exception {
    Charge charge = row.charge();
    if (running && drawnElsewhere.containsKey(charge.account())) {
      return Answer.ALREADY_CHARGED;
    }
    Answer answer = ledger.charge(charge, most, ceiling);
    if (answer == Answer.CHARGED) {
      state.of(Places.PRODUCT, CHARGED).put(row.key(), new Charged(charge, true));
    }
    return answer;
  }

  /** Why a window was not drawn here; null: it was. */
  @Nullable Answer missing(Account account, Span window) {
    if (!ledger.charged(account, window)) {
      return Answer.EXHAUSTED;
    }
    Set<Span> elsewhere = drawnElsewhere.get(account);
    return elsewhere != null && elsewhere.contains(window) ? Answer.ALREADY_CHARGED : null;
  }

  Spent spent(Account account) {
    return ledger.spentInAll(account);
  }
}
