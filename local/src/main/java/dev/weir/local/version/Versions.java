package dev.weir.local.version;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.config.agreement.Header;
import dev.weir.config.dpv.Dpv;
import dev.weir.config.odcs.OdcsShape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.server.config.ServerConfigs;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.rocksdb.RocksDB;

/** Every version that decides what Weir does, by name, in the order in which they are shown. */
public final class Versions {

  private Versions() {}

  /** As of this process. */
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("weir", Build.current().version());
    all.put("commit", Build.current().commit());
    all.put("language", Header.LANGUAGE);
    all.put("odcs", String.join(" ", OdcsShape.versions()));
    all.put("dpv", Dpv.load().version());
    libraries().forEach((name, type) -> all.put(name, JarVersion.of(type)));
    all.put("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return all;
  }

  private static Map<String, Class<?>> libraries() {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    types.put("flink", EnvironmentInformation.class);
    types.put("flink-connector-kafka", KafkaSource.class);
    types.put("kafka-clients", KafkaProducer.class);
    types.put("kafka-broker", ServerConfigs.class);
    types.put("rocksdb", RocksDB.class);
    types.put("avro", Schema.class);
    types.put("tink", KeysetHandle.class);
    types.put("bouncycastle", Argon2BytesGenerator.class);
    return types;
  }
}
