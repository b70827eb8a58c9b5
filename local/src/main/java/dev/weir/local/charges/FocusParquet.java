package dev.weir.local.charges;

import dev.weir.metering.focus.FocusRow;
import dev.weir.metering.focus.FocusTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** Tables as Parquet, compressed by gzip, which every reader has. */
public final class FocusParquet {

  private FocusParquet() {}

  /**
   * Writes a file anew.
   *
   * @throws ArithmeticException if a number has more than 18 decimals, or more than 20 digits
   *     before the point
   */
  public static void write(FocusTable table, Path file) throws IOException {
    try (ParquetWriter<FocusRow> writer = new Builder(new LocalOutputFile(file), table).build()) {
      for (FocusRow row : table.rows()) {
        writer.write(row);
      }
    }
  }

  private static final class Builder extends ParquetWriter.Builder<FocusRow, Builder> {

    private final FocusTable table;

    Builder(OutputFile file, FocusTable table) {
      super(file);
      this.table = table;
      withConf(new PlainParquetConfiguration());
      withCodecFactory(new GzipPages());
      withCompressionCodec(CompressionCodecName.GZIP);
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<FocusRow> getWriteSupport(ParquetConfiguration configuration) {
      List<FocusColumnForm> columns =
          table.header().stream().map(id -> FocusColumnForm.of(table, id)).toList();
      return new FocusRowWriter(table.version().text(), columns);
    }

    @Override
    protected WriteSupport<FocusRow> getWriteSupport(Configuration configuration) {
      throw new UnsupportedOperationException("there is no Hadoop here");
    }
  }
}
