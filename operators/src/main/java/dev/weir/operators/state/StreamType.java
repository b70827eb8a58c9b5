package dev.weir.operators.state;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.record.Answer;
import dev.weir.operators.record.Ask;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.UsageItem;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.operators.statistics.StatisticsRow;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** The types between the stages, each with the serializer written for it. */
public final class StreamType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  public static final StreamType<SourceRecord> SOURCE_RECORD =
      new StreamType<>(SourceRecord.class, SourceRecordSerializer.INSTANCE);
  public static final StreamType<Event> EVENT =
      new StreamType<>(Event.class, EventSerializer.INSTANCE);
  public static final StreamType<OutputRecord> OUTPUT_RECORD =
      new StreamType<>(OutputRecord.class, OutputRecordSerializer.INSTANCE);

  public static final StreamType<HeldRecord> HELD_RECORD =
      new StreamType<>(HeldRecord.class, HeldRecordSerializer.INSTANCE);
  public static final StreamType<Ask> ASK = new StreamType<>(Ask.class, AskSerializer.INSTANCE);
  public static final StreamType<Answer> ANSWER =
      new StreamType<>(Answer.class, AnswerSerializer.INSTANCE);
  public static final StreamType<ValueName> VALUE_NAME =
      new StreamType<>(ValueName.class, ValueNameSerializer.INSTANCE);

  public static final StreamType<CohortRow> COHORT_ROW =
      new StreamType<>(CohortRow.class, CohortRowSerializer.INSTANCE);

  public static final StreamType<UsageItem> USAGE_ITEM =
      new StreamType<>(UsageItem.class, UsageItemSerializer.INSTANCE);
  public static final StreamType<StatisticsRow> STATISTICS_ROW =
      new StreamType<>(StatisticsRow.class, StatisticsRowSerializer.INSTANCE);
  public static final StreamType<PartialSums> PARTIAL_SUMS =
      new StreamType<>(PartialSums.class, PartialSumsSerializer.INSTANCE);

  private final Class<T> type;
  private final TypeSerializer<T> serializer;

  private StreamType(Class<T> type, TypeSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof StreamType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StreamType<?> that && type == that.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
