package dev.weir.operators.state;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Arrays of bytes with their length before them; -1 stands for null. */
final class Bytes {

  private static final int NULL = -1;

  private Bytes() {}

  static void write(byte @Nullable [] bytes, DataOutputView target) throws IOException {
    target.writeInt(bytes == null ? NULL : bytes.length);
    if (bytes != null) {
      target.write(bytes);
    }
  }

  static byte @Nullable [] read(DataInputView source) throws IOException {
    return read(source.readInt(), source);
  }

  private static byte @Nullable [] read(int length, DataInputView source) throws IOException {
    if (length == NULL) {
      return null;
    }
    byte[] bytes = new byte[length];
    source.readFully(bytes);
    return bytes;
  }

  static byte[] readPresent(DataInputView source) throws IOException {
    return readPresent(source.readInt(), source);
  }

  /** As above, where the length was read already. */
  static byte[] readPresent(int length, DataInputView source) throws IOException {
    byte[] bytes = read(length, source);
    if (bytes == null) {
      throw new IOException("bytes are missing where they are always written");
    }
    return bytes;
  }
}
