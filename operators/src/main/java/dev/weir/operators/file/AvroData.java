package dev.weir.operators.file;

import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problem;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroToJson;
import dev.weir.operators.decode.avro.SchemaFault;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The data of an Avro file, each as a JSON object of the fields that the shape names. Where one
 * datum cannot be read nobody knows where the next begins: it and the rest of its block are handed
 * on as unreadable, each counted, and reading goes on with the next block.
 */
final class AvroData implements ReadAheadFile.Records {

  private static final byte[] NOTHING = {};

  private final AvroBlocks blocks;
  private final AvroToJson converter;
  private final SourceFile.Clock clock;
  private final ByteOutput out = new ByteOutput(1024);
  private ByteBuffer block = ByteBuffer.wrap(NOTHING);
  private long left;
  private long number;
  private boolean lost;

  private AvroData(AvroBlocks blocks, AvroToJson converter, SourceFile.Clock clock) {
    this.blocks = blocks;
    this.converter = converter;
    this.clock = clock;
  }

  /**
   * @throws InputException if the schema cannot give what the shape asks, with every such field
   */
  static AvroData open(
      Path path,
      String file,
      Shape.Fields shape,
      SourceFile.FileLimits limits,
      SourceFile.Clock clock)
      throws IOException {
    Location location = Location.start(file);
    AvroBlocks blocks = AvroBlocks.open(path, location);
    try {
      return new AvroData(blocks, converter(blocks.schema(), shape, limits, location), clock);
    } catch (InputException refused) {
      blocks.close();
      throw refused;
    }
  }

  private static AvroToJson converter(
      Schema schema, Shape.Fields shape, SourceFile.FileLimits limits, Location location) {
    List<SchemaFault> faults = new ArrayList<>();
    AvroToJson converter = AvroToJson.compile(schema, shape, limits.depth(), faults);
    if (converter == null) {
      throw new InputException(faults.stream().map(fault -> problem(fault, location)).toList());
    }
    return converter;
  }

  private static Problem problem(SchemaFault fault, Location location) {
    String path = fault.field() == null ? "" : fault.field().toString();
    return new Problem(InputRule.INPUT_SCHEMA, location, path, fault.what(), fault.mend());
  }

  @Override
  public @Nullable SourceRecord read() throws IOException {
    while (left == 0) {
      if (!nextBlock()) {
        return null;
      }
    }
    left--;
    number++;
    byte[] value = lost ? Unreadable.value(NOTHING) : datum();
    return new SourceRecord(value, SourceFile.FIRST_FILE, number, clock.millis());
  }

  private boolean nextBlock() throws IOException {
    if (!lost && block.hasRemaining()) {
      throw blocks.corrupt("holds more than the data it counts");
    }
    ByteBuffer next = blocks.next();
    if (next == null) {
      return false;
    }
    if (blocks.count() > next.remaining()) {
      throw blocks.corrupt("counts more data than it can hold");
    }
    block = next;
    left = blocks.count();
    lost = false;
    return true;
  }

  private byte[] datum() {
    int start = block.arrayOffset() + block.position();
    int end = block.arrayOffset() + block.limit();
    out.reset();
    int after = converter.convert(block.array(), start, end, out);
    if (after < 0) {
      lost = true;
      return Unreadable.value(NOTHING);
    }
    block.position(after - block.arrayOffset());
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
