package dev.weir.jobs.file;

import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.IOUtils;

/** An open file for each topic, or for several; those that nothing goes to among them. */
final class LinesWriter implements SinkWriter<OutputRecord> {

  private final Map<String, LinesFile> byName = new HashMap<>();
  private final Map<String, LinesFile> byTopic = new HashMap<>();

  private LinesWriter() {}

  static LinesWriter open(OutputFiles files, Map<String, String> names) throws IOException {
    LinesWriter writer = new LinesWriter();
    try {
      for (String name : new TreeSet<>(names.values())) {
        writer.byName.put(name, LinesFile.create(files.temporary(name)));
      }
      names.forEach((topic, name) -> writer.byTopic.put(topic, writer.file(name)));
      return writer;
    } catch (IOException half) {
      IOUtils.closeAllQuietly(writer.byName.values());
      throw half;
    }
  }

  private LinesFile file(String name) {
    return Objects.requireNonNull(byName.get(name));
  }

  @Override
  public void write(OutputRecord record, Context context) throws IOException {
    LinesFile file = byTopic.get(record.topic());
    if (file == null) {
      throw new IllegalStateException("the plan has no topic " + record.topic());
    }
    file.write(record.value());
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    for (LinesFile file : byName.values()) {
      file.flush();
    }
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(byName.values());
  }
}
