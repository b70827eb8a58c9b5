package dev.weir.local.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void versions_areThoseThatTheLibrariesSayThemselves() {
    Map<String, String> all = Versions.all();
    assertThat(all.get("flink")).isEqualTo(EnvironmentInformation.getVersion());
    assertThat(all.get("kafka-clients")).isEqualTo(AppInfoParser.getVersion());
    assertThat(all.get("avro"))
        .isEqualTo(org.apache.avro.Schema.class.getPackage().getImplementationVersion());
    assertThat(all).containsEntry("language", "weir/v1").hasSizeGreaterThan(12);
    assertThat(all.values()).doesNotContain("unknown", "").noneMatch(v -> v.contains("${"));
    assertThat(all.get("commit")).matches("[0-9a-f]{40}|unknown");
  }

  @Test
  void jar_withoutAVersionInItsName_isUnknown() throws MalformedURLException {
    assertThat(JarVersion.of(URI.create("file:/x/flink-connector-kafka-5.0.0-2.2.jar").toURL()))
        .isEqualTo("5.0.0-2.2");
    assertThat(JarVersion.of(URI.create("file:/x/target/classes/").toURL())).isEqualTo("unknown");
  }
}
