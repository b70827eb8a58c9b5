package dev.weir.operators.state;

import dev.weir.metering.books.LineJson;
import dev.weir.metering.charges.MonthCharges;
import dev.weir.metering.rating.ChargeKey;
import dev.weir.metering.rating.ChargeKind;
import dev.weir.metering.rating.RatedLine;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How many lines were made; what stands, each line as the books write it; and the keys with the
 * number of their newest line. Each list with its length before it.
 */
public final class MonthChargesSerializer extends ImmutableSerializer<MonthCharges> {
  public static final MonthChargesSerializer INSTANCE = new MonthChargesSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public MonthCharges createInstance() {
    return MonthCharges.NONE;
  }

  @Override
  public void serialize(MonthCharges charges, DataOutputView target) throws IOException {
    target.writeLong(charges.made());
    target.writeInt(charges.standing().size());
    for (RatedLine line : charges.standing()) {
      TEXT.serialize(LineJson.write(line), target);
    }
    target.writeInt(charges.newest().size());
    for (Map.Entry<ChargeKey, Long> newest : charges.newest().entrySet()) {
      key(newest.getKey(), target);
      target.writeLong(newest.getValue());
    }
  }

  private static void key(ChargeKey key, DataOutputView target) throws IOException {
    TEXT.serialize(key.agreement(), target);
    TEXT.serialize(key.month().toString(), target);
    TEXT.serialize(key.from().toString(), target);
    TEXT.serialize(key.price(), target);
    TEXT.serialize(key.currency().getCurrencyCode(), target);
    TEXT.serialize(key.kind().name(), target);
    target.writeInt(key.tier());
  }

  @Override
  public MonthCharges deserialize(DataInputView source) throws IOException {
    long made = source.readLong();
    List<RatedLine> standing = new ArrayList<>();
    for (int left = source.readInt(); left > 0; left--) {
      standing.add(LineJson.read(TEXT.deserialize(source)));
    }
    SortedMap<ChargeKey, Long> newest = new TreeMap<>();
    for (int left = source.readInt(); left > 0; left--) {
      ChargeKey key = key(source);
      newest.put(key, source.readLong());
    }
    return new MonthCharges(made, standing, newest);
  }

  private static ChargeKey key(DataInputView source) throws IOException {
    return new ChargeKey(
        TEXT.deserialize(source),
        YearMonth.parse(TEXT.deserialize(source)),
        Instant.parse(TEXT.deserialize(source)),
        TEXT.deserialize(source),
        Currency.getInstance(TEXT.deserialize(source)),
        ChargeKind.valueOf(TEXT.deserialize(source)),
        source.readInt());
  }

  @Override
  public TypeSerializerSnapshot<MonthCharges> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MonthCharges> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
