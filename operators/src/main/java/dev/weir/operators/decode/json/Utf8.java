package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.Grammar.MALFORMED;

/** Well-formed UTF-8 by Unicode's table 3-7 (RFC 3629): no overlong forms, no surrogates. */
final class Utf8 {

  private Utf8() {}

  /** Where the sequence ends that begins there with a byte above 0x7f. */
  static int end(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xff;
    int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || end - at < length) {
      return MALFORMED;
    }
    int second = bytes[at + 1] & 0xff;
    int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    boolean good = second >= least && second <= most;
    for (int i = 2; i < length; i++) {
      good &= (bytes[at + i] & 0xc0) == 0x80;
    }
    return good ? at + length : MALFORMED;
  }
}
