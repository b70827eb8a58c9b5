package dev.weir.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.BudgetPlan;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No charge is lost, whoever else runs and whatever the file is called. */
class LedgerFileTest {

  private static final long HOUR = 3_600_000;
  private static final BudgetPlan BUDGET =
      new BudgetPlan(BigDecimal.ONE, new BigDecimal("1e-6"), "P1D");

  private final Path directory;
  private final Path shared;

  LedgerFileTest(@TempDir Path directory) {
    this.directory = directory;
    this.shared = directory.resolve("shared.jsonl");
  }

  private static byte[] row(int hour) {
    Account account = new Account("tickets", "east", "east/sales", new Span(0, 24 * HOUR));
    Span window = new Span(hour * HOUR, (hour + 1) * HOUR);
    Charge charge = new Charge(account, window, "terms", 24, new Rho(0.01), 0);
    byte[] json = new LedgerRow(charge, BUDGET).json();
    return (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void add(Path file, int hour) throws IOException {
    try (LedgerFile ledger = LedgerFile.open(file)) {
      ledger.add(row(hour));
    }
  }

  @Test
  void link_chargesTheFileThatItLeadsTo_andStays() throws IOException {
    Files.createFile(shared);
    Path link = Files.createSymbolicLink(directory.resolve("link.jsonl"), shared.getFileName());
    add(link, 0);
    assertThat(link).isSymbolicLink();
    assertThat(shared).hasBinaryContent(row(0));
    assertThat(LedgerFile.read(shared)).hasSize(1);
  }

  @Test
  void secondRun_isRefusedUntilTheFirstHasEnded_underAnyName() throws IOException {
    Files.createFile(shared);
    Path link = Files.createSymbolicLink(directory.resolve("link.jsonl"), shared);
    Path folder = Files.createSymbolicLink(directory.resolve("folder"), directory);
    try (LedgerFile first = LedgerFile.open(shared)) {
      for (Path name : List.of(shared, link, folder.resolve("shared.jsonl"))) {
        assertThatThrownBy(() -> add(name, 1))
            .isInstanceOfSatisfying(
                LedgerFileException.class, e -> assertKind(e, LedgerFileException.Kind.IN_USE))
            .hasMessageStartingWith(name + ": another run has this ledger open");
      }
      first.add(row(0));
    }
    add(link, 1);
    assertThat(LedgerFile.read(shared)).hasSize(2);
  }

  private static void assertKind(LedgerFileException e, LedgerFileException.Kind kind) {
    assertThat(e.kind()).isEqualTo(kind);
  }

  /** Of many at once, as many rows are there as were told to be added. */
  @Test
  void rowsThatWereAdded_areThere() throws Exception {
    List<Callable<Boolean>> runs = new ArrayList<>();
    IntStream.range(0, 2_000).forEach(hour -> runs.add(() -> added(hour)));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int added = 0;
    try {
      for (Future<Boolean> run : threads.invokeAll(runs)) {
        added += run.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(added).isPositive();
    assertThat(LedgerFile.read(shared)).hasSize(added);
  }

  private boolean added(int hour) throws IOException {
    try {
      add(shared, hour);
      return true;
    } catch (LedgerFileException anotherRun) {
      return false;
    }
  }

  @Test
  void whoWritesWithoutAsking_isNotedBeforeAnythingIsAdded() throws IOException {
    try (LedgerFile ledger = LedgerFile.open(shared)) {
      Files.write(shared, row(3));
      assertThatThrownBy(() -> ledger.add(row(0)))
          .isInstanceOf(LedgerFileException.class)
          .hasMessageContaining("somebody has changed it");
    }
    assertThat(shared).hasBinaryContent(row(3));
  }

  @Test
  void undone_itIsAsBefore_emptyOrNotThere() throws IOException {
    try (LedgerFile ledger = LedgerFile.open(shared)) {
      ledger.add(row(0));
      ledger.undo();
    }
    assertThat(shared).doesNotExist();
    Files.createFile(shared);
    try (LedgerFile ledger = LedgerFile.open(shared)) {
      ledger.add(row(0));
      ledger.undo();
    }
    assertThat(shared).isEmptyFile();
  }

  @Test
  void fileThatIsNoLedger_isTheUsers_andNamesTheLine() throws IOException {
    Files.write(shared, List.of(new String(row(0), StandardCharsets.UTF_8), "{\"n\":4111}"));
    assertThatThrownBy(() -> LedgerFile.open(shared))
        .isInstanceOfSatisfying(
            LedgerFileException.class, e -> assertKind(e, LedgerFileException.Kind.OTHER_FILE))
        .hasMessageStartingWith(shared + ": line 3 is no row of a ledger")
        .hasMessageNotContaining("4111");
    assertThatThrownBy(() -> LedgerFile.read(shared)).isInstanceOf(LedgerFileException.class);
  }

  @Test
  void placeWhereNoneCanBe_isToldAtOnce_asItWasNamed() throws IOException {
    Path missing = directory.resolve("none/ledger.jsonl");
    Path dangling =
        Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("gone"));
    Files.createFile(shared);
    Path second = Files.createLink(directory.resolve("second.jsonl"), shared);
    for (Path place : List.of(missing, dangling, directory, second)) {
      assertThatThrownBy(() -> LedgerFile.open(place))
          .isInstanceOfSatisfying(
              LedgerFileException.class, e -> assertKind(e, LedgerFileException.Kind.PLACE))
          .hasMessageStartingWith(place + ": ");
    }
  }

  @Test
  void outputsAndInputsOfTheRun_areNoLedger() throws IOException {
    Path input = Files.createFile(directory.resolve("input.jsonl"));
    Path output = Files.createDirectory(directory.resolve("out"));
    Path link = Files.createSymbolicLink(directory.resolve("other"), output);
    RunFiles ends = new RunFiles(List.of(input), output);
    for (Path file : List.of(input, output.resolve("a.jsonl"), link.resolve("a.jsonl"))) {
      try (LedgerFile ledger = LedgerFile.open(file)) {
        assertThatThrownBy(() -> ledger.requireApart(ends, List.of("a.jsonl", "b.jsonl")))
            .isInstanceOfSatisfying(
                LedgerFileException.class, e -> assertKind(e, LedgerFileException.Kind.OTHER_FILE))
            .hasMessageContaining("Give the ledger a file of its own");
      }
    }
    try (LedgerFile ledger = LedgerFile.open(output.resolve(LedgerFile.NAME))) {
      ledger.requireApart(ends, List.of("a.jsonl", "b.jsonl"));
    }
  }
}
