package dev.weir.metering.usage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member {@code data} of a usage event. */
final class UsageData {

  private UsageData() {}

  static void write(Metered data, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("partner", data.partner());
    json.writeStringField("agreement", data.agreement().toString());
    json.writeStringField("release", data.release());
    json.writeObjectFieldStart("window");
    json.writeStringField("from", data.window().from().toString());
    json.writeStringField("to", data.window().to().toString());
    json.writeEndObject();
    json.writeNumberField("records", data.usage().records());
    json.writeNumberField("payloadBytes", data.usage().payloadBytes());
    json.writeNumberField("cells", data.usage().cells());
    json.writeFieldName("epsilon");
    json.writeNumber(data.usage().epsilon().toPlainString());
    json.writeEndObject();
  }

  /** Null where something is wrong, which has been noted. */
  static @Nullable Metered read(Members data, List<String> problems) {
    String partner = data.text("partner", text -> text);
    AgreementRef agreement = data.text("agreement", AgreementRef::parse);
    String release = data.text("release", text -> text);
    Minute window = window(data.inside("window"), problems);
    long records = data.count("records");
    long payloadBytes = data.count("payloadBytes");
    long cells = data.count("cells");
    BigDecimal epsilon = data.number("epsilon");
    data.nothingElse();
    if (partner == null || agreement == null || release == null || window == null) {
      return null;
    }
    Usage usage = new Usage(records, payloadBytes, cells, epsilon);
    return Attributes.made(() -> new Metered(partner, agreement, release, window, usage), problems);
  }

  private static @Nullable Minute window(Members window, List<String> problems) {
    Minute minute = window.text("from", text -> new Minute(utc(text)));
    Instant to = window.text("to", UsageData::utc);
    window.nothingElse();
    if (minute != null && to != null && !minute.to().equals(to)) {
      problems.add("data.window.to is not a minute after from");
    }
    return minute;
  }

  /** One way to write an instant: two that differ are two windows. */
  private static Instant utc(String text) {
    Instant instant = Instant.parse(text);
    if (!instant.toString().equals(text)) {
      throw new IllegalArgumentException("not as it is written");
    }
    return instant;
  }
}
