package dev.weir.local.cluster;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * What a cluster in one process needs: loopback, free ports, one directory for all it puts down.
 */
final class ClusterSettings {

  private static final String LOOPBACK = "127.0.0.1";

  private ClusterSettings() {}

  static Configuration in(Path directory) {
    Configuration settings = new Configuration();
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.PORT, 0);
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    // The page shows; it takes no jars, for whoever reaches the port could run code.
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    settings.set(WebOptions.TMP_DIR, directory.toString());
    settings.set(CoreOptions.TMP_DIRS, directory.toString());
    settings.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, directory.toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    // Accumulators of a running job travel with heartbeats.
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
    return settings;
  }
}
