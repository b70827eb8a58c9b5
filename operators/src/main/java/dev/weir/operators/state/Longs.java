package dev.weir.operators.state;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Arrays of longs with their length before them. */
final class Longs {

  private Longs() {}

  static void write(long[] longs, DataOutputView target) throws IOException {
    target.writeInt(longs.length);
    for (long one : longs) {
      target.writeLong(one);
    }
  }

  static long[] read(DataInputView source) throws IOException {
    long[] longs = new long[source.readInt()];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = source.readLong();
    }
    return longs;
  }
}
