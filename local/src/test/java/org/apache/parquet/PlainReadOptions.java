package org.apache.parquet;

import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.format.converter.ParquetMetadataConverter;

/**
 * Here because options are made without Hadoop's codecs only by what this package alone may use.
 */
public final class PlainReadOptions extends ParquetReadOptions {

  private static final int MOST_BYTES = 1 << 23;

  /** Reads everything, with these codecs. */
  public PlainReadOptions(CompressionCodecFactory codecs) {
    super(
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        FilterCompat.NOOP,
        ParquetMetadataConverter.NO_FILTER,
        codecs,
        new HeapByteBufferAllocator(),
        MOST_BYTES,
        Map.of(),
        null,
        null,
        new PlainParquetConfiguration());
  }
}
