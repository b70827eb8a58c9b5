package dev.weir.bench.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a measured pass came to.
 *
 * @param records that it had more than the small pass
 * @param cost that it had more than the small pass
 * @param small cost of the small pass
 */
record PassResult(long records, Cost cost, Cost small) {

  double recordsPerSecond() {
    return records * 1e9 / cost.wall();
  }

  double clientMicros() {
    return cost.client() / 1e3 / records;
  }

  /** Of the client's, what Java's compilers took. */
  double compilerMicros() {
    return cost.compilers() / 1e3 / records;
  }

  double brokerMicros() {
    return cost.broker() / 1e3 / records;
  }

  /** How many processors were busy with anything but the job and its broker. */
  double othersProcessors() {
    return (cost.machine() - cost.client() - cost.broker()) / (double) cost.wall();
  }

  void write(Path file) throws IOException {
    LongStream numbers =
        Stream.of(cost, small)
            .flatMapToLong(
                c -> LongStream.of(c.wall(), c.client(), c.compilers(), c.broker(), c.machine()));
    Files.writeString(
        file,
        LongStream.concat(LongStream.of(records), numbers)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(" ")));
  }

  static PassResult read(Path file) throws IOException {
    long[] numbers =
        Arrays.stream(Files.readString(file).split(" ")).mapToLong(Long::parseLong).toArray();
    return new PassResult(numbers[0], cost(numbers, 1), cost(numbers, 6));
  }

  private static Cost cost(long[] numbers, int at) {
    return new Cost(
        numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
  }
}
