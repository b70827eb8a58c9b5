package dev.weir.tokenization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** What a token was found to be. */
public sealed interface Detokenized {

  /** Genuine: made with this key and binding, from this value. */
  final class Value implements Detokenized {
    private final byte[] utf8;

    Value(byte[] utf8) {
      this.utf8 = utf8;
    }

    /** The source's value; a string's own text, an integer's digits. */
    public String text(SourceValueAccess access) {
      Objects.requireNonNull(access);
      return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Whether it is that text, without handing it out; in constant time. */
    boolean isOf(byte[] other) {
      return MessageDigest.isEqual(utf8, other);
    }

    /** Without the value. */
    @Override
    public String toString() {
      return "Value[hidden]";
    }
  }

  /** No value. */
  enum Refusal implements Detokenized {
    /** Not a token: not base64url, too short, or of another version. */
    MALFORMED("it is not a token of this version"),
    /** A token with a key id that this partner's keys lack. */
    UNKNOWN_KEY("its key is not among this partner's: another partner's token, or a destroyed key"),
    /** Made with a key of this partner's that is disabled: outdated, or withdrawn. */
    DISABLED_KEY("its key is disabled; enable the key to read its tokens"),
    /** Genuine, but its subject's key is not there: erased for good, or the file lacks it. */
    ERASED("its subject's key is gone: erased, or not in the file of subjects' keys"),
    /**
     * The key id is this partner's but the rest is not authentic: forged, cut, of another scheme,
     * or made for another agreement or domain than the one asked for.
     */
    NOT_AUTHENTIC("it is forged, or belongs to another agreement or domain");

    private final String why;

    Refusal(String why) {
      this.why = why;
    }

    /** Why, in words; without the token. */
    public String why() {
      return why;
    }
  }
}
