package dev.weir.operators.stage;

import dev.weir.operators.deadletter.DeadLetterWriter;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.seal.PayloadSealer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dead letters as they leave: without key and headers, stamped with the minute. */
final class DeadLetters {

  private static final String DECODE = "decode";
  private static final String TREAT = "treat";

  private final String topic;
  private final int maxBytes;
  private final DeadLetterWriter writer;

  DeadLetters(ProductPlan product, TreatSettings settings) {
    topic = product.deadLetterTopic();
    maxBytes = settings.maxRecordBytes();
    writer = new DeadLetterWriter(settings.source(), digest(product), sealer(settings));
  }

  private static @Nullable PayloadSealer sealer(TreatSettings settings) {
    byte[] publicKey = settings.deadLetters().publicKey();
    return publicKey == null ? null : PayloadSealer.fromPublicKeyJson(publicKey);
  }

  /** A letter for every release names every release's plan. */
  private static String digest(ProductPlan product) {
    return product.releases().stream()
        .map(ReleasePlan::digest)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  OutputRecord ofDecode(SourceRecord record, Rejection rejection, long now) {
    return letter(record, DECODE, rejection, null, now);
  }

  OutputRecord ofTreat(SourceRecord record, Rejection rejection, ReleasePlan release, long now) {
    return letter(record, TREAT, rejection, release, now);
  }

  /** A payload that the topic would not take stays away; the rest of the letter goes. */
  private OutputRecord letter(
      SourceRecord record,
      String stage,
      Rejection rejection,
      @Nullable ReleasePlan release,
      long now) {
    byte[] value = writer.write(record, stage, rejection, release, true);
    if (value.length > maxBytes) {
      value = writer.write(record, stage, rejection, release, false);
    }
    return new OutputRecord(
        topic, null, value, Departure.minute(now), List.of(), record.partition(), record.offset());
  }
}
