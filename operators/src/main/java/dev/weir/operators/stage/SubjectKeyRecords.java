package dev.weir.operators.stage;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.tokenization.SubjectKey;
import dev.weir.tokenization.SubjectKeyLine;
import dev.weir.tokenization.SubjectKeyring;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Subjects' keys as they leave for the owner's topic: wrapped, under the subject's name. */
final class SubjectKeyRecords {

  private final String topic;
  private final SubjectKeyring keyring;

  SubjectKeyRecords(String topic, SubjectKeyring keyring) {
    this.topic = topic;
    this.keyring = keyring;
  }

  OutputRecord of(Subject subject, long now) {
    String hex = subject.name().hex();
    SubjectKey key = SubjectKey.of(Objects.requireNonNull(subject.key()));
    return record(hex, SubjectKeyLine.write(keyring.wrap(hex, key)), now);
  }

  /** By which the topic forgets a subject's key. */
  OutputRecord tombstone(ValueName name, long now) {
    return record(name.hex(), new byte[0], now);
  }

  private OutputRecord record(String hex, byte[] value, long now) {
    return new OutputRecord(
        topic, hex.getBytes(StandardCharsets.US_ASCII), value, Departure.minute(now), List.of());
  }
}
