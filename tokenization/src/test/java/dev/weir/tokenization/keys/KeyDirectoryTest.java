package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.Golden;
import dev.weir.tokenization.KeyFacts;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making, listing and opening keys. */
class KeyDirectoryTest {

  private final Path directory;

  KeyDirectoryTest(@TempDir Path temporary) {
    directory = temporary.resolve("a/keys");
  }

  @Test
  void create_makesEveryUse_andThenNothingMore() {
    List<KeyEntry> made = TestDirectory.create(directory).create("acme");
    assertThat(made)
        .extracting(entry -> entry.facts().use())
        .containsExactly(
            KeyUse.DETERMINISTIC,
            KeyUse.ONE_WAY,
            KeyUse.FORMAT_PRESERVING,
            KeyUse.SHIFT,
            KeyUse.RANDOM);
    assertThat(TestDirectory.open(directory).create("acme")).isEmpty();
    assertThat(TestDirectory.open(directory).list()).isEqualTo(made);
  }

  @Test
  void create_addsOnlyWhatIsMissing() throws IOException {
    List<KeyEntry> made = TestDirectory.create(directory).create("acme");
    Files.delete(directory.resolve("partners/acme/one-way.json"));
    List<KeyEntry> again = TestDirectory.open(directory).create("acme");
    assertThat(again).extracting(entry -> entry.facts().use()).containsExactly(KeyUse.ONE_WAY);
    List<KeyEntry> now = TestDirectory.open(directory).list();
    assertThat(now).contains(made.get(0), made.get(2)).doesNotContain(made.get(1));
  }

  @Test
  void keys_openAgainAsTheyWere() {
    TestDirectory.create(directory).create("acme");
    PartnerKeys first = TestDirectory.open(directory).partner("acme");
    PartnerKeys second = TestDirectory.open(directory).partner("acme");
    for (KeyUse use : KeyUse.values()) {
      assertThat(second.fingerprint(use)).isEqualTo(first.fingerprint(use)).matches("[0-9a-f]{16}");
    }
  }

  @Test
  void list_saysWhatMayBeSaid() {
    Instant before = Instant.now().minusSeconds(2);
    TestDirectory.create(directory).create("umbra");
    TestDirectory.open(directory).create("acme");
    List<KeyEntry> entries = TestDirectory.open(directory).list();
    assertThat(entries)
        .extracting(KeyEntry::partner)
        .containsOnly("acme", "umbra")
        .isSorted()
        .hasSize(2 * KeyUse.values().length);
    assertThat(entries)
        .allMatch(it -> it.facts().primary() && it.facts().status().equals("enabled"));
    assertThat(entries)
        .allMatch(it -> Duration.between(before, it.created()).compareTo(Duration.ofHours(1)) < 0)
        .allMatch(it -> !it.created().isBefore(before));
    assertThat(entries).extracting(it -> it.facts().fingerprint()).doesNotHaveDuplicates();
    assertThat(entries).extracting(KeyEntry::facts).extracting(KeyFacts::keyId).doesNotContain(0);
  }

  @Test
  void list_ofADirectoryWithoutPartners_isEmpty_andForeignFoldersAreNoPartners()
      throws IOException {
    KeyDirectory keys = TestDirectory.create(directory);
    assertThat(keys.list()).isEmpty();
    Files.createDirectories(directory.resolve("partners/Foreign"));
    Files.createDirectories(directory.resolve("partners/%zz"));
    Files.writeString(directory.resolve("partners/Foreign/one-way.json"), "{}");
    assertThat(keys.list()).isEmpty();
  }

  @Test
  void anyPartnerId_hasItsOwnFolder() throws IOException {
    KeyDirectory keys = TestDirectory.create(directory);
    List<String> ids =
        List.of("acme", "Acme", "a.b", "..", ".", "a/../b", "a b", "a+b", "a%20b", "ü", "日本", "-");
    for (String id : ids) {
      assertThat(keys.create(id)).hasSize(KeyUse.values().length);
    }
    assertThat(keys.list().stream().map(KeyEntry::partner).distinct())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(Files.list(directory.resolve("partners"))).hasSize(ids.size());
    for (String id : ids) {
      assertThat(keys.partner(id).partner()).isEqualTo(id);
    }
  }

  @Test
  void twoAtOnce_makeOneKeyOnly() throws InterruptedException, ExecutionException {
    TestDirectory.create(directory);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<KeyEntry>>> made = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      made.add(threads.submit(() -> TestDirectory.create(directory).create("acme")));
    }
    List<KeyEntry> all = new ArrayList<>();
    for (Future<List<KeyEntry>> each : made) {
      all.addAll(each.get());
    }
    threads.shutdown();
    assertThat(TestDirectory.open(directory).list())
        .hasSize(KeyUse.values().length)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void goldenDirectory_madeByAnotherProgram_opensForEver() {
    TestDirectory.copyGolden(directory);
    KeyDirectory keys = TestDirectory.open(directory, "golden passphrase");
    for (KeyUse use : KeyUse.values()) {
      assertThat(keys.partner("acme").fingerprint(use)).isEqualTo(Golden.keys().fingerprint(use));
    }
    assertThat(keys.list())
        .extracting(KeyEntry::created)
        .containsOnly(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void wrongPassphrase_isRefused_byName() {
    TestDirectory.create(directory).create("acme");
    assertThatThrownBy(() -> TestDirectory.open(directory, "wrong horse"))
        .satisfies(KeyProblems.of("WRONG_PASSPHRASE", "keyring.json"))
        .hasMessageNotContaining("horse");
    assertThatThrownBy(() -> TestDirectory.open(directory, TestDirectory.PASSPHRASE + " "))
        .satisfies(KeyProblems.of("WRONG_PASSPHRASE", "passphrase"));
  }

  @Test
  void whatIsMissing_isNamed_withItsMend() throws IOException {
    assertThatThrownBy(() -> TestDirectory.open(directory))
        .satisfies(KeyProblems.of("MISSING", directory.toString(), "weir keys create"));
    KeyDirectory keys = TestDirectory.create(directory);
    assertThatThrownBy(() -> keys.partner("acme"))
        .satisfies(KeyProblems.of("MISSING", "acme", "weir keys create"));
    keys.create("acme");
    Files.delete(directory.resolve("partners/acme/shift.json"));
    PartnerKeys partner = keys.partner("acme");
    assertThatThrownBy(() -> partner.fingerprint(KeyUse.SHIFT))
        .satisfies(KeyProblems.of("MISSING", "acme/shift", "weir keys create"));
    assertThatThrownBy(() -> partner.dayShift("agreement:a", 3))
        .satisfies(KeyProblems.of("MISSING", "acme/shift"));
  }

  @Test
  void aLostKeyring_isNotReplaced_forThatWouldLockTheKeysOut() throws IOException {
    TestDirectory.create(directory).create("acme");
    Files.delete(directory.resolve("keyring.json"));
    assertThatThrownBy(() -> TestDirectory.create(directory))
        .satisfies(KeyProblems.of("DAMAGED", "keyring.json", "backup"));
    assertThat(directory.resolve("keyring.json")).doesNotExist();
    assertThatThrownBy(() -> TestDirectory.open(directory))
        .satisfies(KeyProblems.of("DAMAGED", "keyring.json", "backup"));
  }

  @Test
  void aLostKeyring_ofPairsAlone_isNotReplacedEither(@TempDir Path other) throws IOException {
    var letters = SealingKeys.create(TestDirectory.create(directory));
    var commands = ControlKeys.create(TestDirectory.create(other.resolve("control")));
    for (Path file : List.of(letters, commands)) {
      Path pair = Objects.requireNonNull(file.getParent());
      Files.delete(pair.resolve("keyring.json"));
      assertThatThrownBy(() -> TestDirectory.create(pair))
          .satisfies(KeyProblems.of("DAMAGED", pair + "/keyring.json", "backup"));
    }
  }
}
