package dev.weir.operators.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressJsonTest {

  private static final ProgressRecord RECORD = Progress.record(Progress.state(3, 9, 1, 2, 5, 40));
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void record_comesBack_toItsOwnGatewayAlone() throws IOException {
    byte[] written = ProgressJson.write(RECORD);
    assertThat(ProgressJson.read(written, "eu")).contains(RECORD);
    assertThat(ProgressJson.read(written, "us")).isEmpty();
  }

  @Test
  void whatIsNoProgressRecord_isRefused_andNotRepeated() {
    for (String other : List.of("secret", "{}", "{\"kind\":\"progress\",\"gateway\":\"eu\"}")) {
      assertThatThrownBy(() -> ProgressJson.read(other.getBytes(StandardCharsets.UTF_8), "eu"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("is no progress record")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void bothKinds_areOfThePublishedSchema_whichTakesNothingElse() throws IOException {
    Accepted accepted =
        Accepted.of(
            "erika",
            Comparison.of(
                List.of(Progress.state(1, 7, 0, 1, 3, 2)),
                Progress.released(Progress.state(1, 9, 0, 1, 5, 40)),
                topic -> true));
    ProgressSettings settings = Progress.settings("b", gateway -> Released.nothing(), accepted);
    byte[] told = accepted.write(settings, 2, 8, Progress.NOW);
    assertThat(faults(ProgressJson.write(RECORD))).isEmpty();
    assertThat(faults(told)).isEmpty();
    assertThat(ProgressJson.readDuplicates(told, "eu")).contains(accepted.duplicates());
    assertThat(ProgressJson.readDuplicates(told, "us")).isEmpty();
    assertThat(ProgressJson.readDuplicates(ProgressJson.write(RECORD), "eu")).isEmpty();
    String more = new String(told, StandardCharsets.UTF_8).replace("\"by\"", "\"x\":1,\"by\"");
    assertThat(faults(more.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  private static List<String> faults(byte[] written) throws IOException {
    String text = Files.readString(Path.of("../docs/schema/progress.schema.json"));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    return schema.validate(JSON.readTree(written)).stream().map(Object::toString).toList();
  }
}
