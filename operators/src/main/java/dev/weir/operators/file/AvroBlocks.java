package dev.weir.operators.file;

import dev.weir.config.problem.Location;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of an Avro object container file, decompressed. Container and codecs are the
 * library's; the size that a block claims is held against the file before the library makes room
 * for it.
 */
final class AvroBlocks implements Closeable {

  private static final int TWO_NUMBERS = 20;
  private static final int SYNC = 16;

  private final Location location;
  private final DataFileReader<Object> reader;
  private final FileChannel file;

  private AvroBlocks(Location location, DataFileReader<Object> reader, FileChannel file) {
    this.location = location;
    this.reader = reader;
    this.file = file;
  }

  /**
   * @throws InputException if it is no container file, or its codec is not known here
   */
  @SuppressWarnings("MustBeClosedChecker") // closed with this
  static AvroBlocks open(Path file, Location location) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new AvroBlocks(
          location, new DataFileReader<>(file.toFile(), new GenericDatumReader<>()), channel);
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError bad) {
      channel.close();
      throw InputException.of(
          InputRule.INPUT_CORRUPT,
          location,
          "this is no Avro object container file, its schema does not parse, or its codec is none of"
              + " null, deflate, snappy, bzip2 and zstandard",
          "Write the file again with one of these codecs");
    }
  }

  Schema schema() {
    return reader.getSchema();
  }

  /** The next block's data; null at the end. */
  @Nullable ByteBuffer next() throws IOException {
    long start = reader.previousSync();
    check(start);
    try {
      return reader.hasNext() ? reader.nextBlock() : null;
    } catch (IOException | RuntimeException | OutOfMemoryError bad) {
      throw corrupt(start, "cannot be read or decompressed, or is cut short");
    }
  }

  /** How many data the block that {@link #next} gave last should hold. */
  long count() {
    return reader.getBlockCount();
  }

  InputException corrupt(String what) {
    return corrupt(reader.previousSync(), what);
  }

  private InputException corrupt(long at, String what) {
    return InputException.of(
        InputRule.INPUT_CORRUPT,
        location,
        "the block at or before byte " + at + " " + what,
        "Copy or write the file again; nothing after this block can be trusted");
  }

  private void check(long start) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(TWO_NUMBERS);
    while (head.hasRemaining() && file.read(head, start + head.position()) >= 0) {}
    if (head.position() == 0) {
      return;
    }
    BinaryDecoder numbers =
        DecoderFactory.get().binaryDecoder(head.array(), 0, head.position(), null);
    try {
      long count = numbers.readLong();
      long size = numbers.readLong();
      if (count < 0 || size < 0 || size > file.size() - start - SYNC) {
        throw corrupt(start, "claims more than the file holds");
      }
    } catch (IOException cut) {
      throw corrupt(start, "is cut short");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
    reader.close();
  }
}
