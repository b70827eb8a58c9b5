package dev.weir.operators.treat.json;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.BoxForm;
import dev.weir.operators.json.JsonStrings;
import dev.weir.privacy.generalize.Shown;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What depends on the crowd, as JSON. */
public final class JsonBoxForm implements BoxForm {

  private final ByteOutput out = new ByteOutput(1 << 7);

  @Override
  public byte[] value(int quasiIdentifier, List<Shown> shown) {
    out.reset();
    if (shown.size() == 1) {
      write(shown.get(0));
    } else if (shown.get(0) instanceof Shown.Missing) {
      out.write(Json.NULL);
    } else {
      member('{', "lat");
      write(shown.get(0));
      member(',', "lon");
      write(shown.get(1));
      out.write('}');
    }
    return out.toByteArray();
  }

  @Override
  public byte[] token(String token) {
    return ('"' + token + '"').getBytes(StandardCharsets.US_ASCII);
  }

  private void write(Shown shown) {
    if (shown instanceof Shown.Missing) {
      out.write(Json.NULL);
    } else if (shown instanceof Shown.Text text) {
      JsonStrings.write(text.text(), out);
    } else if (shown instanceof Shown.Integers run) {
      run(Long.toString(run.from()), Long.toString(run.to()));
    } else if (shown instanceof Shown.Dates run) {
      run('"' + run.from().toString() + '"', '"' + run.to().toString() + '"');
    } else if (shown instanceof Shown.Numbers run) {
      ends(plain(run.from()), plain(run.to()));
    } else if (shown instanceof Shown.Instants run) {
      ends('"' + run.from().toString() + '"', '"' + run.to().toString() + '"');
    }
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  /** Both ends are in it: the same one is the value itself. */
  private void run(String from, String to) {
    if (from.equals(to)) {
      out.write(from.getBytes(StandardCharsets.US_ASCII));
    } else {
      ends(from, to);
    }
  }

  private void ends(String from, String to) {
    member('{', "from");
    out.write(from.getBytes(StandardCharsets.US_ASCII));
    member(',', "to");
    out.write(to.getBytes(StandardCharsets.US_ASCII));
    out.write('}');
  }

  private void member(char before, String name) {
    out.write(before);
    JsonStrings.write(name, out);
    out.write(':');
  }
}
