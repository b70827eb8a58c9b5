package dev.weir.metering.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Structured and binary mode. */
class UsageFormsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of them the schema says all there is to say; an id's parts it cannot compare. */
  private static final List<String> COUNTS = List.of("records", "payloadBytes", "cells", "epsilon");

  private static final List<String> OTHER_VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"secret\"",
          "\"2026-03-01T08:00:30Z\"",
          "-1",
          "1.5",
          "9007199254740992",
          "[]",
          "{}");

  @Test
  void structuredForm_isThatOfTheSpecification() throws IOException {
    assertThat(new String(UsageJson.write(UsageEvents.event()), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"datacontenttype":"application/json","dataschema":"urn:weir:schema:usage:1",\
            "id":"acme/acme-payments@1.0.0/payments/2026-03-01T08:00:00Z/0-7",\
            "source":"/weir/gateways/payments-eu","specversion":"1.0","subject":"acme",\
            "time":"2026-03-01T08:00:00Z","type":"dev.weir.usage.v1",\
            "data":{"partner":"acme","agreement":"acme-payments@1.0.0","release":"payments",\
            "window":{"from":"2026-03-01T08:00:00Z","to":"2026-03-01T08:01:00Z"},\
            "records":12,"payloadBytes":3400,"cells":96,"epsilon":0.1}}""");
  }

  /** Kafka protocol binding, section 3.2. */
  @Test
  void binaryForm_hasAttributesAsHeaders_andDataAsValue() throws IOException {
    UsageEvent event = UsageEvents.event();
    assertThat(UsageHeaders.of(event))
        .containsEntry("content-type", "application/json")
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_subject", "acme")
        .doesNotContainKey("ce_datacontenttype")
        .hasSize(8);
    assertThat(JSON.readTree(UsageHeaders.value(event)))
        .isEqualTo(JSON.readTree(UsageJson.write(event)).get("data"));
  }

  @Test
  void bothForms_comeBack_correctionsToo() throws IOException {
    UsageEvent event = UsageEvents.event();
    for (UsageEvent one : List.of(event, event.corrected(event.data().usage().negated(), "1"))) {
      assertThat(UsageJson.read(UsageJson.write(one))).isEqualTo(one);
      Map<String, String> headers = new HashMap<>(UsageHeaders.of(one));
      headers.put("weir-plan", "not an attribute");
      headers.put("ce_traceparent", "an extension of somebody else's");
      assertThat(UsageHeaders.read(headers, UsageHeaders.value(one))).isEqualTo(one);
      assertThat(faults(UsageJson.write(one))).isEmpty();
    }
  }

  @Test
  void allThatIsWrong_isToldAtOnce_andNoValue() {
    String wrong =
        new String(UsageJson.write(UsageEvents.event()), StandardCharsets.UTF_8)
            .replace("\"records\":12", "\"records\":\"secret\"")
            .replace("\"subject\":\"acme\"", "\"subject\":\"secret\"")
            .replace("\"cells\":96", "\"secret\":96");
    assertThatThrownBy(() -> UsageJson.read(wrong.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UsageFormatException.class)
        .hasMessageContaining("data.records is of kind string, not a number")
        .hasMessageContaining("data.cells is missing, not a number")
        .hasMessageContaining("data. has 1 members that the schema does not have")
        .hasMessageContaining("subject is not what")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsNoJson_isRefused() {
    String twice = "{\"id\":\"a\",\"id\":\"b\"}";
    for (String text : List.of("", "secret", "[]", twice, "{} {}", "{\"data\":[1]}")) {
      assertThatThrownBy(() -> UsageJson.read(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(UsageFormatException.class)
          .hasMessageNotContaining("secret");
    }
    assertThatThrownBy(() -> UsageJson.read(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(UsageFormatException.class);
  }

  /** The reader takes nothing that the published schema refuses. */
  @Property
  void schema_takesWhatTheReaderTakes(
      @ForAll @IntRange(max = 18) int at, @ForAll @IntRange(max = 10) int other)
      throws IOException {
    ObjectNode event = (ObjectNode) JSON.readTree(UsageJson.write(UsageEvents.event()));
    String changed = mutate(event, at, other);
    byte[] written = JSON.writeValueAsBytes(event);
    boolean taken = taken(written);
    if (taken || COUNTS.contains(changed)) {
      assertThat(faults(written).isEmpty()).as(event.toString()).isEqualTo(taken);
    }
  }

  private static String mutate(ObjectNode event, int at, int other) throws IOException {
    List<ObjectNode> holders = new ArrayList<>();
    List<String> names = new ArrayList<>();
    ObjectNode data = (ObjectNode) event.get("data");
    ObjectNode window = (ObjectNode) data.get("window");
    for (ObjectNode object : List.of(event, window, data)) {
      object.fieldNames().forEachRemaining(name -> holders.add(object));
      object.fieldNames().forEachRemaining(names::add);
    }
    String name = names.get(at % names.size());
    if (other == OTHER_VALUES.size()) {
      holders.get(at % names.size()).remove(name);
    } else {
      JsonNode value = JSON.readTree(OTHER_VALUES.get(other));
      holders.get(at % names.size()).set(name, value);
    }
    return name;
  }

  private static boolean taken(byte[] written) {
    try {
      UsageJson.read(written);
      return true;
    } catch (UsageFormatException refused) {
      return false;
    }
  }

  private static List<String> faults(byte[] written) throws IOException {
    String text = Files.readString(Path.of("../docs/schema/usage.schema.json"));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    return schema.validate(JSON.readTree(written)).stream().map(Object::toString).toList();
  }
}
