package dev.weir.local.charges;

import dev.weir.metering.focus.FocusRow;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Rows, cell by cell; which version of FOCUS they are stands in the file's metadata. */
final class FocusRowWriter extends WriteSupport<FocusRow> {

  private final String version;
  private final List<FocusColumnForm> columns;
  private @Nullable RecordConsumer to;

  FocusRowWriter(String version, List<FocusColumnForm> columns) {
    this.version = version;
    this.columns = columns;
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    List<Type> types = columns.stream().<Type>map(FocusColumnForm::type).toList();
    return new WriteContext(
        new MessageType("focus_cost_and_usage", types), Map.of("focus.version", version));
  }

  @Override
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("there is no Hadoop here");
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    to = consumer;
  }

  @Override
  public void write(FocusRow row) {
    if (to == null) {
      throw new IllegalStateException("not prepared");
    }
    to.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      cell(i, row.cells().get(columns.get(i).id()), to);
    }
    to.endMessage();
  }

  private void cell(int index, @Nullable String cell, RecordConsumer consumer) {
    if (cell != null) {
      FocusColumnForm column = columns.get(index);
      consumer.startField(column.id(), index);
      column.write(cell, consumer);
      consumer.endField(column.id(), index);
    }
  }
}
