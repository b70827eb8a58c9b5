package dev.weir.metering.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.rating.RandomPrices;
import dev.weir.metering.rating.Tariff;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is done, in any order: charging, closing, opening again, crediting. */
class LedgerPropertiesTest {

  @Provide
  Arbitrary<Tariff> tariffs() {
    return RandomPrices.tariffs();
  }

  /** A price list may be corrected on the way too. */
  @Property(tries = 300)
  void noCentIsLost_whateverIsDone(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("tariffs") Tariff mended,
      @ForAll @Size(max = 25) List<Integer> steps,
      @ForAll Random random) {
    LedgerRun run = new LedgerRun();
    for (int step : steps) {
      List<Entry> before = List.copyOf(run.ledger.entries());
      run.act(Math.floorMod(step, 6), random.nextBoolean() ? tariff : mended, random);
      assertThat(run.ledger.entries().subList(0, before.size())).isEqualTo(before);
    }
    run.settle(mended);
    run.closeAll();
    run.assertFrozen();
    run.assertPriced();
    run.assertDocumented();
    List<Entry> entries = run.ledger.entries();
    assertThat(ChargeLedger.replay("", entries).entries()).isEqualTo(entries);
  }
}
