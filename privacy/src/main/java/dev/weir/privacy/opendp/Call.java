package dev.weir.privacy.opendp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Native;

/** One call of the library: where its text goes, and what becomes of its status. */
final class Call {

  static final int SIZE = 256;
  static final int PANICKED = 3;

  final byte[] text = new byte[SIZE];

  /** Throws unless the status is that of success. */
  void done(int status) {
    if (status != 0) {
      throw new OpenDpException(said());
    }
  }

  String said() {
    return Native.toString(text, UTF_8.name());
  }
}
