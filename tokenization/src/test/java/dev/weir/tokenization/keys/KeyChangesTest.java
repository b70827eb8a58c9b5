package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.tokenization.Detokenized;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyState;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangesTest {

  private static final KeyUse USE = KeyUse.DETERMINISTIC;
  private static final TokenBinding BINDING =
      new TokenBinding("deterministic", "agreement:a", "p/f");

  private final Path directory;
  private KeyChanges changes;
  private KeyName first;

  KeyChangesTest(@TempDir Path directory) {
    this.directory = directory;
    KeyDirectory keys = TestDirectory.create(directory);
    this.changes = new KeyChanges(keys);
    this.first = new KeyName("acme", USE, 0);
  }

  @BeforeEach
  void create() {
    KeyDirectory keys = TestDirectory.open(directory);
    keys.create("acme");
    changes = new KeyChanges(keys);
    first = new KeyName("acme", USE, keys.partner("acme").version(USE));
  }

  @Test
  void rotatedKey_isActive_andTheFormerStillReads() {
    String old = token();
    KeyName second = changes.rotate("acme", USE);
    assertThat(second).isNotEqualTo(first);
    assertThat(token()).isNotEqualTo(old);
    assertThat(read(old)).isEqualTo("4711");
    assertThat(read(token())).isEqualTo("4711");
    assertThat(states()).containsExactly(KeyState.DEACTIVATED, KeyState.ACTIVE);
    assertThat(TestDirectory.open(directory).partner("acme").facts(KeyUse.ONE_WAY)).hasSize(1);
  }

  @Test
  void disabledKey_readsNothing_untilItIsEnabled() {
    String old = token();
    changes.rotate("acme", USE);
    changes.disable(first);
    assertThat(read(old)).isEqualTo("DISABLED_KEY");
    assertThat(states()).containsExactly(KeyState.SUSPENDED, KeyState.ACTIVE);
    changes.enable(first);
    assertThat(read(old)).isEqualTo("4711");
  }

  @Test
  void destroyedKey_readsNothing_andAnOlderCopyOfItsFileIsRefused() throws Exception {
    String old = token();
    changes.rotate("acme", USE);
    Path file = directory.resolve("partners/acme/deterministic.json");
    byte[] backup = Files.readAllBytes(file);
    changes.destroy(first, "erika");
    assertThat(read(old)).isEqualTo("UNKNOWN_KEY");
    assertThat(states()).containsExactly(KeyState.ACTIVE);
    Files.write(file, backup);
    refused(() -> TestDirectory.open(directory).partner("acme"), first + ", which was destroyed");
    refused(() -> TestDirectory.open(directory).list(), "older copy");
    changes.destroy(first, "erika");
    assertThat(read(old)).isEqualTo("UNKNOWN_KEY");
  }

  @Test
  void onlyKeyOfAUse_canBeDestroyed_andANewOneIsAnother() {
    String old = token();
    changes.destroy(first, "erika");
    refused(this::token, "acme/deterministic is missing");
    TestDirectory.open(directory).create("acme");
    assertThat(token()).isNotEqualTo(old);
    assertThat(read(old)).isEqualTo("UNKNOWN_KEY");
  }

  @Test
  void activeKey_isNeitherDisabledNorDestroyed_whileOthersAreThere() {
    KeyName second = changes.rotate("acme", USE);
    refused(() -> changes.disable(second), second + " is active");
    refused(() -> changes.destroy(second, "erika"), second + " is active");
    assertThat(states()).containsExactly(KeyState.DEACTIVATED, KeyState.ACTIVE);
  }

  @Test
  void keysThatAreNotThere_areRefusedByName() {
    refused(() -> changes.disable(new KeyName("acme", USE, 5)), "no key acme/deterministic/5");
    refused(() -> changes.rotate("umbra", USE), "umbra/deterministic is missing");
  }

  @Test
  void names_readBack() {
    KeyName name = new KeyName("a/b c", KeyUse.FORMAT_PRESERVING, -2);
    assertThat(name).hasToString("a/b c/format-preserving/4294967294");
    assertThat(KeyName.parse(name.toString())).isEqualTo(name);
    for (String wrong :
        List.of("", "acme", "acme/shift", "/shift/1", "acme/none/1", "acme/shift/x")) {
      refused(() -> KeyName.parse(wrong), "<partner>/<use>/<key id>");
    }
  }

  private List<KeyState> states() {
    return TestDirectory.open(directory).list().stream()
        .filter(entry -> entry.facts().use() == USE)
        .map(entry -> entry.facts().state())
        .toList();
  }

  private String token() {
    Tokenizer tokenizer = TestDirectory.open(directory).partner("acme").tokenizer(BINDING, 0);
    byte[] value = "4711".getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[tokenizer.maxTokenLength(value.length)];
    int end = tokenizer.tokenize(value, 0, value.length, out, 0);
    return new String(out, 0, end, StandardCharsets.US_ASCII);
  }

  private String read(String token) {
    SourceValueAccess access = SourceValueAccess.forTheOwner();
    Detokenized read =
        TestDirectory.open(directory)
            .partner("acme")
            .detokenizer(BINDING, access)
            .detokenize(token);
    return read instanceof Detokenized.Value value ? value.text(access) : read.toString();
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(KeyException.class).isThrownBy(call).withMessageContaining(message);
  }
}
