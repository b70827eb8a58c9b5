package dev.weir.metering.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.metering.ledger.ChargeLedger;
import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Ledgers;
import dev.weir.metering.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryJsonTest {

  /**
   * Written by the first build that had books. Every later build reads it; {@code
   * -Dweir.write-state=true} writes it anew, which is right only before a release.
   */
  private static final Path SNAPSHOT =
      Path.of("src/test/resources/dev/weir/metering/books/ledger-v1.jsonl");

  /** An entry of each kind, a correction, and one that corrects what nothing stood for. */
  private static List<Entry> entries() {
    ChargeLedger ledger = new ChargeLedger("WEIR-");
    Ledgers.charge(ledger, Ledgers.MARCH, 1_000_000);
    Ledgers.close(ledger, Ledgers.MARCH);
    Ledgers.charge(ledger, Ledgers.MARCH, 1_000_500);
    ledger.credit(2, Money.ofMinor(Ledgers.EUR, 1000), "\u00fcber \"Preis\"\n", Ledgers.LATER);
    ledger.reopen(Ledgers.MARCH, "counted twice", Ledgers.LATER);
    Ledgers.charge(ledger, Ledgers.MARCH, 999_000);
    Ledgers.close(ledger, Ledgers.MARCH);
    return ledger.entries();
  }

  private static List<Entry> read(List<String> lines) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      entries.add(EntryJson.read(line));
    }
    return entries;
  }

  @Test
  void whatIsRead_isWhatWasWritten() throws IOException {
    assertThat(read(entries().stream().map(EntryJson::write).toList())).isEqualTo(entries());
  }

  @Test
  void snapshot_isRead_andFollowsFromItself() throws IOException {
    if (Boolean.getBoolean("weir.write-state")) {
      Files.write(SNAPSHOT, entries().stream().map(EntryJson::write).toList());
    }
    List<Entry> read = read(Files.readAllLines(SNAPSHOT));
    assertThat(read).isEqualTo(entries());
    assertThat(ChargeLedger.replay("WEIR-", read).entries()).isEqualTo(read);
  }

  /** Of the second entry: a charge. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1|\"version\":2",
        "\"version\":1,|",
        "\"entry\":\"charge\"|\"entry\":\"gift\"",
        "\"entry\":\"charge\"|\"entry\":\"credit\"",
        "\"number\":2|\"number\":2,\"note\":null",
        "\"number\":2|\"number\":2,\"number\":2",
        "\"number\":2|\"number\":2.0",
        "\"number\":2|\"number\": 2",
        "\"number\":2|\"number\":\"2\"",
        "\"quantity\":\"1000.000\"|\"quantity\":1000.000",
        "\"quantity\":\"1000.000\"|\"quantity\":\"+1000.000\"",
        "\"amount\":\"400.00\"|\"amount\":\"400.000\"",
        "\"amount\":\"400.00\"|\"amount\":\"400\"",
        "\"currency\":\"EUR\"|\"currency\":\"EUX\"",
        "\"kind\":\"records\"|\"kind\":\"RECORDS\"",
        "\"month\":\"2026-03\"|\"month\":\"2026-3\"",
        "\"partner\":\"acme\",|",
        ",\"corrects\":null|",
        "}|}}",
      })
  void otherForm_isRefused_withoutAValue(String part, String other) throws IOException {
    String line = EntryJson.write(entries().get(1));
    String changed =
        line.replaceFirst(java.util.regex.Pattern.quote(part), other == null ? "" : other);
    assertThat(changed).isNotEqualTo(line);
    assertThatThrownBy(() -> EntryJson.read(changed))
        .isInstanceOf(BooksException.class)
        .hasMessageMatching("is (no entry of|not written|an entry of) .*")
        .hasMessageNotContaining("acme");
  }
}
