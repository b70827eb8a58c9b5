package dev.weir.bench.statistics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.util.FileUtils;

/**
 * One window with records in every group, which is looked for: how long it takes from the record
 * that ends it to the last row, and the most memory that is used.
 */
record LargeWindow(int groups) {

  private static final int RECORDS_A_GROUP = 8;

  /** Of the groups: some have too few people. */
  private static final double TOLD = 0.9;

  private static final int HOURS = 24;

  /** More rows than come in one. */
  private static final int A_MILLISECOND = 10;

  String measured() throws Exception {
    long hour = (long) groups * RECORDS_A_GROUP;
    // A record of the millisecond that ends the first hour's lateness is the first looked at: with
    // one later the window may be drawn, and the source held up, before it is read.
    long end = hour + hour / 10 - A_MILLISECOND;
    CountedRows rows = new CountedRows(hour, groups, hour * HOURS, end, 1, true);
    CountedRows.reset();
    LeftRows.reset();
    Path directory = Files.createTempDirectory("weir-bench-");
    try {
      long began = System.nanoTime();
      JobClient job =
          new CountedJob(rows, CountedPlan.discovering(), 1, directory).start(Through.STATISTICS);
      Watching.until(() -> LeftRows.COUNT.sum() > groups * TOLD, job);
      String text = text(began);
      job.cancel().get();
      return text;
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private String text(long began) throws Exception {
    return String.format(
        Locale.ROOT,
        "%,d groups: %,d rows; %.1f s of adding up, %.1f s from the window's end to its last row,"
            + " heap %,d MiB at most, process %,d MiB at most",
        groups,
        LeftRows.COUNT.sum(),
        (CountedRows.BEGAN.get() - began) / 1e9,
        (LeftRows.LAST.get() - CountedRows.BEGAN.get()) / 1e9,
        heap() >> 20,
        resident() >> 20);
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** 0 where the system does not tell. */
  private static long resident() throws java.io.IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
