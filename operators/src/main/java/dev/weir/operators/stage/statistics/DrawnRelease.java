package dev.weir.operators.stage.statistics;

import dev.weir.operators.metrics.StatisticsCounts;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.stage.Departure;
import dev.weir.operators.statistics.DrawnWindow;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.operators.statistics.Place;
import dev.weir.operators.statistics.RowJson;
import dev.weir.operators.statistics.Sums;
import dev.weir.operators.statistics.Windows;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Answer;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import dev.weir.privacy.opendp.OpenDp;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One release, whose windows are charged, drawn and counted. */
final class DrawnRelease {

  private static final byte[] NO_KEY = {};

  private final CountedRelease release;
  private final Draw draw;
  private final StatisticsCounts counts;
  private final Departure departure;
  private final String product;

  /**
   * @param product id of the product
   */
  DrawnRelease(String product, CountedRelease release, Draw draw, StatisticsCounts counts) {
    this.product = product;
    this.release = release;
    this.draw = draw;
    this.counts = counts;
    this.departure = new Departure(release.plan(), null);
  }

  CountedRelease release() {
    return release;
  }

  StatisticsCounts counts() {
    return counts;
  }

  /** Where a window's sums are. */
  Place place(Span window) {
    return new Place(release.name(), release.statistics().terms(), window);
  }

  /** What a window is charged as. */
  LedgerRow charge(Span window) {
    Span period = release.windows().period(window);
    Account account = new Account(product, release.plan().partner(), release.account(), period);
    Spent cost = draw.cost();
    Charge charge =
        new Charge(
            account,
            window,
            release.chargedTerms(),
            release.terms().windows(),
            cost.rho(),
            cost.delta());
    return new LedgerRow(charge, release.statistics().budget());
  }

  /** Charges it; says why it may not be drawn, or null. */
  @Nullable Reason refusal(LedgerRow row, ChargedWindows ledger, long now) throws Exception {
    Reason withheld = withheld(now);
    if (withheld != null) {
      return withheld;
    }
    if (!draw.follows(row.charge().window())) {
      return Reason.AGREEMENT_CHANGED;
    }
    Answer missing = missing(row.charge(), ledger);
    Answer answer =
        missing == null ? ledger.charge(row, draw.most(), release.windows().running()) : missing;
    return switch (answer) {
      case CHARGED -> null;
      case ALREADY_CHARGED -> Reason.ALREADY_CHARGED;
      case EXHAUSTED -> Reason.BUDGET_EXHAUSTED;
    };
  }

  /** Why one of the windows was not drawn whose sum this is; null: all were. */
  private @Nullable Answer missing(Charge charge, ChargedWindows ledger) {
    if (release.level().sums()) {
      for (Span part : Windows.of(release.statistics()).in(charge.window())) {
        Answer missing = ledger.missing(charge.account(), part);
        if (missing != null) {
          return missing;
        }
      }
    }
    return null;
  }

  /** The rows of a window that was charged. */
  List<byte[]> rows(OpenDp library, Span window, Map<String, Sums> sums, Spent spent)
      throws Exception {
    Map<String, long[]> cells = new HashMap<>();
    sums.forEach((group, sum) -> cells.put(group, sum.cells()));
    return draw.draw(library, window, cells, spent);
  }

  /**
   * What a window has added to a period's loss, as its rows tell it, in billionths.
   *
   * @param before what was spent of the period; {@code after} with the window
   */
  long epsilon(Spent before, Spent after) {
    return billionths(after) - billionths(before);
  }

  private long billionths(Spent spent) {
    return spent.rho().value() == 0
        ? 0
        : RowJson.epsilon(draw.epsilon(spent.rho()))
            .movePointRight(Origin.EPSILON_SCALE)
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
  }

  /** The rows of a window as they leave; none: the agreement was ended or suspended meanwhile. */
  List<OutputRecord> leaving(DrawnWindow window, long now) {
    int rows = window.rows().size();
    Reason withheld = withheld(now);
    if (withheld != null) {
      counts.rowsWithheld(withheld, rows);
      return List.of();
    }
    if (!isRestrained()) {
      counts.released(rows);
    }
    List<Origin> origins = window.origins();
    List<OutputRecord> leaving = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      byte[] value = window.rows().get(row).value();
      leaving.add(departure.record(NO_KEY, value, -1, -1, now).of(origins.get(row)));
    }
    return leaving;
  }

  private @Nullable Reason withheld(long now) {
    if (!release.active()) {
      return Reason.NOT_ACTIVE;
    }
    return now >= release.to() ? Reason.OUTSIDE_PERIOD : null;
  }

  /** Whether a quota may keep its rows back, which then counts what becomes of them. */
  boolean isRestrained() {
    return release.plan().restrained();
  }
}
