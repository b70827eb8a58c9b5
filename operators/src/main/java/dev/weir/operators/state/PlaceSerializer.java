package dev.weir.operators.state;

import dev.weir.operators.statistics.Place;
import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Release, terms and span. */
public final class PlaceSerializer extends ImmutableSerializer<Place> {
  public static final PlaceSerializer INSTANCE = new PlaceSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Place createInstance() {
    return new Place("", "", new Span(0, 1));
  }

  @Override
  public void serialize(Place of, DataOutputView target) throws IOException {
    StringValue.writeString(of.release(), target);
    StringValue.writeString(of.terms(), target);
    Spans.write(of.span(), target);
  }

  @Override
  public Place deserialize(DataInputView source) throws IOException {
    return new Place(
        StringValue.readString(source), StringValue.readString(source), Spans.read(source));
  }

  @Override
  public TypeSerializerSnapshot<Place> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Place> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
