package dev.weir.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.jobs.TestPlans;
import dev.weir.jobs.graph.MeterStage;
import dev.weir.jobs.kafka.ReplayWriter;
import dev.weir.operators.deadletter.DeadLetter;
import dev.weir.operators.deadletter.DeadLetterSource;
import dev.weir.operators.deadletter.LetterSource;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.meter.MeterSettings;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.ReplayStage;
import dev.weir.operators.stage.TreatSettings;
import dev.weir.operators.stage.WallClock;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.SealingKeys;
import dev.weir.tokenization.seal.PayloadOpener;
import dev.weir.tokenization.seal.PayloadSealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which letters are tried, for which releases, and what is written of them. */
class ProductReplayTest {

  private static final String TOPIC = "payments.v2";
  private static final LetterFilter ALL = new LetterFilter(Set.of(), null, null);
  private static final ReleasePlan ACME = TestPlans.release("acme", "acme.v1");
  private static final ReleasePlan UMBRA = TestPlans.release("umbra", "umbra.v1");
  private static final ProductPlan PRODUCT = product(null);
  private static final ProductPlan TIMED = product(FieldPath.of("at"));
  private static final long JUNE = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private PayloadSealer sealer;

  @SuppressWarnings("NullAway.Init") // before each
  private PayloadOpener opener;

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final ReplayTally tally = new ReplayTally();
  private final Notes notes = new Notes("weir.replays");

  @BeforeEach
  void pair() throws IOException {
    try (Passphrase passphrase = Passphrase.of("only a test")) {
      KeyDirectory keys =
          KeyDirectory.openOrCreateWithWeakDerivationForTests(directory, passphrase);
      sealer = PayloadSealer.fromPublicKeyJson(Files.readAllBytes(SealingKeys.create(keys)));
      opener = SealingKeys.opener(keys, SourceValueAccess.forTheOwner());
    }
  }

  private void replay(ProductPlan product, LetterFilter filter, DeadLetter... letters)
      throws Exception {
    TreatSettings settings =
        new TreatSettings(
            DeadLetterSource.topic(TOPIC),
            () -> {
              throw new KeyException(KeyException.Kind.MISSING, "none are needed");
            },
            DeadLetterSettings.unlimited(),
            WallClock.system(),
            TreatSettings.UNLIMITED);
    JsonRecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    try (ReplayWriter writer = ReplayWriter.open(producer);
        ReplayStage stage = ReplayStage.open(product, format, settings)) {
      MeteredWriter metered =
          new MeteredWriter(
              writer,
              new MeterSettings("/weir/gateways/eu", "run", "weir.usage.internal", null),
              MeterStage.releases(product, format));
      ProductReplay replay =
          new ProductReplay(product, TOPIC, stage, filter, opener, notes, metered, tally);
      for (DeadLetter letter : letters) {
        replay.one(new StoredLetter(letter, JUNE));
      }
      metered.commit();
    }
  }

  /** What was written, by topic. */
  private List<ProducerRecord<byte[], byte[]>> written(String topic) {
    return producer.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  @Test
  void whatIsReplayed_isCountedInItsTransaction() throws Exception {
    replay(
        PRODUCT,
        ALL,
        letter(TOPIC, 1, "acme-agreement@1.2.0", "{}"),
        letter(TOPIC, 2, "acme-agreement@1.2.0", "{}"));
    assertThat(producer.commitCount()).isEqualTo(1);
    assertThat(written("acme.usage"))
        .singleElement()
        .satisfies(
            usage ->
                assertThat(new String(usage.value(), StandardCharsets.UTF_8))
                    .contains("\"records\":2,\"payloadBytes\":4,\"cells\":0,"));
    assertThat(written("umbra.usage")).isEmpty();
  }

  /** Of decode if no agreement is named. */
  private DeadLetter letter(String topic, long offset, @Nullable String agreement, String value) {
    LetterSource source = new LetterSource(false, topic, 0, offset);
    byte[] sealed = sealer.seal(value.getBytes(StandardCharsets.UTF_8), source.context());
    return letter(source, agreement, sealed);
  }

  private static DeadLetter letter(
      LetterSource source, @Nullable String agreement, byte @Nullable [] sealed) {
    String stage = agreement == null ? "decode" : "treat";
    String release = agreement == null ? null : "all";
    return new DeadLetter(source, stage, "malformed", null, agreement, release, "p", sealed);
  }

  private static ProductPlan product(@Nullable FieldPath eventTime) {
    ProductPlan plan = TestPlans.product("payments", ACME, UMBRA);
    Shape.Field at = new Shape.Field("at", false, new Shape.Leaf(LogicalType.TIMESTAMP, null));
    return new ProductPlan(
        plan.product(),
        plan.version(),
        plan.apiVersion(),
        plan.object(),
        plan.sourceUid(),
        plan.decodeUid(),
        plan.treatUid(),
        plan.deadLetterTopic(),
        new Shape.Fields(List.of(at)),
        null,
        eventTime,
        null,
        plan.releases());
  }

  @Test
  void letterOfOneRelease_goesToItAlone_underANewerVersionOfItsAgreementToo() throws Exception {
    replay(PRODUCT, ALL, letter(TOPIC, 1, "acme-agreement@0.9.0", "{}"));
    assertThat(tally.releases())
        .containsExactly(entry("acme-agreement/all", new TreeMap<>(Map.of("released", 1L))));
    assertThat(producer.history())
        .extracting(record -> record.topic())
        .containsExactly("acme.v1", "weir.replays", "acme.usage");
    assertThat(new String(producer.history().get(1).key(), StandardCharsets.UTF_8))
        .isEqualTo("payments.v2\n0\n1\nacme-agreement\nall");
    assertThat(producer.commitCount()).isEqualTo(1);
  }

  @Test
  void severalLettersOfOneRecord_releaseItOnce() throws Exception {
    DeadLetter letter = letter(TOPIC, 1, "acme-agreement@1.2.0", "{}");
    replay(PRODUCT, ALL, letter, letter);
    assertThat(tally.releases().get("acme-agreement/all")).containsExactly(entry("released", 1L));
    assertThat(written("acme.v1")).hasSize(1);
  }

  @Test
  void whatFailsAgain_isCounted_andNothingIsWritten() throws Exception {
    replay(PRODUCT, ALL, letter(TOPIC, 1, "acme-agreement@1.2.0", "{"));
    assertThat(tally.releases().get("acme-agreement/all"))
        .containsExactly(entry("refused again: malformed", 1L));
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void lettersThatCannotBeTried_areCountedByWhy_andNothingIsWritten() throws Exception {
    DeadLetter moved = letter(TOPIC, 1, "acme-agreement@1.2.0", "{}");
    replay(
        PRODUCT,
        ALL,
        letter("elsewhere", 1, "acme-agreement@1.2.0", "{}"),
        letter(TOPIC, 2, "gone-agreement@1.2.0", "{}"),
        letter(TOPIC, 3, null, "{}"),
        letter(new LetterSource(false, TOPIC, 0, 4), "acme-agreement@1.2.0", null),
        letter(new LetterSource(false, TOPIC, 0, 5), "acme-agreement@1.2.0", moved.payload()));
    assertThat(tally.unworked())
        .containsOnly(
            entry(Unworked.OTHER_SOURCE, 1L),
            entry(Unworked.NO_RELEASE, 1L),
            entry(Unworked.NO_EVENT_TIME, 1L),
            entry(Unworked.NO_PAYLOAD, 1L),
            entry(Unworked.NOT_OPENED, 1L));
    assertThat(tally.releases()).isEmpty();
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void letterOfDecode_isForEveryRelease() throws Exception {
    replay(TIMED, ALL, letter(TOPIC, 1, null, "{"));
    assertThat(tally.releases().keySet())
        .containsExactly("acme-agreement/all", "umbra-agreement/all");
  }

  @Test
  void letterOfDecode_isForTheOneReleaseThatIsMeant() throws Exception {
    LetterFilter umbra = new LetterFilter(Set.of(), "umbra-agreement/all", null);
    replay(TIMED, umbra, letter(TOPIC, 1, null, "{"));
    assertThat(tally.releases().keySet()).containsExactly("umbra-agreement/all");
  }
}
