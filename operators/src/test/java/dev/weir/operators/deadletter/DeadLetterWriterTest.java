package dev.weir.operators.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterWriterTest {

  private static final byte[] VALUE = "{\"email\":\"SECRET\"}".getBytes(StandardCharsets.UTF_8);
  private static final SourceRecord RECORD = new SourceRecord(VALUE, 3, 17, 5);
  private static final Rejection REJECTION =
      new Rejection(Reason.WRONG_TYPE, FieldPath.of("address", "a.b"));
  private static final DeadLetterSource TOPIC = DeadLetterSource.topic("payments.v2");

  @Test
  void forEveryRelease_namesNeitherAgreementNorRelease() {
    DeadLetterWriter writer = new DeadLetterWriter(TOPIC, "d1 d2", null);
    assertThat(text(writer.write(RECORD, "decode", REJECTION, null, true)))
        .isEqualTo(
            "{\"source\":{\"topic\":\"payments.v2\",\"partition\":3,\"offset\":17},"
                + "\"stage\":\"decode\",\"reason\":\"wrong_type\",\"field\":\"address.\\\"a.b\\\"\","
                + "\"plan\":\"d1 d2\"}");
  }

  @Test
  void forOneRelease_ofAFile() {
    DeadLetterSource files = DeadLetterSource.files(List.of("in.jsonl", "more.jsonl"));
    DeadLetterWriter writer = new DeadLetterWriter(files, "", null);
    SourceRecord record = new SourceRecord(VALUE, -2, 17, 5);
    Rejection whole = Rejection.of(Reason.TOO_LARGE);
    assertThat(text(writer.write(record, "treat", whole, TestPlans.release("acme"), true)))
        .isEqualTo(
            "{\"source\":{\"file\":\"more.jsonl\",\"line\":17},\"stage\":\"treat\","
                + "\"reason\":\"too_large\",\"agreement\":\"acme-payments@1.2.0\","
                + "\"release\":\"payments\",\"plan\":\"0123456789abcdef0123456789abcdef\"}");
  }

  @Test
  void payload_opensForTheOwnerAlone_andOnlyInItsOwnLetter(@TempDir Path directory)
      throws Exception {
    KeyDirectory keys = keys(directory);
    byte[] publicKey = Files.readAllBytes(SealingKeys.create(keys));
    DeadLetterWriter writer =
        new DeadLetterWriter(TOPIC, "", PayloadSealer.fromPublicKeyJson(publicKey));
    String letter = text(writer.write(RECORD, "decode", REJECTION, null, true));
    assertThat(letter).doesNotContain("SECRET");
    JsonNode json = new ObjectMapper().readTree(letter);
    byte[] sealed = json.get("payload").binaryValue();
    var opener = SealingKeys.opener(keys, SourceValueAccess.forTheOwner());
    assertThat(opener.open(sealed, TOPIC.context(RECORD))).hasValue(VALUE);
    SourceRecord other = new SourceRecord(VALUE, 3, 18, 5);
    assertThat(opener.open(sealed, TOPIC.context(other))).isEmpty();
    assertThat(text(writer.write(RECORD, "decode", REJECTION, null, false)))
        .doesNotContain("payload");
  }

  private static KeyDirectory keys(Path directory) {
    try (Passphrase passphrase = Passphrase.of("only a test")) {
      return KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
    }
  }

  private static String text(byte[] letter) {
    return new String(letter, StandardCharsets.UTF_8);
  }
}
