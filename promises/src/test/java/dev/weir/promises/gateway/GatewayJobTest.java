package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.jobs.GatewayJob;
import dev.weir.jobs.gateway.FilesRefusedException;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Prometheus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.client.program.ProgramInvocationException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main class of the fat jar, run as {@code flink run -d} runs it, against a cluster by REST.
 */
class GatewayJobTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = FileGateway.in(directory);
    gateway.write("", "startFrom: earliest, format: json", "");
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void main_submitsAJobThatReleases() throws Exception {
    run("--gateway", gateway.file().toString(), "--create-topics");
    URI jobs = URI.create(gateway.cluster().webPage() + "/jobs/overview");
    assertThat(Prometheus.get(jobs)).contains("\"name\":\"weir eu\"");
    gateway.put(
        LongStream.range(0, 20)
            .mapToObj(number -> Payments.json(number).getBytes(StandardCharsets.UTF_8))
            .toList());
    assertThat(gateway.read(Payments.OUT, 20))
        .extracting(record -> Payments.number(record.value()))
        .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
  }

  @Test
  void refusedStart_throwsAllThatIsWrong_andNothingRuns() throws Exception {
    assertThatThrownBy(() -> run("--gateway", gateway.file().toString()))
        .isInstanceOf(ProgramInvocationException.class)
        .rootCause()
        .isInstanceOf(StartRefusedException.class)
        .message()
        .contains(
            "acme.yaml:15:5",
            "releases[0].topic",
            "topic " + Payments.OUT + ", of partner acme by agreement")
        .contains("gateway.yaml:10:", "sources.card-payments", Payments.DEAD_LETTERS);
    gateway.write("", "startFrom: earliest, format: jsn", "");
    assertThatThrownBy(() -> run("--gateway", gateway.file().toString()))
        .rootCause()
        .isInstanceOf(FilesRefusedException.class);
    assertThatThrownBy(() -> run("--gatewy", "x"))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("usage: --gateway FILE");
    URI jobs = URI.create(gateway.cluster().webPage() + "/jobs/overview");
    assertThat(Prometheus.get(jobs)).isEqualTo("{\"jobs\":[]}");
  }

  private void run(String... arguments) throws Exception {
    URI cluster = gateway.cluster().webPage();
    Configuration client = new Configuration();
    client.setString("execution.target", "remote");
    client.setString("execution.attached", "false");
    client.setString("rest.address", cluster.getHost());
    client.setString("rest.port", String.valueOf(cluster.getPort()));
    try (PackagedProgram program =
        PackagedProgram.newBuilder()
            .setEntryPointClassName(GatewayJob.class.getName())
            .setArguments(arguments)
            .setConfiguration(client)
            .setUserClassPaths(List.of())
            .build()) {
      ClientUtils.executeProgram(new DefaultExecutorServiceLoader(), client, program, false, false);
    }
  }
}
