package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import dev.weir.tokenization.DayShift;
import dev.weir.tokenization.Detokenized;
import dev.weir.tokenization.Detokenizer;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.Tokenizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No {@code toString} and no exception says a passphrase, a value, or nine bytes in a row of a key
 * (the golden keys, whose bytes are known), in any common spelling.
 */
class NothingLeaksTest {

  private static final String PASSPHRASE = "golden passphrase";
  private static final String VALUE = "jane@example.com";
  private static final TokenBinding BINDING =
      new TokenBinding("deterministic", "agreement:a", "p/f");

  private final Path directory;
  private final List<String> said = new ArrayList<>();

  NothingLeaksTest(@TempDir Path temporary) {
    directory = temporary.resolve("keys");
    TestDirectory.copyGolden(directory);
  }

  @Test
  void whatIsPrinted_holdsNoSecret() throws IOException {
    say(Passphrase.of(PASSPHRASE));
    KeyDirectory keys = TestDirectory.open(directory, PASSPHRASE);
    say(keys);
    say(keys.list());
    say(StrictJson.read(path("keyring.json"), bytes("keyring.json"), KeyringFile.class));
    say(
        StrictJson.read(
            path("partners/acme/shift.json"), bytes("partners/acme/shift.json"), KeyFile.class));
    say(keys.load(path("partners/acme/shift.json"), "partner:acme", "shift"));
    sayOf(keys.partner("acme"));
    assertThat(said).hasSizeGreaterThan(10).allSatisfy(NothingLeaksTest::assertNoSecret);
  }

  private void sayOf(PartnerKeys partner) {
    say(partner);
    say(partner.facts(KeyUse.DETERMINISTIC));
    say(partner.keyset(KeyUse.ONE_WAY, InsecureSecretKeyAccess.get()));
    Tokenizer tokenizer = partner.tokenizer(BINDING, 64);
    byte[] value = VALUE.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[tokenizer.maxTokenLength(value.length)];
    int end = tokenizer.tokenize(value, 0, value.length, out, 0);
    say(tokenizer);
    DayShift shift = partner.dayShift("agreement:a", 9);
    say(shift.days(value, 0, value.length));
    say(shift);
    Detokenizer reader = partner.detokenizer(BINDING, SourceValueAccess.forTheOwner());
    Detokenized found = reader.detokenize(new String(out, 0, end, StandardCharsets.US_ASCII));
    assertThat(found).isInstanceOf(Detokenized.Value.class);
    say(reader);
    say(found);
  }

  @Test
  void whatGoesWrong_holdsNoSecret() throws IOException {
    sayFailure(() -> TestDirectory.open(directory, PASSPHRASE + "?"));
    sayFailure(() -> open().partner("nobody"));
    Tokenizer small = open().partner("acme").tokenizer(BINDING, 4);
    byte[] value = VALUE.getBytes(StandardCharsets.UTF_8);
    sayFailure(() -> small.tokenize(value, 0, value.length, new byte[100], 0));
    for (String name : List.of("keyring.json", "partners/acme/deterministic.json")) {
      byte[] good = bytes(name);
      for (String bad : List.of("", "{", "[]", PASSPHRASE, "{\"version\":1,\"" + VALUE + "\":2}")) {
        Files.writeString(path(name), bad);
        sayFailure(() -> open().partner("acme"));
      }
      Files.write(path(name), good);
    }
    assertThat(said).hasSize(13).allSatisfy(NothingLeaksTest::assertNoSecret);
  }

  private KeyDirectory open() {
    return TestDirectory.open(directory, PASSPHRASE);
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(path(name));
  }

  private void say(Object object) {
    said.add(object.toString());
  }

  private void sayFailure(Runnable failing) {
    try {
      failing.run();
    } catch (RuntimeException e) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text, true));
      said.add(text.toString());
    }
  }

  private static void assertNoSecret(String text) {
    assertThat(text).doesNotContain(PASSPHRASE, VALUE, "golden", "jane");
    byte[] keys = new byte[128];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (byte) i;
    }
    for (int at = 0; at + 9 <= keys.length; at++) {
      byte[] part = Arrays.copyOfRange(keys, at, at + 9);
      String dashed = Arrays.toString(part);
      assertThat(text.toLowerCase(Locale.ROOT))
          .doesNotContain(HexFormat.of().formatHex(part), dashed.substring(1, dashed.length() - 1));
      assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(part));
    }
  }
}
