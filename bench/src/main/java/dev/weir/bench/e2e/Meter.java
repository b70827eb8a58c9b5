package dev.weir.bench.e2e;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Reads the clock, this process's processor time and the broker's, which has its own process. */
final class Meter {

  private final OperatingSystemMXBean client =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ProcessHandle broker;

  Meter(long brokerPid) {
    broker =
        ProcessHandle.of(brokerPid)
            .orElseThrow(() -> new IllegalStateException("the broker's process is gone"));
  }

  /** Since times of their own, so only differences mean anything. */
  Cost read() {
    long ofBroker =
        broker
            .info()
            .totalCpuDuration()
            .map(Duration::toNanos)
            .orElseThrow(() -> new IllegalStateException("the broker's processor time is unknown"));
    return new Cost(System.nanoTime(), client.getProcessCpuTime(), ofBroker);
  }
}
