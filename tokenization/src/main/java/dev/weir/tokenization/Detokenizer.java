package dev.weir.tokenization;

import dev.weir.tokenization.siv.AesSiv;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns deterministic tokens of one partner and binding back into values, for the owner of the
 * keys. Reads tokens of every key that the partner has, padded or not. Confined to one thread.
 */
public final class Detokenizer {

  private final Map<Integer, AesSiv> sivs = new HashMap<>();
  private final Set<Integer> disabled;

  Detokenizer(Map<Integer, byte[]> keys, Set<Integer> disabled, byte[] binding) {
    this.disabled = disabled;
    List<byte[]> associatedData = List.of(binding);
    keys.forEach((id, key) -> sivs.put(id, new AesSiv(key, associatedData)));
  }

  /**
   * A token without its outer layer.
   *
   * @param bytes what was encrypted; null: nothing was opened
   * @param refusal why not; meaningless otherwise
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Opened(byte @Nullable [] bytes, Detokenized.Refusal refusal) {}

  /** What the token stands for, or why it stands for nothing here. */
  public Detokenized detokenize(String token) {
    Opened opened = open(token);
    byte[] value = opened.bytes();
    return value == null ? opened.refusal() : new Detokenized.Value(ValuePadding.strip(value));
  }

  Opened open(String token) {
    TokenText parsed = TokenText.parse(token).orElse(null);
    if (parsed == null) {
      return new Opened(null, Detokenized.Refusal.MALFORMED);
    }
    AesSiv siv = sivs.get(parsed.keyId());
    if (siv != null) {
      return open(siv, parsed.body());
    }
    return new Opened(
        null,
        disabled.contains(parsed.keyId())
            ? Detokenized.Refusal.DISABLED_KEY
            : Detokenized.Refusal.UNKNOWN_KEY);
  }

  private static Opened open(AesSiv siv, byte[] body) {
    byte[] value = new byte[body.length - AesSiv.OVERHEAD];
    boolean authentic = siv.open(body, 0, body.length, value, 0) >= 0;
    return new Opened(authentic ? value : null, Detokenized.Refusal.NOT_AUTHENTIC);
  }

  @Override
  public String toString() {
    return "Detokenizer[keys " + Arrays.toString(sivs.keySet().toArray()) + "]";
  }
}
