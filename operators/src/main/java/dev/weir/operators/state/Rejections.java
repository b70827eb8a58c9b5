package dev.weir.operators.state;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** A reason by its name, so that the order of the reasons may change, and the field as written. */
final class Rejections {

  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  private Rejections() {}

  static void write(@Nullable Rejection rejection, DataOutputView target) throws IOException {
    target.writeBoolean(rejection != null);
    if (rejection != null) {
      FieldPath field = rejection.field();
      TEXT.serialize(rejection.reason().name(), target);
      target.writeBoolean(field != null);
      if (field != null) {
        TEXT.serialize(field.toString(), target);
      }
    }
  }

  static @Nullable Rejection read(DataInputView source) throws IOException {
    if (!source.readBoolean()) {
      return null;
    }
    Reason reason = Reason.valueOf(TEXT.deserialize(source));
    return new Rejection(
        reason, source.readBoolean() ? FieldPath.parse(TEXT.deserialize(source)) : null);
  }
}
