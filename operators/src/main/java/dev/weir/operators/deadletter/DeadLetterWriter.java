package dev.weir.operators.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.config.FieldPath;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.seal.PayloadSealer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Writes dead letters as JSON (the language's section 7). Confined to one thread. */
public final class DeadLetterWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final DeadLetterSource source;
  private final String productPlan;
  private final @Nullable PayloadSealer sealer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * @param productPlan digest for letters that stand for every release
   * @param sealer null: no payload is written
   */
  public DeadLetterWriter(
      DeadLetterSource source, String productPlan, @Nullable PayloadSealer sealer) {
    this.source = source;
    this.productPlan = productPlan;
    this.sealer = sealer;
  }

  /**
   * One dead letter.
   *
   * @param stage that refused the record: {@code decode}, {@code treat}
   * @param release that refused it; null: it stands for every release of the product
   * @param withPayload whether the sealed record may go with it
   */
  public byte[] write(
      SourceRecord record,
      String stage,
      Rejection rejection,
      @Nullable ReleasePlan release,
      boolean withPayload) {
    out.reset();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      source.write(record, json);
      why(stage, rejection, json);
      whose(release, json);
      if (withPayload) {
        payload(record, json);
      }
      json.writeEndObject();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }

  private static void why(String stage, Rejection rejection, JsonGenerator json)
      throws IOException {
    json.writeStringField("stage", stage);
    json.writeStringField("reason", rejection.reason().word());
    FieldPath field = rejection.field();
    if (field != null) {
      json.writeStringField("field", field.toString());
    }
  }

  private void whose(@Nullable ReleasePlan release, JsonGenerator json) throws IOException {
    if (release != null) {
      json.writeStringField("agreement", release.agreementInVersion());
      json.writeStringField("release", release.release());
    }
    json.writeStringField("plan", release == null ? productPlan : release.digest());
  }

  private void payload(SourceRecord record, JsonGenerator json) throws IOException {
    byte[] value = record.value();
    if (sealer != null && value != null) {
      byte[] sealed = sealer.seal(value, source.context(record));
      json.writeStringField("payload", Base64.getEncoder().encodeToString(sealed));
    }
  }
}
