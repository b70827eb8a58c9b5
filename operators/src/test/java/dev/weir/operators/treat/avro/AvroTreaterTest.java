package dev.weir.operators.treat.avro;

import static dev.weir.operators.treat.avro.AvroPayment.BRACKETS;
import static dev.weir.operators.treat.avro.AvroPayment.EVERYTHING;
import static dev.weir.operators.treat.avro.AvroPayment.READER;
import static dev.weir.operators.treat.avro.AvroPayment.Run;
import static dev.weir.operators.treat.avro.AvroPayment.SHAPE;
import static dev.weir.operators.treat.avro.AvroPayment.bytes;
import static dev.weir.operators.treat.avro.AvroPayment.item;
import static dev.weir.operators.treat.avro.AvroPayment.leaf;
import static dev.weir.operators.treat.avro.AvroPayment.payment;
import static dev.weir.operators.treat.avro.AvroPayment.tokenize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.Holes;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.SubjectAtHand;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.RandomToken;
import dev.weir.tokenization.keys.ThrowAwayKeys;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** What a treater makes of a record as a whole. */
class AvroTreaterTest {

  private static TextTreatment constant(String text) {
    return (value, from, to, subject, out) -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return null;
    };
  }

  @Test
  void randomTokens_areFilledWhereTheirValuesStood_inArraysAndTheKeyToo() throws IOException {
    Step.Tokenize random =
        new Step.Tokenize(
            TokenScheme.RANDOM,
            new Step.KeyRef("acme", "random"),
            new Step.TokenContext("random", "agreement:a", "payments/id"),
            null,
            null,
            "P30D",
            null);
    Output.Fields output =
        new Output.Fields(
            List.of(
                leaf("id", LogicalType.STRING, random),
                leaf("kind", LogicalType.STRING, new Step.Keep()),
                new Output.Field(
                    "items",
                    true,
                    new Output.Items(
                        new Output.Fields(
                            List.of(leaf("items[].sku", LogicalType.STRING, random)))))));
    Holes holes = new Holes();
    GenericRecord payment = payment();
    payment.put("items", List.of(item("a", 1), item("C1", 2)));
    Run run =
        new Run(
            READER,
            SHAPE,
            output,
            TextTreatments.of(
                PartnerTokenKeys.remembering(new ThrowAwayKeys(), holes, new SubjectAtHand())),
            payment);
    assertThat(run.rejection).isNull();
    assertThat(holes.found()).hasSize(3);
    assertThat(holes.found().get(2).value()).isEqualTo(holes.found().get(0).value());
    assertThat(holes.found().get(1).value()).isNotEqualTo(holes.found().get(0).value());
    byte[] value = run.value.toByteArray();
    byte[] key = run.key.toByteArray();
    assertThat(new String(value, StandardCharsets.ISO_8859_1)).doesNotContain("C1");
    HeldRecord held =
        new HeldRecord(new OutputRecord("t", key, value, 0, List.of()), holes.found());
    for (int hole = 0; hole < 3; hole++) {
      byte[] drawn = new byte[RandomToken.BYTES];
      Arrays.fill(drawn, (byte) hole);
      held.fill(hole, drawn);
    }
    Schema schema = run.treater.outputSchema();
    GenericRecord read = NaiveWay.read(value, schema, schema);
    String token = "AQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assertThat(read.get("id")).hasToString(token);
    assertThat(new String(key, StandardCharsets.US_ASCII)).isEqualTo(token);
    assertThat(read.get("items"))
        .asString()
        .contains("AQAAAAABAQEBAQEBAQEBAQEBAQEB", "AQAAAAACAgICAgICAgICAgICAgIC");
  }

  @Test
  void record_isTreatedFieldByField_andTheTokenIsTheKey() throws IOException {
    Run run =
        new Run(
            READER,
            SHAPE,
            EVERYTHING,
            leaf -> leaf.step() instanceof Step.Bucket ? constant("-7.375") : BRACKETS,
            payment());
    GenericRecord read = run.read();
    assertThat(read.toString())
        .startsWith("{\"id\": \"<C1>\", \"kind\": \"PUBLIC\", \"fee\": ")
        .endsWith(
            "\"address\": {\"zip\": \"01234\"}, \"items\": [{\"sku\": \"a\", \"price\": 1},"
                + " {\"sku\": null, \"price\": 2}], \"at\": \"<2026-03-01T08:00:19.000001Z>\"}");
    LogicalTypes.Decimal fee =
        (LogicalTypes.Decimal) run.treater.outputSchema().getField("fee").schema().getLogicalType();
    assertThat(
            new Conversions.DecimalConversion()
                .fromBytes((ByteBuffer) read.get("fee"), READER, fee))
        .isEqualTo(new BigDecimal("-7.375"));
    assertThat(new String(run.key.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("<C1>");
    assertThat(new String(run.value.toByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("MARKER");
  }

  /** A length of 64 takes a second byte, which the text has to make room for. */
  @Test
  void longTexts_keepTheirLengthAndKey() throws IOException {
    for (int length : new int[] {0, 1, 63, 64, 8191, 8192, 100_000}) {
      Output.Fields output = new Output.Fields(List.of(leaf("id", LogicalType.STRING, tokenize())));
      String text = "ü".repeat(length / 2) + "x".repeat(length % 2);
      Run run = new Run(READER, SHAPE, output, leaf -> constant(text), payment());
      assertThat(run.read().get("id").toString()).isEqualTo(text);
      assertThat(new String(run.key.toByteArray(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void subject_isGivenToAShift_andTheShiftedTimeKeepsItsType() throws IOException {
    List<String> subjects = new ArrayList<>();
    Step shift =
        new Step.Shift(
            5,
            null,
            new Step.KeyRef("acme", "shift"),
            new Step.TokenContext("shift", "agreement:a", ""));
    Output.Fields output = new Output.Fields(List.of(leaf("at", LogicalType.TIMESTAMP, shift)));
    TextTreatment shifted =
        (value, from, to, subject, out) -> {
          subjects.add(
              new String(
                  subject.array(),
                  subject.from(),
                  subject.to() - subject.from(),
                  StandardCharsets.UTF_8));
          return constant("2026-03-03T08:00:19.000001Z").apply(value, from, to, subject, out);
        };
    Run run = new Run(READER, SHAPE, output, leaf -> shifted, payment());
    assertThat(run.read().get("at")).isEqualTo(1_772_352_019_000_001L + 2 * 86_400_000_000L);
    assertThat(subjects).containsExactly("C1");
  }

  @Test
  void refusalOfATreatment_namesTheField() throws IOException {
    Run run =
        new Run(
            READER,
            SHAPE,
            EVERYTHING,
            leaf -> (value, from, to, subject, out) -> Reason.NOT_IN_TABLE,
            payment());
    assertThat(run.rejection).isEqualTo(new Rejection(Reason.NOT_IN_TABLE, FieldPath.of("id")));
  }

  /** Two releases of one event write into their own outputs, again and again. */
  @Test
  void treater_keepsNothingOfARecord() throws IOException {
    ReleasePlan release = Plans.release(EVERYTHING, FieldPath.of("id"));
    ProductPlan plan = Plans.product(SHAPE, release, FieldPath.of("id"), null, null);
    AvroFormat format = new AvroFormat(READER, null);
    AvroDecoder decoder = new AvroDecoder(plan, format, 1000, 64);
    AvroTreater treater =
        new AvroTreater(
            plan,
            release,
            format,
            77,
            l -> l.step() instanceof Step.Bucket ? constant("1") : BRACKETS);
    byte[] source = bytes(READER, payment());
    byte[] first = null;
    for (int i = 0; i < 3; i++) {
      ByteOutput value = new ByteOutput(8);
      assertThat(
              treater.treat(
                  decoder.decode(new SourceRecord(source, 0, 0, 0)), value, new ByteOutput(0)))
          .isNull();
      assertThat(Arrays.copyOf(value.toByteArray(), 5)).containsExactly(0, 0, 0, 0, 77);
      first = first == null ? value.toByteArray() : first;
      assertThat(value.toByteArray()).isEqualTo(Objects.requireNonNull(first));
    }
  }
}
