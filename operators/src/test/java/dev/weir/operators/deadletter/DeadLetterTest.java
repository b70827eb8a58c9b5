package dev.weir.operators.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.TestPlans;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.SealingKeys;
import dev.weir.tokenization.seal.PayloadSealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

  private static final byte[] VALUE = "{\"email\":\"SECRET\"}".getBytes(StandardCharsets.UTF_8);
  private static final SourceRecord RECORD = new SourceRecord(VALUE, 3, 17, 5);
  private static final DeadLetterSource TOPIC = DeadLetterSource.topic("payments.v2");

  @Test
  void whatIsWritten_isRead_andThePayloadOpensAtItsPlace(@TempDir Path directory) throws Exception {
    try (Passphrase passphrase = Passphrase.of("only a test")) {
      KeyDirectory keys =
          KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
      byte[] publicKey = Files.readAllBytes(SealingKeys.create(keys));
      DeadLetterWriter writer =
          new DeadLetterWriter(TOPIC, "", PayloadSealer.fromPublicKeyJson(publicKey));
      Rejection why = new Rejection(Reason.WRONG_TYPE, FieldPath.of("address", "a.b"));
      DeadLetter letter =
          DeadLetter.read(writer.write(RECORD, "treat", why, TestPlans.release("acme"), true))
              .orElseThrow();
      assertThat(letter.source()).hasToString("payments.v2/3/17");
      assertThat(letter.reason()).isEqualTo("wrong_type");
      assertThat(letter.field()).isEqualTo("address.\"a.b\"");
      assertThat(letter.agreement()).isEqualTo("acme-payments@1.2.0");
      assertThat(letter.agreementId()).isEqualTo("acme-payments");
      assertThat(letter.release()).isEqualTo("payments");
      assertThat(letter.toString()).doesNotContain("SECRET");
      Path key = directory.resolve("dead-letters.json");
      var opener = SealingKeys.opener(key, () -> passphrase, SourceValueAccess.forTheOwner());
      byte[] sealed = Objects.requireNonNull(letter.payload());
      assertThat(opener.open(sealed, letter.source().context())).hasValue(VALUE);
      LetterSource elsewhere = new LetterSource(false, "payments.v2", 3, 18);
      assertThat(opener.open(sealed, elsewhere.context())).isEmpty();
    }
  }

  @Test
  void letterForEveryRelease_namesNone_andALineOfAFileIsItsPlace() {
    DeadLetterSource files = DeadLetterSource.files(List.of("in.jsonl", "more.jsonl"));
    DeadLetterWriter writer = new DeadLetterWriter(files, "d1 d2", null);
    SourceRecord record = new SourceRecord(VALUE, -2, 17, 5);
    Rejection why = Rejection.of(Reason.MALFORMED);
    DeadLetter letter =
        DeadLetter.read(writer.write(record, "decode", why, null, true)).orElseThrow();
    assertThat(letter.source()).hasToString("more.jsonl:17");
    assertThat(letter.release()).isNull();
    assertThat(letter.agreementId()).isNull();
    assertThat(letter.payload()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"source\":{\"topic\":\"t\",\"partition\":0},\"stage\":\"decode\",\"reason\":\"x\","
            + "\"plan\":\"\"}",
        "{\"source\":{\"topic\":\"t\",\"partition\":0,\"offset\":1},\"stage\":\"treat\","
            + "\"reason\":\"x\",\"plan\":\"\",\"release\":\"r\"}",
        "{\"source\":{\"topic\":\"t\",\"partition\":0,\"offset\":1},\"stage\":\"decode\","
            + "\"reason\":\"x\",\"plan\":\"\",\"payload\":\"?\"}"
      })
  void whatIsNoLetter_isRefused(String json) {
    assertThat(DeadLetter.read(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Property
  void anyBytes_areReadOrRefused(@ForAll byte[] bytes) {
    assertThat(DeadLetter.read(bytes)).isNotNull();
  }
}
