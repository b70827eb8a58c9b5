package dev.weir.jobs.file;

import dev.weir.operators.record.OutputRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.IOUtils;

/** One open file for each topic, those that nothing goes to among them. */
final class LinesWriter implements SinkWriter<OutputRecord> {

  private static final int BUFFER = 1 << 16;

  private final Map<String, OutputStream> byTopic = new HashMap<>();

  private LinesWriter() {}

  static LinesWriter open(OutputFiles files, Map<String, String> names) throws IOException {
    LinesWriter writer = new LinesWriter();
    try {
      for (Map.Entry<String, String> name : names.entrySet()) {
        OutputStream file =
            Files.newOutputStream(
                files.temporary(name.getValue()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        writer.byTopic.put(name.getKey(), new BufferedOutputStream(file, BUFFER));
      }
      return writer;
    } catch (IOException half) {
      IOUtils.closeAllQuietly(writer.byTopic.values());
      throw half;
    }
  }

  @Override
  public void write(OutputRecord record, Context context) throws IOException {
    OutputStream file = byTopic.get(record.topic());
    if (file == null) {
      throw new IllegalStateException("the plan has no topic " + record.topic());
    }
    file.write(record.value());
    file.write('\n');
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    for (OutputStream file : byTopic.values()) {
      file.flush();
    }
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(byTopic.values());
  }
}
