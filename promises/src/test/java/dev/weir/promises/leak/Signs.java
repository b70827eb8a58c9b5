package dev.weir.promises.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What must not be seen, in every form in which a program might show it. */
final class Signs {

  /** In every identifier, undeclared name or value, and every text of a contract or a schema. */
  static final String TEXT = "zq7xk";

  /** An identifier that is a number, and a date of birth. */
  static final String NUMBER = "918273645019";

  static final String DATE = "1917-03-13";

  /** Kept: seen in what leaves, and nowhere else. */
  static final String KEPT = "kw9vj";

  private static final int AROUND = 60;

  private final List<String> forms = new ArrayList<>();

  private Signs(String... signs) {
    Arrays.stream(signs).forEach(this::add);
  }

  /** What may be seen nowhere. */
  static Signs secret(String... more) {
    Signs signs = new Signs(TEXT, NUMBER, DATE);
    Arrays.stream(more).forEach(signs::add);
    return signs;
  }

  /** What may be seen in no place but a release: the kept value too. */
  static Signs any(String... more) {
    Signs signs = secret(more);
    signs.add(KEPT);
    return signs;
  }

  private void add(String sign) {
    byte[] bytes = sign.getBytes(StandardCharsets.UTF_8);
    String list = Arrays.toString(bytes);
    forms.add(sign);
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(list.substring(1, list.length() - 1));
    for (int before = 0; before < 3; before++) {
      forms.add(base64(bytes, before).toLowerCase(Locale.ROOT));
    }
  }

  /** The characters that do not depend on what stands before and after. */
  private static String base64(byte[] bytes, int before) {
    byte[] moved = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, moved, before, bytes.length);
    String all = Base64.getEncoder().withoutPadding().encodeToString(moved);
    return all.substring((before * 8 + 5) / 6, moved.length * 8 / 6);
  }

  /** Where a sign stands, with what is around it; empty if nowhere. */
  List<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    for (String form : forms) {
      int at = lower.indexOf(form);
      if (at >= 0) {
        int to = Math.min(text.length(), at + form.length() + AROUND);
        found.add(text.substring(Math.max(0, at - AROUND), to));
      }
    }
    return found;
  }
}
