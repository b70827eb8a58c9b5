package dev.weir.operators.treat.json;

import dev.weir.plan.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws records that a shape accepts, as lists of tokens. */
final class RandomRecords {

  private static final String[] TEXTS = {
    "",
    "DE",
    "FR",
    "0",
    "12",
    "C100001",
    "P\u00e9ter",
    "\u00e9",
    "\u4eac\u90fd",
    "\ud83d\ude00!",
    "a\"b",
    "c\\d",
    "tab\t",
    "line\nfeed",
    "\u0000",
    "\u2028",
    "null",
    "{\"a\":1}",
    "497*",
    "MARKER-somebody@example.org",
    "exactly 8",
    "a text of some length, as addresses and remarks are, with nothing odd in it"
  };
  private static final String[] INTEGERS = {
    "0", "-0", "7", "-12", "12", "2147483648", "12345678901234567890", "-99999999999999999999999"
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "-0.0",
    "12.50",
    "1.5",
    "54.83",
    "-7.01",
    "1e3",
    "1.25E+1",
    "125e-1",
    "1E400",
    "1e-400",
    "123456789012345678901234567890.123456789",
    "999999999999999999",
    "1000000000000000000"
  };
  private static final String[] TIMES = {"09:30:00", "23:59:59.5Z", "00:00:00+14:00"};

  private final Random random;

  RandomRecords(Random random) {
    this.random = random;
  }

  List<String> record(Shape.Fields shape) {
    List<String> tokens = new ArrayList<>();
    value(shape, tokens);
    return tokens;
  }

  private void value(Shape shape, List<String> to) {
    if (shape instanceof Shape.Fields fields) {
      object(fields, to);
    } else if (shape instanceof Shape.Items items) {
      to.add("[");
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        comma(to, "[");
        nullable(items.item(), to);
      }
      to.add("]");
    } else {
      to.add(leaf((Shape.Leaf) shape));
    }
  }

  private void nullable(Shape shape, List<String> to) {
    if (random.nextInt(10) == 0) {
      to.add("null");
    } else {
      value(shape, to);
    }
  }

  private static void comma(List<String> to, String open) {
    if (!to.get(to.size() - 1).equals(open)) {
      to.add(",");
    }
  }

  private void object(Shape.Fields shape, List<String> to) {
    List<Shape.Field> fields = new ArrayList<>(shape.fields());
    Collections.shuffle(fields, random);
    to.add("{");
    for (Shape.Field field : fields) {
      undeclared(shape, to);
      if (field.required()) {
        name(field.name(), to);
        value(field.shape(), to);
      } else if (random.nextInt(8) > 0) {
        name(field.name(), to);
        nullable(field.shape(), to);
      }
    }
    undeclared(shape, to);
    to.add("}");
  }

  private void name(String name, List<String> to) {
    comma(to, "{");
    to.add(quoted(name));
    to.add(":");
  }

  /** What the product does not declare, twice perhaps, and named by somebody's data. */
  private void undeclared(Shape.Fields shape, List<String> to) {
    String name = pick(random.nextBoolean() ? TEXTS : RandomPlans.NAMES.toArray(String[]::new));
    if (random.nextInt(6) > 0 || shape.fields().stream().anyMatch(f -> f.name().equals(name))) {
      return;
    }
    name(name, to);
    anything(to, 0);
  }

  private void anything(List<String> to, int depth) {
    int kind = random.nextInt(depth > 3 ? 4 : 6);
    switch (kind) {
      case 0 -> to.add(pick(NUMBERS));
      case 1 -> to.add(random.nextBoolean() ? "true" : "null");
      case 2 -> to.add("\"half \\ud83d\"");
      case 3 -> to.add(quoted(pick(TEXTS)));
      default -> {
        to.add(kind == 4 ? "[" : "{");
        for (int i = random.nextInt(3); i > 0; i--) {
          comma(to, kind == 4 ? "[" : "{");
          if (kind == 5) {
            to.add(quoted(pick(TEXTS)));
            to.add(":");
          }
          anything(to, depth + 1);
        }
        to.add(kind == 4 ? "]" : "}");
      }
    }
  }

  private String leaf(Shape.Leaf leaf) {
    return switch (leaf.type()) {
      case STRING -> quoted(pick(TEXTS));
      case INTEGER -> pick(INTEGERS);
      case NUMBER -> pick(random.nextInt(4) == 0 ? INTEGERS : NUMBERS);
      case BOOLEAN -> random.nextBoolean() ? "true" : "false";
      case DATE -> quoted(LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000).toString());
      case TIMESTAMP -> quoted(timestamp(leaf.zone() != null));
      default -> quoted(pick(TIMES));
    };
  }

  private String timestamp(boolean zone) {
    String utc =
        Instant.ofEpochSecond(random.nextInt()).plusMillis(random.nextInt(2000)).toString();
    String local = utc.substring(0, utc.length() - 1);
    return switch (random.nextInt(zone ? 4 : 3)) {
      case 0 -> utc;
      case 1 -> local + "+05:30";
      case 2 -> local.replace('T', 't') + "-23:59";
      default -> local;
    };
  }

  String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** A string that says that, written in one of the ways that JSON allows. */
  String quoted(String text) {
    int escapes = random.nextInt(4) == 0 ? random.nextInt(1 + text.length()) : -1;
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = Character.isSurrogate(c) && escapes >= 0;
      if (c < ' ' || c == '"' || c == '\\' || i == escapes || half) {
        out.append(escaped(c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private String escaped(char c) {
    int letter = "\"\\/\b\f\n\r\t".indexOf(c);
    if (letter >= 0 && random.nextBoolean()) {
      return "\\" + "\"\\/bfnrt".charAt(letter);
    }
    return String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c);
  }

  /** The text of tokens, with or without white space between them. */
  byte[] text(List<String> tokens) {
    boolean spaces = random.nextInt(4) == 0;
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append(spaces ? pick("", "", " ", "\t", "\r\n", "        ") : "").append(token);
    }
    return text.append(spaces ? "\n" : "").toString().getBytes(StandardCharsets.UTF_8);
  }
}
