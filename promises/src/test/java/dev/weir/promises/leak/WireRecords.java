package dev.weir.promises.leak;

import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.format.RegistrySource;
import dev.weir.operators.registry.FakeRegistry;
import dev.weir.operators.registry.HttpSchemaRegistry;
import dev.weir.operators.registry.RegistrySettings;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** The Avro payments in Confluent's wire format, and those that only it can be wrong in. */
final class WireRecords {

  private static final String SUBJECT = "payments.v2-value";
  private static final int UNKNOWN = 4711;
  private static final String COUNTRY = "\"country\", \"type\": \"string\"";

  private WireRecords() {}

  /** With the releases' schemas in the registry, which asks for a password. */
  static AvroRecordFormat format(FakeRegistry registry, JobPlan plan) throws IOException {
    Schema reader = new Schema.Parser().parse(Shared.text("payment.avsc"));
    Map<String, Integer> ids = new HashMap<>();
    for (ReleasePlan release : plan.releases()) {
      String schema = ReleaseAvroSchema.of(release, reader).toString();
      ids.put(release.topic(), registry.put(release.topic() + "-value", schema));
    }
    return new AvroRecordFormat(reader.toString(), source(registry), ids, RecordLimits.DEFAULT);
  }

  private static RegistrySource source(FakeRegistry registry) {
    String url = registry.url();
    String user = String.valueOf(registry.user);
    return () ->
        new HttpSchemaRegistry(RegistrySettings.of(url, Map.of("basic.auth.user.info", user)));
  }

  /** All of the bare ones; and a breaking schema, an unknown id, and no header at all. */
  static List<byte[]> all(FakeRegistry registry) throws IOException {
    String schema = Shared.text("payment.avsc");
    int id = registry.put(SUBJECT, schema);
    int breaking = registry.put(SUBJECT, schema.replace(COUNTRY, COUNTRY.replace("string", "int")));
    List<byte[]> bare = new AvroPayments().all();
    List<byte[]> all = new ArrayList<>(bare.stream().map(datum -> wire(id, datum)).toList());
    all.add(wire(breaking, bare.get(0)));
    all.add(wire(UNKNOWN, bare.get(0)));
    all.add("zq7xk-without-header".getBytes(StandardCharsets.UTF_8));
    return all;
  }

  private static byte[] wire(int id, byte[] datum) {
    return ByteBuffer.allocate(5 + datum.length).put((byte) 0).putInt(id).put(datum).array();
  }
}
