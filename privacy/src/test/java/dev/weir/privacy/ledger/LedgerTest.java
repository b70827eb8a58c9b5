package dev.weir.privacy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.budget.Rho;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final long HOUR = 3_600_000;
  private static final Spent DAY_BUDGET = new Spent(new Rho(0.1), 1e-9);

  private static Account account(int release, int day) {
    Span period = new Span(day * 24 * HOUR, (day + 1) * 24 * HOUR);
    return new Account("payments", "p" + release, "a/r" + release, period);
  }

  private static Charge charge(int release, int hour, String terms, int windows) {
    Span window = new Span(hour * HOUR, (hour + 1) * HOUR);
    Rho rho = new Rho(0.1).part(windows);
    return new Charge(account(release, hour / 24), window, terms, windows, rho, 1e-9 / windows);
  }

  @Test
  void windowsBeyondThoseOfAPerson_costNothingMore() {
    Ledger ledger = new Ledger();
    for (int hour = 0; hour < 24; hour++) {
      assertThat(ledger.charge(charge(0, hour, "t", 4), DAY_BUDGET, null))
          .isEqualTo(Answer.CHARGED);
    }
    Spent spent = ledger.spent(account(0, 0));
    assertThat(spent.rho().value()).isBetween(0.0999999, 0.1);
  }

  @Test
  void windowThatIsCharged_isNotChargedAgain() {
    Ledger ledger = Ledger.of(List.of(charge(0, 3, "t", 4)));
    assertThat(ledger.charge(charge(0, 3, "t", 4), DAY_BUDGET, null))
        .isEqualTo(Answer.ALREADY_CHARGED);
    assertThat(ledger.charge(charge(0, 3, "other", 4), DAY_BUDGET, null))
        .isEqualTo(Answer.ALREADY_CHARGED);
  }

  @Test
  void otherTerms_getWhatIsLeftOfThePeriod_andNotANewOne() {
    Ledger ledger = new Ledger();
    ledger.charge(charge(0, 0, "t", 4), DAY_BUDGET, null);
    ledger.charge(charge(0, 1, "t", 4), DAY_BUDGET, null);
    int more = 0;
    for (int hour = 2; hour < 24; hour++) {
      more += ledger.charge(charge(0, hour, "u", 8), DAY_BUDGET, null) == Answer.CHARGED ? 1 : 0;
    }
    assertThat(more).as("half of it, in eighths").isEqualTo(4);
    assertThat(ledger.charge(charge(0, 24, "u", 8), DAY_BUDGET, null)).isEqualTo(Answer.CHARGED);
  }

  /** Nor does one of another partner; the next period of its own is another matter. */
  @Test
  void otherPeriods_haveWhatIsLeftOfThoseTheyOverlap() {
    Ledger ledger = new Ledger();
    for (int hour = 0; hour < 4; hour++) {
      ledger.charge(charge(0, hour, "t", 4), DAY_BUDGET, null);
    }
    for (String partner : List.of("p0", "q")) {
      Account week = new Account("payments", partner, "a/r0", new Span(0, 7 * 24 * HOUR));
      assertThat(ledger.charge(hour(week, 5), DAY_BUDGET, null)).isEqualTo(Answer.EXHAUSTED);
      assertThat(ledger.charge(hour(week, 3), DAY_BUDGET, null))
          .as("whatever period it counted as")
          .isEqualTo(Answer.ALREADY_CHARGED);
      assertThat(ledger.spent(week)).isEqualTo(Spent.NOTHING);
      assertThat(ledger.spentInAll(week).rho()).isEqualTo(ledger.spent(account(0, 0)).rho());
    }
    Span other = new Span(24 * HOUR, 8 * 24 * HOUR);
    Account next = new Account("payments", "p0", "a/r0", other);
    assertThat(ledger.charge(hour(next, 30), DAY_BUDGET, null)).isEqualTo(Answer.CHARGED);
  }

  private static Charge hour(Account account, int hour) {
    Span window = new Span(hour * HOUR, (hour + 1) * HOUR);
    return new Charge(account, window, "u", 4, new Rho(0.1).part(4), 1e-9 / 4);
  }

  @Test
  void ceiling_holdsOverAllPartners() {
    Ledger ledger = new Ledger();
    Spent ceiling = new Spent(new Rho(0.15), 2e-9);
    for (int hour = 0; hour < 4; hour++) {
      ledger.charge(charge(0, hour, "t", 4), DAY_BUDGET, ceiling);
    }
    assertThat(ledger.charge(charge(1, 0, "t", 4), DAY_BUDGET, ceiling)).isEqualTo(Answer.CHARGED);
    assertThat(ledger.charge(charge(1, 1, "t", 4), DAY_BUDGET, ceiling)).isEqualTo(Answer.CHARGED);
    assertThat(ledger.charge(charge(1, 2, "t", 4), DAY_BUDGET, ceiling))
        .isEqualTo(Answer.EXHAUSTED);
  }

  /**
   * D4: whatever is asked in whatever order, by whichever terms, with restarts from any state that
   * was saved before and the ledger's own topic, no account and no product spends more than it may,
   * and no window is answered "charged" twice.
   */
  @Property
  void noInterleavingOverdraws(
      @ForAll @Size(max = 80) List<@IntRange(max = 9999) Integer> moves,
      @ForAll @IntRange(min = 1, max = 6) int windows) {
    Spent ceiling = new Spent(new Rho(0.25), 3e-9);
    Ledger ledger = new Ledger();
    List<Charge> topic = new ArrayList<>();
    List<Charge> saved = List.of();
    Set<String> released = new HashSet<>();
    for (int move : moves) {
      if (move % 10 == 0) {
        saved = List.copyOf(topic);
      } else if (move % 10 == 1) {
        ledger = Ledger.of(saved);
        topic.forEach(ledger::note);
      } else {
        int hour = move / 10 % 40;
        int terms = 1 + move / 400 % 3;
        Charge charge = charge(move % 3, hour, "t" + terms, windows * terms);
        if (ledger.charge(charge, DAY_BUDGET, ceiling) == Answer.CHARGED) {
          topic.add(charge);
          assertThat(released.add(charge.account().release() + "@" + charge.window())).isTrue();
        }
      }
      overdrawn(ledger);
    }
  }

  private static void overdrawn(Ledger ledger) {
    for (int day = 0; day < 2; day++) {
      double all = 0;
      for (int release = 0; release < 3; release++) {
        Spent spent = ledger.spent(account(release, day));
        assertThat(spent.rho().value()).isLessThanOrEqualTo(0.1);
        assertThat(spent.delta()).isLessThanOrEqualTo(1e-9 * (1 + 1e-9));
        all += spent.rho().value();
      }
      assertThat(all).isLessThanOrEqualTo(0.25 + 1e-12);
    }
  }
}
