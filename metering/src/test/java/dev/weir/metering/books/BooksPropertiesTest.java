package dev.weir.metering.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.LedgerRun;
import dev.weir.metering.rating.RandomPrices;
import dev.weir.metering.rating.Tariff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/** What holds of a ledger holds of one that is written down and read again after every step. */
class BooksPropertiesTest {

  @Provide
  Arbitrary<Tariff> tariffs() {
    return RandomPrices.tariffs();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void noCentIsLost_throughTheBooks(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("tariffs") Tariff mended,
      @ForAll @Size(max = 15) List<Integer> steps,
      @ForAll Random random)
      throws IOException {
    Path directory = Path.of("target", "books-of-a-try");
    remove(directory);
    Books.create(directory, "Payments Ltd", "");
    LedgerRun run = new LedgerRun();
    for (int step : steps) {
      through(
          directory,
          run,
          () -> run.act(Math.floorMod(step, 6), random.nextBoolean() ? tariff : mended, random));
    }
    through(directory, run, () -> run.settle(mended));
    through(directory, run, run::closeAll);
    run.ledger = Books.read(directory).ledger();
    run.settle(mended);
    run.assertFrozen();
    run.assertPriced();
    run.assertDocumented();
  }

  private static void through(Path directory, LedgerRun run, Runnable step) throws IOException {
    List<Entry> before = List.copyOf(run.ledger.entries());
    try (Books books = Books.write(directory)) {
      assertThat(books.ledger().entries()).isEqualTo(before);
      run.ledger = books.ledger();
      step.run();
      books.post();
    }
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
