package dev.weir.bench.e2e;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads the clock, and the processor time of this process and of its compilers, of the broker's and
 * of all.
 */
final class Meter {

  /** Nanoseconds of a hundredth of a second, which proc(5) counts in. */
  static final long TICK = 10_000_000;

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
    return new Cost(
        System.nanoTime(), client.getProcessCpuTime(), Compilers.nanos(), ofBroker, machine());
  }

  /** User, nice and system time of all processors, in hundredths of a second (proc(5)). */
  private static long machine() {
    try (BufferedReader stat = Files.newBufferedReader(Path.of("/proc/stat"))) {
      String[] cpu = stat.readLine().split(" +");
      return (Long.parseLong(cpu[1]) + Long.parseLong(cpu[2]) + Long.parseLong(cpu[3])) * TICK;
    } catch (IOException e) {
      throw new UncheckedIOException("only Linux tells what its processors do", e);
    }
  }
}
