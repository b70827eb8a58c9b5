package dev.weir.jobs.file;

import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes each topic's values to a file, one a line.
 *
 * @param names of the files by topic
 */
record LinesSink(OutputFiles files, Map<String, String> names) implements Sink<OutputRecord> {

  @Override
  public SinkWriter<OutputRecord> createWriter(WriterInitContext context) throws IOException {
    return LinesWriter.open(files, names);
  }
}
