package dev.weir.operators.treat;

import dev.weir.operators.record.Hole;
import dev.weir.operators.record.ValueName;
import dev.weir.tokenization.RandomToken;
import dev.weir.tokenization.Tokenizer;
import dev.weir.tokenization.ValueNamer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The holes of the record that a treater is writing: where random tokens will stand, which another
 * stage remembers. Confined to one thread.
 */
public final class Holes {

  private final List<Hole> found = new ArrayList<>();

  /** Forgets those of the record before. */
  public void clear() {
    found.clear();
  }

  /** Those of the record that was written. */
  public List<Hole> found() {
    return found.isEmpty() ? List.of() : List.copyOf(found);
  }

  /** Writes placeholders, and notes what belongs there. */
  Tokenizer placeholders(ValueNamer namer, String remember) {
    return new Tokenizer() {
      @Override
      public int maxTokenLength(int valueLength) {
        return RandomToken.LENGTH;
      }

      @Override
      public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
        namer.name(value, from, to);
        byte[] placeholder = placeholder(found.size());
        found.add(new Hole(at, new ValueName(namer.high(), namer.low()), remember));
        System.arraycopy(placeholder, 0, out, at, placeholder.length);
        return at + placeholder.length;
      }
    };
  }

  /** One for each hole of a record, and never a token: no token begins with a question mark. */
  private static byte[] placeholder(int hole) {
    String number = Integer.toString(hole);
    String text = "?".repeat(RandomToken.LENGTH - number.length()) + number;
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
