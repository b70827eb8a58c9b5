package dev.weir.jobs.file;

import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.util.IOUtils;

/** One open file for each topic, those that nothing goes to among them. */
final class LinesWriter implements SinkWriter<OutputRecord> {

  private final Map<String, LinesFile> byTopic = new HashMap<>();

  private LinesWriter() {}

  static LinesWriter open(OutputFiles files, Map<String, String> names) throws IOException {
    LinesWriter writer = new LinesWriter();
    try {
      for (Map.Entry<String, String> name : names.entrySet()) {
        writer.byTopic.put(name.getKey(), LinesFile.create(files.temporary(name.getValue())));
      }
      return writer;
    } catch (IOException half) {
      IOUtils.closeAllQuietly(writer.byTopic.values());
      throw half;
    }
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
    for (LinesFile file : byTopic.values()) {
      file.flush();
    }
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(byTopic.values());
  }
}
