package dev.weir.bench.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time of the threads in which Java compiles this process's code. They do most at the
 * beginning, so a share of it is no cost of a record; it shows how far a pass is from its end.
 */
final class Compilers {

  private static final Path THREADS = Path.of("/proc/self/task");

  /** As Linux cuts the names {@code C1 CompilerThread0} and {@code C2 CompilerThread0} off. */
  private static final String NAME = "CompilerThre";

  private Compilers() {}

  /** Nanoseconds in hundredths of a second (proc(5)); the threads must not come and go. */
  static long nanos() {
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads.mapToLong(Compilers::ticks).sum() * Meter.TICK;
    } catch (IOException e) {
      throw new UncheckedIOException("only Linux tells what its threads do", e);
    }
  }

  /** A thread that has ended since it was listed was no compiler. */
  private static long ticks(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      int name = stat.lastIndexOf(')');
      String[] numbers = stat.substring(name + 2).split(" ");
      boolean compiler = stat.substring(0, name).contains(NAME);
      return compiler ? Long.parseLong(numbers[11]) + Long.parseLong(numbers[12]) : 0;
    } catch (IOException ended) {
      return 0;
    }
  }
}
