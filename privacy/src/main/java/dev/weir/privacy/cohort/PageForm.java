package dev.weir.privacy.cohort;

import dev.weir.privacy.generalize.Codes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Bytes of a page: a version, then its parts, big-endian; nothing after them. */
final class PageForm {

  static final int VERSION = 1;

  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private PageForm() {}

  static byte[] write(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      writer.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("Memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] page, Reader<T> reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new PageException(
            "A page of version " + version + "; this build reads version " + VERSION);
      }
      T read = reader.read(in);
      if (in.read() >= 0) {
        throw new PageException("A page is longer than it says");
      }
      return read;
    } catch (IOException e) {
      throw new PageException("A page is shorter than it says");
    }
  }

  static void writeCodes(DataOutputStream out, Codes codes) throws IOException {
    out.writeInt(codes.size());
    for (int at = 0; at < codes.size(); at++) {
      out.writeLong(codes.get(at));
    }
  }

  static Codes readCodes(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available() / Long.BYTES) {
      throw new PageException("A page is shorter than it says");
    }
    long[] codes = new long[size];
    for (int at = 0; at < codes.length; at++) {
      codes[at] = in.readLong();
    }
    return Codes.of(codes);
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new PageException("A page is shorter than it says");
    }
    return in.readNBytes(length);
  }
}
