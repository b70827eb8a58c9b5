package dev.weir.operators.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes, however long: of one above the limit the rest is read past, not kept. A byte
 * order mark before the first is left out.
 */
final class Lines {

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final int maxBytes;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;
  private long line;
  private byte[] kept = new byte[1024];
  private int length;

  /**
   * @param maxBytes a longer line is cut to one byte more
   */
  Lines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The next line without its line feed; null at the end. A last line needs no line feed. */
  byte @Nullable [] next() throws IOException {
    if (at == end && !fill()) {
      return null;
    }
    length = 0;
    boolean ended = false;
    while (!ended && (at < end || fill())) {
      int stop = lineFeed();
      keep(stop);
      ended = stop < end;
      at = ended ? stop + 1 : stop;
    }
    line++;
    return line == 1 ? withoutMark() : Arrays.copyOf(kept, length);
  }

  /** The number of the line that {@link #next} gave last, from 1. */
  long line() {
    return line;
  }

  private int lineFeed() {
    int stop = at;
    while (stop < end && chunk[stop] != '\n') {
      stop++;
    }
    return stop;
  }

  private void keep(int stop) {
    int more = Math.min(stop - at, maxBytes + 1 - length);
    if (kept.length < length + more) {
      kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + more));
    }
    System.arraycopy(chunk, at, kept, length, more);
    length += more;
  }

  private byte[] withoutMark() {
    boolean marked =
        length >= 3 && kept[0] == (byte) 0xef && kept[1] == (byte) 0xbb && kept[2] == (byte) 0xbf;
    return Arrays.copyOfRange(kept, marked ? 3 : 0, length);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }
}
