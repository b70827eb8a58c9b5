package dev.weir.tokenization.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {

  private static final String NAME = "WEIR_KEYS_PASSPHRASE";

  private static String read(PassphraseReference reference, Map<String, String> environment) {
    try (Passphrase passphrase = reference.read(environment::get)) {
      return new String(passphrase.bytes(), StandardCharsets.UTF_8);
    }
  }

  private static String read(Map<String, String> environment) {
    return read(PassphraseReference.standard(), environment);
  }

  @Test
  void environment_isTakenAsItIs() {
    assertThat(read(Map.of(NAME, " pass phrase\n"))).isEqualTo(" pass phrase\n");
  }

  @Test
  void file_losesOneLineEnd_andNothingElse(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("secret");
    for (Map.Entry<String, String> each :
        Map.of("p", "p", "p\n", "p", "p\r\n", "p", "p\n\n", "p\n", " p \n", " p ", "p\r", "p\r")
            .entrySet()) {
      Files.writeString(file, each.getKey());
      assertThat(read(Map.of(NAME + "_FILE", file.toString()))).isEqualTo(each.getValue());
      assertThat(read(new PassphraseReference.File(file.toString()), Map.of()))
          .isEqualTo(each.getValue());
    }
  }

  @Test
  void nothing_orTwo_isRefused_withTheNames() {
    assertThatThrownBy(() -> read(Map.of()))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", "set WEIR_KEYS_PASSPHRASE or"));
    assertThatThrownBy(() -> read(Map.of(NAME, "a", NAME + "_FILE", "/f")))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", "both set"));
    assertThatThrownBy(() -> read(Map.of(NAME, "")))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", "empty"));
  }

  @Test
  void fileThatIsNotThere_orIsEmpty_isNamed(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("secret");
    assertThatThrownBy(() -> read(Map.of(NAME + "_FILE", file.toString())))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", file.toString()));
    Files.writeString(file, "\n");
    assertThatThrownBy(() -> read(Map.of(NAME + "_FILE", file.toString())))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", "empty"));
    Files.write(file, new byte[65_537]);
    assertThatThrownBy(() -> read(Map.of(NAME + "_FILE", file.toString())))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", "longer"));
  }

  @Test
  void whatTheLocaleLost_isRefused_forOtherPassphrasesWouldOpenToo() {
    assertThatThrownBy(() -> read(Map.of(NAME, "p\uFFFDss")))
        .satisfies(KeyProblems.of("NO_PASSPHRASE", "locale", "_FILE"));
  }

  @Test
  void closed_itIsWiped() {
    Passphrase passphrase = Passphrase.of("secret");
    byte[] held = passphrase.bytes();
    passphrase.close();
    assertThat(held).containsOnly(0);
    assertThatThrownBy(passphrase::bytes).isInstanceOf(IllegalStateException.class);
  }
}
