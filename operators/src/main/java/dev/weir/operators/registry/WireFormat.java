package dev.weir.operators.registry;

/** The Confluent wire format: a zero byte, the schema's id as four bytes big-endian, the datum. */
public final class WireFormat {

  /** Bytes before the datum. */
  public static final int HEADER = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  /** The subject that a topic's values are registered under. */
  public static String subject(String topic) {
    return topic + "-value";
  }

  /** Whether the bytes begin as the format asks. */
  public static boolean hasHeader(byte[] value) {
    return value.length >= HEADER && value[0] == MAGIC;
  }

  /** The id in a header that is there. */
  public static int id(byte[] value) {
    return (value[1] & 0xff) << 24
        | (value[2] & 0xff) << 16
        | (value[3] & 0xff) << 8
        | (value[4] & 0xff);
  }

  /** What stands before every datum of a schema. */
  public static byte[] header(int id) {
    return new byte[] {MAGIC, (byte) (id >> 24), (byte) (id >> 16), (byte) (id >> 8), (byte) id};
  }
}
