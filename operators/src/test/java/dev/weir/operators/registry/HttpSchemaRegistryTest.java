package dev.weir.operators.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {

  private static final String INT = "{\"type\":\"int\"}";

  @SuppressWarnings("NullAway.Init")
  private FakeRegistry fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeRegistry.start();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private HttpSchemaRegistry client(Map<String, String> properties) {
    return new HttpSchemaRegistry(RegistrySettings.of(fake.url(), properties), 1);
  }

  private HttpSchemaRegistry client() {
    return client(Map.of());
  }

  private static void assertRefused(ThrowingCallable call, boolean later, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RegistryException.class,
            refused -> {
              assertThat(refused.isTransient()).isEqualTo(later);
              assertThat(refused.getCause()).hasMessage(refused.getMessage()).hasNoCause();
              assertThat(refused).message().contains(words).doesNotContain("MARKER", "s3cret");
            });
  }

  @Test
  void schema_isFoundById() {
    int id = fake.put("a-value", INT);
    assertThat(client().schema(id)).contains(INT);
    assertThat(fake.requests).containsExactly("GET /schemas/ids/" + id);
  }

  @Test
  void unknownId_isEmpty_andANegativeOneIsNotAskedFor() {
    assertThat(client().schema(7)).isEmpty();
    assertThat(client().schema(-7)).isEmpty();
    assertThat(fake.requests).containsExactly("GET /schemas/ids/7");
  }

  @Test
  void schemaOfAnotherKind_isEmpty() {
    int id =
        fake.put("a-value", Map.of("schema", "syntax = \"proto3\";", "schemaType", "PROTOBUF"));
    assertThat(client().schema(id)).isEmpty();
    assertRefused(() -> client().latest("a-value"), false, "a-value", "not Avro");
  }

  @Test
  void latest_isTheNewestOfTheSubject() {
    fake.put("a b+c%d-value", "\"string\"");
    int id = fake.put("a b+c%d-value", INT);
    assertThat(client().latest("a b+c%d-value")).isEqualTo(new SchemaRegistry.Registered(id, INT));
  }

  @Test
  void latestOfNoSubject_isRefusedWithTheRequest() {
    assertRefused(
        () -> client().latest("none"), false, "GET " + fake.url() + "/subjects/none", "404");
  }

  @Test
  void register_givesTheId_underWhichItIsFound() {
    HttpSchemaRegistry client = client();
    int id = client.register("t-value", INT);
    assertThat(client.schema(id)).contains(INT);
  }

  @Test
  void registrationThatTheRegistryRefuses_saysWhatToDo() {
    fake.failures.set(1);
    fake.failure = 409;
    assertRefused(() -> client().register("t-value", INT), false, "409", "compatib");
  }

  @Test
  void references_arePutTogether() {
    fake.put(
        "zip",
        "{\"type\":\"record\",\"name\":\"n.Zip\",\"fields\":[{\"name\":\"z\",\"type\":\"int\"}]}");
    Map<String, Object> toZip = Map.of("name", "n.Zip", "subject", "zip", "version", 1);
    fake.put(
        "address",
        Map.of(
            "schema",
            "{\"type\":\"record\",\"name\":\"n.Address\",\"fields\":[{\"name\":\"zip\",\"type\":\"n.Zip\"}]}",
            "references",
            List.of(toZip)));
    Map<String, Object> toAddress = Map.of("name", "n.Address", "subject", "address", "version", 1);
    int id =
        fake.put(
            "person",
            Map.of(
                "schema",
                "{\"type\":\"record\",\"name\":\"n.P\",\"fields\":[{\"name\":\"a\",\"type\":\"n.Address\"},{\"name\":\"z\",\"type\":\"n.Zip\"}]}",
                "references",
                List.of(toAddress, toZip)));
    Schema person = new Schema.Parser().parse(client().schema(id).orElseThrow());
    assertThat(person.getField("a").schema().getField("zip").schema().getField("z")).isNotNull();
  }

  @Test
  void faultOfTheServer_isTriedAgain_butNotForEver() {
    int id = fake.put("a", INT);
    fake.failures.set(3);
    assertThat(client().schema(id)).contains(INT);
    assertThat(fake.requests).hasSize(4);
    fake.failures.set(99);
    fake.failure = 503;
    assertRefused(
        () -> client().schema(id), true, "GET " + fake.url() + "/schemas/ids/" + id, "503");
    assertThat(fake.requests).hasSize(8);
  }

  @Test
  void refusalAndRedirect_areNotTriedAgain() {
    for (int status : List.of(401, 403, 301)) {
      fake.requests.clear();
      fake.failures.set(1);
      fake.failure = status;
      assertRefused(() -> client().schema(1), false, " answered " + status);
      assertThat(fake.requests).hasSize(1);
    }
  }

  @Test
  void slowRegistry_isTransient() {
    fake.pauseMillis = 2_000;
    HttpSchemaRegistry client =
        client(Map.of("request.timeout.ms", "50", "schema.registry.max.retries", "0"));
    assertRefused(() -> client.schema(1), true, "/schemas/ids/1");
  }

  @Test
  void noRegistry_isTransient() {
    String url = fake.url();
    fake.close();
    HttpSchemaRegistry client =
        new HttpSchemaRegistry(RegistrySettings.of(url, Map.of("max.retries", "1")), 1);
    assertRefused(() -> client.schema(1), true, "no connection");
  }

  @Test
  void answerThatIsNone_isNoUnknownId() {
    fake.answerEverythingWith("<html>MARKER</html>");
    assertRefused(() -> client().schema(1), false, "no JSON object");
    fake.failures.set(1);
    fake.failure = 404;
    assertRefused(() -> client().schema(1), false, "404");
  }

  @Test
  void endlessAnswer_isGivenUp() {
    fake.answerEverythingWith("{\"schema\":\"" + "x".repeat(17 << 20) + "\"}");
    assertRefused(() -> client(Map.of("max.retries", "0")).schema(1), true, "failed");
  }

  @Test
  void credentials_goIntoTheHeader_andNowhereElse() {
    String basic = Base64.getEncoder().encodeToString("u:s3cret".getBytes(StandardCharsets.UTF_8));
    client(
            Map.of(
                "basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "u:s3cret"))
        .schema(1);
    client(Map.of("bearer.auth.token", "s3cret")).schema(2);
    String withUser = fake.url().replace("http://", "http://u:s3cret@");
    RegistrySettings settings = RegistrySettings.of(withUser, Map.of());
    new HttpSchemaRegistry(settings, 1).schema(3);
    assertThat(fake.requests)
        .containsExactly(
            "GET /schemas/ids/1 Basic " + basic,
            "GET /schemas/ids/2 Bearer s3cret",
            "GET /schemas/ids/3 Basic " + basic);
    assertThat(settings.toString()).contains("localhost").doesNotContain("s3cret");
    fake.failures.set(99);
    assertRefused(() -> new HttpSchemaRegistry(settings, 1).schema(4), true, fake.url());
  }

  @Test
  void settings_refuseWhatTheyDoNotKnow_byNameOnly() {
    Map<String, String> wrong = new HashMap<>(Map.of("basic.auth.pasword", "s3cret"));
    assertThatThrownBy(() -> RegistrySettings.of("http://r", wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("basic.auth.pasword")
        .message()
        .doesNotContain("s3cret");
    for (String url :
        List.of("registry:8081", "ftp://r", "http://a,http://b", "http://r?x=s3cret", "")) {
      assertThatThrownBy(() -> RegistrySettings.of(url, Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .contains("schemaRegistry.url")
          .doesNotContain("s3cret");
    }
    for (Map<String, String> bad :
        List.of(
            Map.of("max.retries", "s3cret"),
            Map.of("bearer.auth.token", "s3cret\nsecond line"),
            Map.of("request.timeout.ms", "-1"),
            Map.of("basic.auth.credentials.source", "SASL_INHERIT"))) {
      assertThatThrownBy(() -> RegistrySettings.of("http://r", bad))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain("s3cret");
    }
  }

  @Test
  void trustStoreThatIsNotThere_isSaid() {
    RegistrySettings settings =
        RegistrySettings.of("https://r", Map.of("ssl.truststore.location", "nowhere.p12"));
    assertRefused(() -> new HttpSchemaRegistry(settings), false, "ssl.truststore");
  }

  @Test
  void wireFormat_isItsOwnInverse() {
    for (int id : List.of(0, 1, 255, 256, 0x01020304, Integer.MAX_VALUE, -1)) {
      byte[] header = WireFormat.header(id);
      assertThat(WireFormat.hasHeader(header)).isTrue();
      assertThat(WireFormat.id(header)).isEqualTo(id);
    }
    assertThat(WireFormat.header(0x01020304)).containsExactly(0, 1, 2, 3, 4);
    assertThat(WireFormat.hasHeader(new byte[4])).isFalse();
    assertThat(WireFormat.hasHeader(new byte[] {1, 0, 0, 0, 1})).isFalse();
  }
}
