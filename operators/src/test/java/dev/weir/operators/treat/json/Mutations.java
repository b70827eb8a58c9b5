package dev.weir.operators.treat.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes records: first their tokens, then their bytes. */
final class Mutations {

  private static final String[] ODD = {
    "null",
    "true",
    "{}",
    "[]",
    "[[[]]]",
    "{\"a\":{\"a\":null}}",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"\"",
    "nul",
    "TRUE",
    "NaN",
    "-",
    "-0",
    "01",
    "1.",
    ".5",
    "1.0",
    "1e5",
    "1E+2",
    "-1e-7",
    "1e999999999",
    "-1e-99999999999999999999",
    "+1",
    "0x10",
    "9223372036854775808",
    "123456789012345678901234567890",
    "0.1e",
    "Infinity",
    "'a'",
    "/**/",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\ud83d\\ude00\"",
    "\"\\uD83D\\u0041\"",
    "\"\\x41\"",
    "\"\\u12\"",
    "\"\\u00e9\\/\"",
    "\"a\tb\"",
    "\"2026-02-30\"",
    "\"2024-02-29\"",
    "\"1900-02-29\"",
    "\"2026-03-01\"",
    "\"0000-01-01\"",
    "\"9999-12-31T23:59:59-01:00\"",
    "\"2026-03-01T09:00:00\"",
    "\"2026-03-01T09:00:00Z\"",
    "\"2026-03-01T24:00:00Z\"",
    "\"2026-03-01T09:00:60Z\"",
    "\"2026-03-01 09:00:00Z\"",
    "\"2026-03-01T09:00:00.Z\"",
    "\"2026-03-01T09:00:00.123456789123+24:00\"",
    "\"2026-03-29T02:30:00\"",
    "\"09:30:00\"",
    "\"25:00:00\"",
    "\"\u0662\u0660\u0662\u0666-03-01\"",
    "\ufeff",
    "\u00a0"
  };

  /** No UTF-8: overlong, surrogates, too large, cut short, never used. */
  private static final int[][] BAD_UTF8 = {
    {0xc0, 0x80},
    {0xc1, 0xbf},
    {0xe0, 0x80, 0x80},
    {0xed, 0xa0, 0x80},
    {0xf0, 0x80, 0x80, 0x80},
    {0xf4, 0x90, 0x80, 0x80},
    {0xf5, 0x80, 0x80, 0x80},
    {0x80},
    {0xe2, 0x82},
    {0xf0, 0x9f, 0x98},
    {0xff},
    {0xfe}
  };

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** Changes at most one thing; most changes leave it JSON. */
  void change(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(12)) {
      case 0 -> tokens.set(at, ODD[random.nextInt(ODD.length)]);
      case 1 -> tokens.remove(at);
      case 2 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
      case 3, 4, 5 -> value(tokens, at, ODD[random.nextInt(ODD.length)]);
      case 6 -> value(tokens, at, tokens.get(random.nextInt(tokens.size())));
      case 7 -> escape(tokens, at);
      case 8 -> nest(tokens, at);
      case 9, 10 -> digits(tokens, at);
      default -> repeatMember(tokens, at);
    }
    if (tokens.isEmpty()) {
      tokens.add("");
    }
  }

  /** Sets a scalar, if it is one. */
  private static void value(List<String> tokens, int at, String value) {
    if (isScalar(tokens, at)) {
      tokens.set(at, value);
    }
  }

  private static boolean isScalar(List<String> tokens, int at) {
    boolean name = at + 1 < tokens.size() && tokens.get(at + 1).equals(":");
    return !name && "{}[],:".indexOf(tokens.get(at)) < 0;
  }

  /** Says the same in other letters, if it is a string with a plain one in it. */
  private void escape(List<String> tokens, int at) {
    String token = tokens.get(at);
    int i = token.length() > 2 ? 1 + random.nextInt(token.length() - 2) : 0;
    if (token.startsWith("\"") && i > 0 && token.indexOf('\\') < 0) {
      String escape = String.format("\\u%04x", (int) token.charAt(i));
      tokens.set(at, token.substring(0, i) + escape + token.substring(i + 1));
    }
  }

  private void nest(List<String> tokens, int at) {
    int depth = random.nextInt(3) == 0 ? 55 + random.nextInt(15) : 1 + random.nextInt(3);
    boolean arrays = random.nextBoolean();
    String open = (arrays ? "[" : "{\"a\":").repeat(depth);
    value(tokens, at, open + tokens.get(at) + (arrays ? "]" : "}").repeat(depth));
  }

  private void digits(List<String> tokens, int at) {
    String token = tokens.get(at);
    if (!token.isEmpty() && Character.isDigit(token.charAt(token.length() - 1))) {
      int count = random.nextInt(10) == 0 ? 1200 : random.nextInt(30);
      tokens.set(at, token + (random.nextBoolean() ? "7" : "0").repeat(count));
    }
  }

  /** A name and its scalar once more, before this or another name. */
  private void repeatMember(List<String> tokens, int from) {
    List<Integer> names = new ArrayList<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equals(":")) {
        names.add(i - 1);
      }
    }
    if (!names.isEmpty()) {
      int name = names.get(from % names.size());
      int to = random.nextBoolean() ? name : names.get(random.nextInt(names.size()));
      List<String> member = List.of(tokens.get(name), ":", tokens.get(name + 2), ",");
      tokens.addAll(to, member);
    }
  }

  byte[] change(byte[] text, byte[] other) {
    int at = random.nextInt(text.length + 1);
    int to = Math.min(text.length, at + random.nextInt(5));
    return switch (random.nextInt(6)) {
      case 0 -> flipped(text, at);
      case 1 -> Arrays.copyOf(text, at);
      case 2 -> spliced(text, at, badUtf8(), at);
      case 3 -> spliced(text, at, new byte[0], to);
      case 4 -> spliced(text, at, other, at);
      default -> spliced(text, at, noise(), to);
    };
  }

  private byte[] flipped(byte[] text, int at) {
    if (at < text.length) {
      text[at] ^= (byte) (1 << random.nextInt(8));
    }
    return text;
  }

  private byte[] badUtf8() {
    int[] bad = BAD_UTF8[random.nextInt(BAD_UTF8.length)];
    byte[] bytes = new byte[bad.length];
    for (int i = 0; i < bad.length; i++) {
      bytes[i] = (byte) bad[i];
    }
    return bytes;
  }

  byte[] noise() {
    byte[] noise = new byte[random.nextInt(12)];
    random.nextBytes(noise);
    return noise;
  }

  /** In place of what stands from there to there. */
  static byte[] spliced(byte[] text, int at, byte[] middle, int from) {
    byte[] all = Arrays.copyOf(text, at + middle.length + text.length - from);
    System.arraycopy(middle, 0, all, at, middle.length);
    System.arraycopy(text, from, all, at + middle.length, text.length - from);
    return all;
  }

  /** The beginning of one and the end of another. */
  byte[] crossed(byte[] text, byte[] other) {
    int end = random.nextInt(other.length + 1);
    return spliced(
        text,
        random.nextInt(text.length + 1),
        Arrays.copyOfRange(other, end, other.length),
        text.length);
  }
}
