package dev.weir.operators.control;

import java.io.Serializable;
import java.util.List;

/**
 * The log of commands: records in an order that is the same for everybody, kept for ever. It
 * travels with the job graph and is opened on the machines that read it.
 */
public interface ControlLog extends Serializable {

  /** A reader, for one thread. */
  Reader open();

  /**
   * One record.
   *
   * @param logged when the broker has put it there, ms since the epoch
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(long offset, long logged, byte[] value) {}

  /** Reads the log. */
  interface Reader extends AutoCloseable {

    /**
     * Where the log ends now: the offset after the last record.
     *
     * @throws java.io.UncheckedIOException if it cannot be asked
     */
    long end();

    /**
     * All records of those offsets, in order.
     *
     * @throws java.io.UncheckedIOException if they cannot be had; what the log no longer has among
     *     them
     */
    List<Entry> read(long from, long to);

    @Override
    void close();
  }
}
