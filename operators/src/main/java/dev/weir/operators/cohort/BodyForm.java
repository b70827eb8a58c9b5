package dev.weir.operators.cohort;

import dev.weir.operators.cohort.CohortRow.Body;
import dev.weir.operators.cohort.CohortRow.Opening;
import dev.weir.operators.record.Origin;
import dev.weir.tokenization.CohortTokens;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a row is completed from, as bytes that stay in checkpoints: a version, then its parts. */
final class BodyForm {

  private static final byte VERSION = 2;
  private static final byte WITHOUT_TIME = 1;
  private static final int OPENING = 2 * Integer.BYTES;

  private BodyForm() {}

  static byte[] write(Body body) {
    int openings = body.openings().size() * OPENING;
    int tokens = body.tokens().size() * CohortTokens.LENGTH;
    int fixed = 1 + 5 * Integer.BYTES + 2 * Long.BYTES;
    ByteBuffer out = ByteBuffer.allocate(fixed + openings + tokens + body.value().length);
    out.put(VERSION).putLong(body.eventTime());
    out.putInt(body.partition()).putLong(body.offset()).putInt(body.key());
    out.putInt(body.openings().size());
    body.openings().forEach(opening -> out.putInt(opening.at()).putInt(opening.what()));
    out.putInt(body.tokens().size());
    body.tokens().forEach(out::put);
    out.putInt(body.value().length).put(body.value());
    return out.array();
  }

  static Body read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION && version != WITHOUT_TIME) {
      throw new IllegalStateException(
          "a row of version " + version + " waits; this build reads version " + VERSION);
    }
    long eventTime = version == WITHOUT_TIME ? Origin.UNKNOWN : in.getLong();
    int partition = in.getInt();
    long offset = in.getLong();
    int key = in.getInt();
    List<Opening> openings = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      openings.add(new Opening(in.getInt(), in.getInt()));
    }
    List<byte[]> tokens = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      tokens.add(next(in, CohortTokens.LENGTH));
    }
    byte[] value = next(in, in.getInt());
    return new Body(eventTime, partition, offset, value, openings, tokens, key);
  }

  private static byte[] next(ByteBuffer in, int length) {
    byte[] next = new byte[length];
    in.get(next);
    return next;
  }
}
