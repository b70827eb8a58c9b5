package dev.weir.operators.state;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Topic, key, value, timestamp, the headers with their number before them, and the place in the
 * source. Where it has an origin, that comes before the headers, whose number is then inverted:
 * former builds wrote none.
 */
public final class OutputRecordSerializer extends ImmutableSerializer<OutputRecord> {
  public static final OutputRecordSerializer INSTANCE = new OutputRecordSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public OutputRecord createInstance() {
    return new OutputRecord("", null, new byte[0], 0, List.of());
  }

  @Override
  public void serialize(OutputRecord record, DataOutputView target) throws IOException {
    TEXT.serialize(record.topic(), target);
    Bytes.write(record.key(), target);
    Bytes.write(record.value(), target);
    target.writeLong(record.timestamp());
    Origin origin = record.origin();
    int headers = record.headers().size();
    target.writeInt(origin == null ? headers : ~headers);
    if (origin != null) {
      Origins.write(origin, target);
    }
    for (OutputHeader header : record.headers()) {
      TEXT.serialize(header.name(), target);
      TEXT.serialize(header.value(), target);
    }
    target.writeInt(record.partition());
    target.writeLong(record.offset());
  }

  @Override
  public OutputRecord deserialize(DataInputView source) throws IOException {
    String topic = TEXT.deserialize(source);
    byte[] key = Bytes.read(source);
    byte[] value = Bytes.readPresent(source);
    long timestamp = source.readLong();
    int headers = source.readInt();
    Origin origin = headers < 0 ? Origins.read(source) : null;
    return new OutputRecord(
        topic,
        key,
        value,
        timestamp,
        headers(headers < 0 ? ~headers : headers, source),
        source.readInt(),
        source.readLong(),
        origin,
        OutputRecord.UNCOUNTED);
  }

  private static List<OutputHeader> headers(int number, DataInputView source) throws IOException {
    OutputHeader[] headers = new OutputHeader[number];
    for (int i = 0; i < headers.length; i++) {
      headers[i] = new OutputHeader(TEXT.deserialize(source), TEXT.deserialize(source));
    }
    return List.of(headers);
  }

  @Override
  public TypeSerializerSnapshot<OutputRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<OutputRecord> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
