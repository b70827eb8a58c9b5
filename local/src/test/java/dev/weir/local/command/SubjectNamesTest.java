package dev.weir.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent in place of a subject's id. */
class SubjectNamesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  private List<String> names(String product, String ids) throws IOException {
    try (Passphrase passphrase = Passphrase.of("correct horse")) {
      KeyDirectory keys =
          KeyDirectory.openOrCreateWithWeakDerivationForTests(directory.resolve("k"), passphrase);
      keys.create("acme");
      return SubjectNames.read(
          new ByteArrayInputStream(ids.getBytes(UTF_8)), keys.subjects().namer(product));
    }
  }

  @Test
  void everyId_hasOneName_ofItsProduct_whichIsNotTheId() throws IOException {
    List<String> names = names("cards", "4711\nMüller\r\n\n4711\n");
    assertThat(names).hasSize(2).allMatch(name -> name.matches("[0-9a-f]{32}"));
    assertThat(names("cards", "Müller")).containsExactly(names.get(1));
    assertThat(names("loans", "Müller")).isNotEqualTo(names("cards", "Müller"));
  }

  @Test
  void noId_isWrongUsage() {
    assertThatThrownBy(() -> names("cards", "\n\n"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("no id");
  }

  /** Such an id is nobody's: the purge would be sent, and change nothing. */
  @Test
  void idWithSpacesAround_orAByteOrderMark_isRefused_withoutSayingIt() {
    for (String ids : new String[] {"4711 \n", "4710\n\t4711\n", "\uFEFF4711\n"}) {
      assertThatThrownBy(() -> names("cards", ids))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("nothing was sent")
          .hasMessageNotContaining("471");
    }
  }
}
