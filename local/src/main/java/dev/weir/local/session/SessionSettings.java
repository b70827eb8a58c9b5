package dev.weir.local.session;

import dev.weir.local.process.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** What a session cluster on one machine is set to; everything that listens does so on loopback. */
final class SessionSettings {

  static final String LOOPBACK = LoopbackPort.HOST;

  private SessionSettings() {}

  static Configuration in(Path directory, int slotsEach) throws IOException {
    Configuration settings = new Configuration();
    addresses(settings);
    places(settings, directory);
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, slotsEach);
    settings.set(JobManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.ofMebiBytes(1024));
    settings.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.ofMebiBytes(1280));
    // As Flink has it; here so that nobody's default can change it.
    settings.set(CoreOptions.CLASSLOADER_RESOLVE_ORDER, "child-first");
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    // A process that was killed is missed after three beats, not after Flink's fifty seconds.
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(2));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(20));
    return settings;
  }

  private static void addresses(Configuration settings) throws IOException {
    List<Integer> ports = LoopbackPort.free(2);
    settings.set(JobManagerOptions.PORT, ports.get(0));
    settings.set(RestOptions.PORT, ports.get(1));
    settings.set(RestOptions.BIND_PORT, String.valueOf(ports.get(1)));
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(TaskManagerOptions.HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
  }

  private static void places(Configuration settings, Path directory) {
    settings.set(WebOptions.UPLOAD_DIR, directory.resolve("upload").toString());
    settings.set(WebOptions.TMP_DIR, directory.resolve("web").toString());
    settings.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
    settings.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, directory.resolve("work").toString());
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
  }
}
