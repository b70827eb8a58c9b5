package dev.weir.operators.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageHeaders;
import dev.weir.metering.usage.UsageJson;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class MeterOperatorTest {

  private static final long EIGHT = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();
  private static final long NEXT = EIGHT + 60_000;
  private static final List<OutputHeader> FIRST = headers("1.0.0");

  @Test
  void usage_isWhatPassed_byReleaseMinuteAndAgreement_aheadOfTheBarrier() throws Exception {
    try (var flink = harness(job())) {
      pass(flink, "acme.v1", 10, EIGHT, FIRST);
      pass(flink, "acme.v1", 20, EIGHT, headers("1.0.0")); // another list, as after a network
      pass(flink, "acme.v1", 5, NEXT, FIRST);
      pass(flink, "acme.v1", 7, NEXT, headers("0.9.0")); // had waited in the state
      pass(flink, "globex.v1", 1, EIGHT, FIRST);
      pass(flink, "payments.dead-letters", 99, EIGHT, List.of());
      int passed = flink.extractOutputValues().size();
      flink.prepareSnapshotPreBarrier(17);

      assertThat(told(flink, passed))
          .containsExactlyInAnyOrder(
              "acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-17: 2 30 60",
              "acme.usage acme-deal@1.0.0 2026-03-01T08:01:00Z run-3-17: 1 5 10",
              "acme.usage acme-deal@0.9.0 2026-03-01T08:01:00Z run-3-17: 1 7 14",
              "globex.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-17: 1 1 2");
    }
  }

  @Test
  void nothingIsToldTwice_orWithoutRecords() throws Exception {
    try (var flink = harness(job())) {
      pass(flink, "acme.v1", 10, EIGHT, FIRST);
      flink.prepareSnapshotPreBarrier(1);
      flink.prepareSnapshotPreBarrier(2);
      pass(flink, "acme.v1", 30, EIGHT, FIRST);
      flink.prepareSnapshotPreBarrier(3);

      assertThat(told(flink, 0))
          .containsExactly(
              "acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-1: 1 10 20",
              "acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-3: 1 30 60");
    }
  }

  /** Of the same release, minute, subtask and checkpoint: else one would pass for the other. */
  @Test
  void twoMetersOfAJob_tellEventsOfTheirOwn() throws Exception {
    try (var first = harness(job());
        var aside = harness(job(), "a")) {
      pass(first, "acme.v1", 10, EIGHT, FIRST);
      pass(aside, "acme.v1", 20, EIGHT, FIRST);
      first.prepareSnapshotPreBarrier(17);
      aside.prepareSnapshotPreBarrier(17);

      assertThat(told(first, 0))
          .containsExactly("acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-17: 1 10 20");
      assertThat(told(aside, 0))
          .containsExactly("acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-a3-17: 1 20 40");
    }
  }

  @Test
  void files_haveOneMinuteAndOneEvent() throws Exception {
    MeterSettings files =
        new MeterSettings("/weir/gateways/local", "", "weir.usage.internal", NEXT);
    try (var flink = harness(files)) {
      pass(flink, "acme.v1", 10, EIGHT, FIRST);
      pass(flink, "acme.v1", 20, NEXT + 60_000, FIRST);
      flink.endInput();

      UsageEvent event = UsageJson.read(flink.extractOutputValues().get(2).value());
      assertThat(event.id()).isEqualTo("acme/acme-deal@1.0.0/all/2026-03-01T08:01:00Z/3");
      assertThat(event.data().usage().records()).isEqualTo(2);
      assertThat(event.data().usage().payloadBytes()).isEqualTo(30);
    }
  }

  @Test
  void whatLeavesAgain_isTakenBack_byACorrectionOfTheEventThatCountsIt() throws Exception {
    MeterSettings settings = job().again(List.of(new ReleasedAgain("acme.v1", 1, 9, 11)));
    try (var flink = harness(settings)) {
      long offset = 8;
      for (int bytes : new int[] {1, 2, 4, 8, 16}) { // offsets 8 to 12, of which 10 and 11 again
        again(flink, "acme.v1", bytes, 1, offset++);
      }
      again(flink, "acme.v1", 32, 0, 10); // another partition
      again(flink, "globex.v1", 64, 1, 10); // another topic
      int passed = flink.extractOutputValues().size();
      flink.prepareSnapshotPreBarrier(17);

      assertThat(told(flink, passed))
          .containsExactlyInAnyOrder(
              "acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-17: 6 63 126",
              "acme.usage acme-deal@1.0.0 2026-03-01T08:00:00Z released-again: -2 -12 -24",
              "globex.usage acme-deal@1.0.0 2026-03-01T08:00:00Z run-3-17: 1 64 128");
      flink.prepareSnapshotPreBarrier(18);
      assertThat(told(flink, passed)).hasSize(3);
    }
  }

  private static void again(
      OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord> flink,
      String topic,
      int bytes,
      int partition,
      long offset)
      throws Exception {
    flink.processElement(
        new OutputRecord(topic, null, new byte[bytes], EIGHT, FIRST, partition, offset), 0);
  }

  private static MeterSettings job() {
    return new MeterSettings("/weir/gateways/eu", "run", "weir.usage.internal", null);
  }

  private static OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord> harness(
      MeterSettings settings) throws Exception {
    return harness(settings, "");
  }

  private static OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord> harness(
      MeterSettings settings, String stage) throws Exception {
    List<MeteredRelease> releases = new ArrayList<>();
    for (String partner : List.of("acme", "globex")) {
      releases.add(new MeteredRelease(release(partner), () -> value -> 2 * value.length));
    }
    var flink =
        new OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord>(
            new MeterOperator(settings, stage, releases), 720, 4, 3);
    flink.setup(StreamType.OUTPUT_RECORD.createSerializer(new SerializerConfigImpl()));
    flink.open();
    return flink;
  }

  private static ReleasePlan release(String partner) {
    return new ReleasePlan(
        partner + "-deal",
        "1.0.0",
        partner,
        "all",
        "records",
        partner + ".v1",
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        null,
        null,
        List.of("decode", "treat"),
        null,
        new Output.Fields(List.of()),
        List.of(),
        null,
        "0123456789abcdef0123456789abcdef");
  }

  private static List<OutputHeader> headers(String version) {
    return List.of(new OutputHeader("weir-agreement", "acme-deal@" + version));
  }

  private static void pass(
      OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord> flink,
      String topic,
      int bytes,
      long minute,
      List<OutputHeader> headers)
      throws Exception {
    String copy = String.valueOf(topic.toCharArray());
    flink.processElement(new OutputRecord(copy, null, new byte[bytes], minute, headers), 0);
  }

  private static List<String> told(
      OneInputStreamOperatorTestHarness<OutputRecord, OutputRecord> flink, int from) {
    return flink.extractOutputValues().stream()
        .skip(from)
        .filter(record -> record.topic().endsWith(".usage"))
        .map(MeterOperatorTest::text)
        .toList();
  }

  private static String text(OutputRecord record) {
    try {
      UsageEvent event =
          UsageHeaders.read(
              record.headers().stream()
                  .collect(Collectors.toMap(OutputHeader::name, OutputHeader::value)),
              record.value());
      Metered data = event.data();
      return String.format(
          "%s %s %s %s: %d %d %d",
          record.topic(),
          data.agreement(),
          data.window().from(),
          event.id().substring(event.id().lastIndexOf('/') + 1),
          data.usage().records(),
          data.usage().payloadBytes(),
          data.usage().cells());
    } catch (UsageFormatException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
