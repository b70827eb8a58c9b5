package dev.weir.privacy.generalize;

import java.util.OptionalLong;

/**
 * Text that is cut from its end: {@code 497*}. At most {@value #LONGEST} characters out of letters
 * and digits of ASCII, space and {@code -./_#,+:&()'@=}: postal codes and numbers of places.
 *
 * <p>Loss is the share of hidden characters, not of hidden leaves: nobody knows how many postal
 * codes exist, and with ten or more children to a node the leaves would call every cut but the last
 * one nearly free.
 *
 * @param length of an ordinary value, in characters, 1 to {@value #LONGEST}: what loss is measured
 *     by
 */
public record Prefixes(int length) implements Axis {

  static final int LONGEST = 10;
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz -./_#,+:&()'@=";
  private static final int BASE = ALPHABET.length() + 1; // 0 is the end of the text

  private static final long[] BELOW = powers();

  public Prefixes {
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException("A length is 1 to " + LONGEST);
    }
  }

  /** The code of a text; empty if it is empty, too long, or has another character. */
  public OptionalLong code(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return OptionalLong.empty();
    }
    long code = 0;
    for (int at = 0; at < LONGEST; at++) {
      int digit = at < text.length() ? ALPHABET.indexOf(text.charAt(at)) + 1 : 0;
      if (digit == 0 && at < text.length()) {
        return OptionalLong.empty();
      }
      code = code * BASE + digit;
    }
    return OptionalLong.of(code);
  }

  @Override
  public double loss(long low, long high) {
    return low == high ? 0 : Math.max(1.0, length - kept(low, high)) / length;
  }

  @Override
  public long from(long low, long high) {
    return low == high ? low : low - low % below(low, high);
  }

  @Override
  public long to(long low, long high) {
    return low == high ? low : from(low, high) + below(low, high) - 1;
  }

  @Override
  public Shown shown(long from, long to) {
    String text = text(from);
    return new Shown.Text(from == to ? text : text.substring(0, kept(from, to)) + "*");
  }

  /** How many texts begin with what the two have in common. */
  private static long below(long low, long high) {
    return BELOW[hidden(low, high)];
  }

  private static int kept(long low, long high) {
    return LONGEST - hidden(low, high);
  }

  /** How many characters at the end the two do not share: halved, for it is asked all the time. */
  private static int hidden(long low, long high) {
    int least = 0;
    int most = LONGEST;
    while (least < most) {
      int middle = (least + most) / 2;
      if (low / BELOW[middle] == high / BELOW[middle]) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    return least;
  }

  /** By how many characters are hidden. */
  private static long[] powers() {
    long[] powers = new long[LONGEST + 1];
    powers[0] = 1;
    for (int hidden = 1; hidden <= LONGEST; hidden++) {
      powers[hidden] = powers[hidden - 1] * BASE;
    }
    return powers;
  }

  private static String text(long code) {
    StringBuilder text = new StringBuilder();
    for (long rest = code; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      if (digit > 0) {
        text.append(ALPHABET.charAt(digit - 1));
      }
    }
    return text.reverse().toString();
  }
}
