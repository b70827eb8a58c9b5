package dev.weir.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What other tools read of the command: versions, problems, completion. */
class ToolChainTest {

  @Test
  void version_isATable_orOneJsonObject() throws IOException {
    Ran table = Ran.weir("version");
    assertThat(table.exit()).isZero();
    assertThat(table.out()).containsPattern("(?m)^kafka-clients +4\\.2\\.");
    Ran json = Ran.weir("version", "--format", "json");
    assertThat(new ObjectMapper().readTree(json.out()).get("flink").asText()).startsWith("2.2.");
  }

  @Test
  void validate_printsTheSameProblemsInEveryForm(@TempDir Path directory) throws IOException {
    TicketFiles files = TicketFiles.in(directory);
    files.change("north.yaml", "email:        {tokenize: one-way}", "email:        keep");
    JsonNode json = validated(files, "json").at("/problems/0");
    assertThat(json.get("rule").asText()).isEqualTo("role-treatment");
    assertThat(json.get("level").asText()).isEqualTo("error");
    assertThat(json.get("line").asInt()).isEqualTo(19);
    JsonNode result = validated(files, "sarif").at("/runs/0/results/0");
    assertThat(result.get("ruleId").asText()).isEqualTo("role-treatment");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(19);
    assertThat(result.at("/message/text").asText())
        .startsWith(json.get("message").asText())
        .contains(json.get("mend").asText());
  }

  private static JsonNode validated(TicketFiles files, String format) throws IOException {
    Ran ran =
        Ran.weir(
            "validate", files.text("product.yaml"), files.text("north.yaml"), "--format", format);
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    return new ObjectMapper().readTree(ran.out());
  }

  @Test
  void format_thatThereIsNot_isWrongUsage() {
    Ran ran = Ran.weir("validate", "x.yaml", "--format", "xml");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("sarif");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void completion_completesCommandsAndOptionsInBash(@TempDir Path directory) throws Exception {
    Path script = directory.resolve("completion");
    Files.writeString(script, Ran.weir("completion", "bash").out());
    assertThat(completed(script, "weir", "val")).contains("validate");
    assertThat(completed(script, "weir", "validate", "--fo")).contains("--format");
    assertThat(completed(script, "weir", "validate", "--format", "s")).contains("sarif");
    assertThat(completed(script, "weir", "keys", "ro")).contains("rotate");
  }

  private static String completed(Path script, String... words) throws Exception {
    String command =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_weir; echo \"${COMPREPLY[@]}\""
            .formatted(script, String.join(" ", words), words.length - 1);
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said;
  }
}
