package dev.weir.operators.file;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, each as a JSON object of the columns that the shape names. */
final class Csv implements ReadAheadFile.Records {

  private static final byte[] BLANK = {};

  private final InputStream in;
  private final CsvRows rows;
  private final SourceFile.Clock clock;
  private final CsvQuotes quotes;
  private final CsvCells cells;
  private final CsvNode.Fields record;
  private final CsvHeader header;
  private final ByteOutput out = new ByteOutput(512);

  Csv(
      InputStream in,
      String file,
      Shape.Fields shape,
      SourceFile.FileLimits limits,
      SourceFile.Clock clock)
      throws IOException {
    this.in = in;
    this.clock = clock;
    rows = rows(in, limits);
    header = CsvHeader.read(rows, file);
    quotes = new CsvQuotes(String.valueOf(header.delimiter()));
    cells = new CsvCells(header.delimiter());
    record = new CsvColumns(header).compile(shape);
  }

  static CsvRows rows(InputStream in, SourceFile.FileLimits limits) {
    return new CsvRows(new Lines(in, limits.recordBytes() + 1), limits.recordBytes());
  }

  @Override
  public @Nullable SourceRecord read() throws IOException {
    CsvRows.Row row = rows.next(quotes);
    return row == null
        ? null
        : new SourceRecord(value(row), SourceFile.FIRST_FILE, row.line(), clock.millis());
  }

  private byte[] value(CsvRows.Row row) {
    if (row.readable() && isBlank(row.bytes())) {
      return BLANK;
    }
    byte[][] found = row.readable() ? cells.of(row.bytes()) : null;
    if (found == null || found.length != header.paths().size()) {
      return Unreadable.value(row.bytes());
    }
    out.reset();
    record.write(found, out);
    return out.toByteArray();
  }

  /** A row of tabs is a row of empty cells where tabs part the cells. */
  private boolean isBlank(byte[] row) {
    boolean tabs = header.delimiter() == '\t' && row.length > 0;
    return !tabs && JsonLines.isBlank(row);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
