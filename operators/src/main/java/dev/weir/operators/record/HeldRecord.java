package dev.weir.operators.record;

import dev.weir.tokenization.RandomToken;
import java.util.Arrays;
import java.util.List;

/**
 * A record that leaves once its holes are filled; they hold placeholders, which are no tokens.
 *
 * @param record whose value, and key if a hole's placeholder is its key, are filled in place
 * @param holes in order; empty: it waits for nothing but those before it
 */
public record HeldRecord(OutputRecord record, List<Hole> holes) {

  /**
   * Puts a token where it belongs, in the record's key too if that is the same placeholder.
   *
   * @param drawn the token's random bytes
   */
  public void fill(int hole, byte[] drawn) {
    int at = holes.get(hole).at();
    int end = at + RandomToken.LENGTH;
    byte[] key = record.key();
    boolean isKey = key != null && Arrays.equals(key, 0, key.length, record.value(), at, end);
    RandomToken.write(drawn, record.value(), at);
    if (key != null && isKey) {
      RandomToken.write(drawn, key, 0);
    }
  }
}
