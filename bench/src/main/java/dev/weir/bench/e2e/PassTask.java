package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * What one process has to do, handed over in a file.
 *
 * @param source topic with {@code records} orders
 * @param small topic with {@code smallRecords} orders
 * @param output prefix of the topics that are written
 * @param directory for keys, checkpoints and the result
 */
record PassTask(
    Job job,
    OrderFormat format,
    String bootstrapServers,
    long brokerPid,
    String source,
    long records,
    String small,
    long smallRecords,
    String output,
    Path directory) {

  /** Where the measured pass writes. */
  String measuredTopic() {
    return output + ".measured";
  }

  Path keys() {
    return directory.resolve("keys");
  }

  void write(Path file) throws IOException {
    Properties all = new Properties();
    all.setProperty("job", job.name());
    all.setProperty("format", format.name());
    all.setProperty("bootstrapServers", bootstrapServers);
    all.setProperty("brokerPid", Long.toString(brokerPid));
    all.setProperty("source", source);
    all.setProperty("records", Long.toString(records));
    all.setProperty("small", small);
    all.setProperty("smallRecords", Long.toString(smallRecords));
    all.setProperty("output", output);
    all.setProperty("directory", directory.toString());
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      all.store(out, null);
    }
  }

  static PassTask read(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      all.load(in);
    }
    return new PassTask(
        Job.valueOf(text(all, "job")),
        OrderFormat.valueOf(text(all, "format")),
        text(all, "bootstrapServers"),
        Long.parseLong(text(all, "brokerPid")),
        text(all, "source"),
        Long.parseLong(text(all, "records")),
        text(all, "small"),
        Long.parseLong(text(all, "smallRecords")),
        text(all, "output"),
        Path.of(text(all, "directory")));
  }

  private static String text(Properties all, String name) {
    return Objects.requireNonNull(all.getProperty(name), name);
  }
}
