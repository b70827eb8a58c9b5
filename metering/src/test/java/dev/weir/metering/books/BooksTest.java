package dev.weir.metering.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.metering.ledger.Entry;
import dev.weir.metering.ledger.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {

  private final Path directory;

  BooksTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void threeBatches() throws IOException {
    Books.create(directory, "Payments Ltd", "WEIR-");
    for (int records : List.of(1000, 2000)) {
      try (Books books = Books.write(directory)) {
        Ledgers.charge(books.ledger(), Ledgers.MARCH, records);
        books.post();
      }
    }
    try (Books books = Books.write(directory)) {
      Ledgers.close(books.ledger(), Ledgers.MARCH);
      books.post();
    }
  }

  private Path batch(int number) {
    return directory.resolve("ledger/00000" + number + ".jsonl");
  }

  @Test
  void entriesAreThere_whenTheyAreOpenedAgain() throws IOException {
    try (Books books = Books.read(directory)) {
      assertThat(books.ledger().entries()).hasSize(4);
      assertThat(books.issuer()).isEqualTo("Payments Ltd");
      assertThat(books.digest()).hasSize(64);
    }
  }

  @Test
  void whatIsPosted_isAFurtherFile_andNothingWritesOnAnOldOne() throws IOException {
    byte[] first = Files.readAllBytes(batch(1));
    try (Books books = Books.write(directory)) {
      Ledgers.charge(books.ledger(), Ledgers.MARCH, 3000);
      books.post();
      books.post();
    }
    assertThat(batch(1)).hasBinaryContent(first);
    assertThat(batch(4)).exists();
    assertThat(batch(5)).doesNotExist();
  }

  @Test
  void whatIsNotPosted_isNotThere() throws IOException {
    try (Books books = Books.write(directory)) {
      Ledgers.charge(books.ledger(), Ledgers.MARCH, 3000);
    }
    try (Books books = Books.read(directory)) {
      assertThat(books.ledger().entries()).hasSize(4);
      assertThatThrownBy(books::post).isInstanceOf(IllegalStateException.class);
    }
  }

  /** Each byte of each file of the ledger. */
  @Test
  void byteThatWasChanged_isFound() throws IOException {
    for (int number = 1; number <= 3; number++) {
      byte[] written = Files.readAllBytes(batch(number));
      for (int at = 0; at < written.length; at++) {
        byte[] changed = written.clone();
        changed[at] ^= 1;
        Files.write(batch(number), changed);
        assertThatThrownBy(() -> Books.read(directory))
            .as("byte %d of batch %d", at, number)
            .isInstanceOf(BooksException.class);
      }
      Files.write(batch(number), written);
    }
    Books.read(directory).close();
  }

  @Test
  void fileThatIsGone_orTakesAnothersPlace_isFound() throws IOException {
    byte[] second = Files.readAllBytes(batch(2));
    Files.delete(batch(2));
    assertThatThrownBy(() -> Books.read(directory))
        .isInstanceOf(BooksException.class)
        .hasMessageContaining("000002.jsonl: is missing");
    Files.move(batch(3), batch(2));
    assertThatThrownBy(() -> Books.read(directory)).hasMessageContaining("not as the books wrote");
    Files.move(batch(2), batch(3));
    Files.copy(batch(1), batch(2));
    assertThatThrownBy(() -> Books.read(directory)).hasMessageContaining("not as the books wrote");
    Files.write(batch(2), second);
    Books.read(directory).close();
  }

  @Test
  void fileOfOtherBooks_isFound_thoughItsOwnLinesFit() throws IOException {
    for (String first : List.of("one", "other")) {
      Batches batches = Batches.read(directory.resolve(first), "charges");
      batches.add(List.of(first));
      batches.add(List.of("the same"));
    }
    Path second = directory.resolve("one/000002.jsonl");
    Files.delete(second);
    Files.copy(directory.resolve("other/000002.jsonl"), second);
    assertThatThrownBy(() -> Batches.read(directory.resolve("one"), "charges"))
        .hasMessageContaining("not as the books wrote");
  }

  /** Whoever writes the digests anew has still to write what a ledger would have added. */
  @Test
  void entryThatDoesNotFollow_isRefused_evenWithADigestThatFits() throws IOException {
    Path forged = directory.resolve("forged");
    Batches batches = Batches.read(forged, "charges");
    List<Entry> entries = Books.read(directory).ledger().entries();
    List<String> lines = entries.stream().map(EntryJson::write).toList();
    batches.add(List.of(lines.get(0), lines.get(1), lines.get(3)));
    String statement = lines.get(3).replace("\"total\":\"500.80\"", "\"total\":\"500.79\"");
    assertThat(statement).isNotEqualTo(lines.get(3));
    assertThatThrownBy(
            () -> LedgerLines.replay(forged, "WEIR-", Batches.read(forged, "charges").lines()))
        .hasMessageContaining("another number of charged records");
    assertThatThrownBy(
            () ->
                LedgerLines.replay(
                    forged, "WEIR-", List.of(lines.get(0), lines.get(1), lines.get(2), statement)))
        .hasMessageContaining("entry 4 is not what follows");
  }

  @Test
  void headOfAnotherVersion_orWithAnotherMember_isRefused() throws IOException {
    Path head = directory.resolve("books.json");
    String written = Files.readString(head);
    for (String other : List.of("\"version\" : 2", "\"version\" : 1, \"more\" : 1")) {
      Files.writeString(head, written.replace("\"version\" : 1", other));
      assertThatThrownBy(() -> Books.read(directory))
          .isInstanceOf(BooksException.class)
          .hasMessageContaining("books.json: is not of version 1");
    }
  }

  @Test
  void draftOfAWriterThatDied_isNotRead_andIsWrittenOver() throws IOException {
    Files.writeString(directory.resolve("ledger/000004.jsonl.draft"), "{\"version\":1,\"boo");
    try (Books books = Books.write(directory)) {
      assertThat(books.ledger().entries()).hasSize(4);
      Ledgers.charge(books.ledger(), Ledgers.MARCH, 3000);
      books.post();
    }
    assertThat(Books.read(directory).ledger().entries()).hasSize(5);
  }

  @Test
  void secondWriter_isRefused_whileTheFirstIsAtWork() throws IOException {
    try (Books books = Books.write(directory)) {
      assertThatThrownBy(() -> Books.write(directory))
          .isInstanceOf(BooksException.class)
          .hasMessageContaining("another command is adding");
      Books.read(directory).close();
      assertThat(books.ledger().entries()).hasSize(4);
    }
    Books.write(directory).close();
  }

  @Test
  void books_areBegunOnce_andLookedForWhereTheyAre() {
    assertThatThrownBy(() -> Books.create(directory, "Other", ""))
        .isInstanceOf(BooksException.class);
    assertThatThrownBy(() -> Books.read(directory.resolve("nowhere")))
        .hasMessageContaining("weir billing create");
  }
}
