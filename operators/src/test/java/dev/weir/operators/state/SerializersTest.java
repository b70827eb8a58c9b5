package dev.weir.operators.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.Completion;
import dev.weir.operators.cohort.DecidedRow;
import dev.weir.operators.quota.QuotaAccount;
import dev.weir.operators.record.Answer;
import dev.weir.operators.record.Ask;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.record.WaitingUnit;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import dev.weir.privacy.risk.ClassId;
import dev.weir.tokenization.CohortTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SerializersTest {

  private static final RecursiveComparisonConfiguration DEEP =
      RecursiveComparisonConfiguration.builder().withStrictTypeChecking(false).build();

  @Property
  void sourceRecord_comesBack(
      @ForAll @WithNull byte @Nullable [] value,
      @ForAll int partition,
      @ForAll long offset,
      @ForAll long timestamp)
      throws IOException {
    roundTrip(
        SourceRecordSerializer.INSTANCE, new SourceRecord(value, partition, offset, timestamp));
  }

  @Property
  void event_comesBack(
      @ForAll byte[] value,
      @ForAll int[] spans,
      @ForAll long eventTime,
      @ForAll int jurisdiction,
      @ForAll @WithNull @Nullable Reason reason,
      @ForAll @Size(max = 4) List<String> names)
      throws IOException {
    SourceRecord source = new SourceRecord(value, 1, 2, 3);
    Rejection rejection = reason == null ? null : new Rejection(reason, path(names));
    roundTrip(
        EventSerializer.INSTANCE, new Event(source, spans, eventTime, jurisdiction, rejection));
  }

  private static @Nullable FieldPath path(List<String> names) {
    List<String> usable = names.stream().filter(name -> !name.isEmpty()).toList();
    return usable.isEmpty() ? null : FieldPath.of(usable.toArray(String[]::new)).eachItem();
  }

  @Property
  void peopleAndClasses_comeBack(@ForAll long high, @ForAll long low) throws IOException {
    roundTrip(CohortSubjectSerializer.INSTANCE, new Subject(high, low));
    roundTrip(ClassIdSerializer.INSTANCE, new ClassId(high, low));
  }

  @Property
  void outputRecord_comesBack(
      @ForAll String topic,
      @ForAll @WithNull byte @Nullable [] key,
      @ForAll byte[] value,
      @ForAll long timestamp,
      @ForAll @Size(max = 4) List<String> headers,
      @ForAll int partition,
      @ForAll long offset)
      throws IOException {
    List<OutputHeader> made = headers.stream().map(h -> new OutputHeader(h, h + h)).toList();
    roundTrip(
        OutputRecordSerializer.INSTANCE,
        new OutputRecord(topic, key, value, timestamp, made, partition, offset));
  }

  @Property
  void keyFingerprint_comesBack(@ForAll String key, @ForAll String fingerprint) throws IOException {
    roundTrip(KeyFingerprintStateSerializer.INSTANCE, new KeyFingerprintState(key, fingerprint));
  }

  @Property
  void whatRandomTokensTakeBetweenStages_comesBack(
      @ForAll byte[] value,
      @ForAll int at,
      @ForAll long high,
      @ForAll long low,
      @ForAll String remember,
      @ForAll @Size(max = 3) List<Integer> more)
      throws IOException {
    ValueName name = new ValueName(high, low);
    OutputRecord record = new OutputRecord("t", null, value, low, List.of());
    List<Hole> holes = more.stream().map(hole -> new Hole(hole, name, remember)).toList();
    roundTrip(ValueNameSerializer.INSTANCE, name);
    roundTrip(HeldRecordSerializer.INSTANCE, new HeldRecord(record, holes));
    roundTrip(AskSerializer.INSTANCE, new Ask(at, high, name, remember));
    roundTrip(AnswerSerializer.INSTANCE, new Answer(at, high, value));
    roundTrip(RememberedTokenSerializer.INSTANCE, new RememberedToken(value, high, low));
  }

  @Property
  void progress_comesBack(
      @ForAll String run,
      @ForAll long number,
      @ForAll int subtask,
      @ForAll @Size(max = 4) Map<String, Long> released,
      @ForAll @Size(max = 3) Map<String, @Size(max = 3) Map<Integer, Long>> positions)
      throws IOException {
    SortedMap<String, SortedMap<Integer, Long>> sorted = new TreeMap<>();
    positions.forEach((topic, offsets) -> sorted.put(topic, new TreeMap<>(offsets)));
    roundTrip(
        ProgressStateSerializer.INSTANCE,
        new ProgressState(
            run, number, ~number, subtask, ~subtask, new TreeMap<>(released), sorted));
  }

  @Property
  void whatCohortsTake_comesBack(
      @ForAll int number,
      @ForAll long high,
      @ForAll long low,
      @ForAll long[] point,
      @ForAll long[] sensitive,
      @ForAll byte[] value,
      @ForAll @Size(max = 3) List<Integer> places)
      throws IOException {
    Subject subject = new Subject(high, low);
    List<CohortRow.Opening> openings =
        places.stream().map(at -> new CohortRow.Opening(at, ~number)).toList();
    List<byte[]> tokens = places.stream().map(at -> new byte[CohortTokens.LENGTH]).toList();
    CohortRow.Body body = new CohortRow.Body(high, number, low, value, openings, tokens, number);
    CohortRow row = CohortRow.of(number, subject, Codes.of(point), Codes.of(sensitive), body);
    roundTrip(CohortRowSerializer.INSTANCE, row);
    roundTrip(CohortRowSerializer.INSTANCE, CohortRow.forgetting(number, subject));
    assertThat(CohortRow.Body.of(Objects.requireNonNull(row.row())))
        .usingRecursiveComparison(DEEP)
        .isEqualTo(body);
    roundTrip(
        DecidedRowSerializer.INSTANCE,
        new DecidedRow(subject, null, new Completion.Completed(value, value, number, high, null)));
    Origin origin = new Origin(low, new Origin.Member(high, low, ~high, ~low));
    roundTrip(
        DecidedRowSerializer.INSTANCE,
        new DecidedRow(
            subject,
            new CohortId(high, number),
            new Completion.Completed(value, value, number, high, origin)));
  }

  @Property
  void whatWaitsForAQuota_comesBack(
      @ForAll long number,
      @ForAll byte[] value,
      @ForAll @Size(min = 1, max = 3) List<Boolean> rows,
      @ForAll @Size(max = 3) Map<String, String> headers)
      throws IOException {
    List<OutputHeader> written =
        headers.entrySet().stream()
            .map(header -> new OutputHeader(header.getKey(), header.getValue()))
            .toList();
    List<OutputRecord> records =
        rows.stream()
            .map(
                row ->
                    new Origin(
                        number,
                        row ? new Origin.Member(number, 2, ~number, 4) : null,
                        null,
                        row ? number : 0))
            .map(origin -> new OutputRecord("t", value, value, number, written).of(origin))
            .toList();
    records.forEach(record -> roundTripped(OutputRecordSerializer.INSTANCE, record));
    Origin named = new Origin(number, null, new ValueName(number, 7));
    roundTrip(OutputRecordSerializer.INSTANCE, records.get(0).of(named));
    roundTrip(WaitingUnitSerializer.INSTANCE, new WaitingUnit(records, "form", ~number));
    roundTrip(
        QuotaAccountSerializer.INSTANCE,
        new QuotaAccount(number, 2, 3, ~number, 5, 6, 7, 8, ~number, 9, number + 1));
  }

  private static <T> void roundTripped(TypeSerializer<T> serializer, T value) {
    try {
      roundTrip(serializer, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyStreamType_hasItsOwnSerializer_neverOneThatFlinkGuesses() {
    for (TypeInformation<?> type :
        List.of(
            StreamType.SOURCE_RECORD,
            StreamType.EVENT,
            StreamType.OUTPUT_RECORD,
            StreamType.HELD_RECORD,
            StreamType.ASK,
            StreamType.ANSWER,
            StreamType.VALUE_NAME,
            StreamType.COHORT_ROW)) {
      TypeSerializer<?> serializer = type.createSerializer(new SerializerConfigImpl());
      assertThat(serializer).isInstanceOf(ImmutableSerializer.class);
      assertThat(serializer.isImmutableType()).isTrue();
      assertThat(serializer.createInstance()).isInstanceOf(type.getTypeClass());
    }
    assertThat(StreamType.EVENT).isNotEqualTo(StreamType.SOURCE_RECORD);
  }

  private static <T> void roundTrip(TypeSerializer<T> serializer, T value) throws IOException {
    byte[] once = bytes(serializer, value);
    T back = serializer.deserialize(new DataInputDeserializer(once));
    assertThat(back).usingRecursiveComparison(DEEP).isEqualTo(value);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(once), copied);
    assertThat(copied.getCopyOfBuffer()).isEqualTo(once);
    assertThat(restored(serializer)).isEqualTo(serializer);
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> TypeSerializer<T> restored(TypeSerializer<T> serializer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    ClassLoader classes = SerializersTest.class.getClassLoader();
    return TypeSerializerSnapshot.<T>readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), classes)
        .restoreSerializer();
  }
}
