package dev.weir.operators.deadletter;

import java.nio.charset.StandardCharsets;

/**
 * Where a record stands.
 *
 * @param file whether it is a file, else a topic
 * @param name of the topic or file
 * @param partition of the topic; 0 in a file
 * @param offset in the partition; in a file the line, from 1
 */
public record LetterSource(boolean file, String name, int partition, long offset) {

  /**
   * What a payload is sealed with: {@code weir/1}, {@code dead-letter} and the values of the
   * letter's {@code source} in its order, each on a line of its own, in UTF-8. So a payload that is
   * put into another letter does not open.
   */
  public byte[] context() {
    String coordinates = (file ? "" : partition + "\n") + offset;
    String text = "weir/1\ndead-letter\n" + name + "\n" + coordinates;
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code payments.v2/0/17}, or {@code events.jsonl:17}. */
  @Override
  public String toString() {
    return file ? name + ":" + offset : name + "/" + partition + "/" + offset;
  }
}
