package dev.weir.privacy.cohort;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Pages in memory, for bounded runs and tests, with a form as bytes of their own. */
public final class MemoryPages implements Pages {

  private final TreeMap<byte[], byte[]> pages = new TreeMap<>(Arrays::compareUnsigned);

  @Override
  public byte @Nullable [] get(byte[] key) {
    return pages.get(key);
  }

  @Override
  public void put(byte[] key, byte[] page) {
    pages.put(key, page);
  }

  @Override
  public void remove(byte[] key) {
    pages.remove(key);
  }

  @Override
  public void scan(byte[] prefix, BiPredicate<byte[], byte[]> visitor) {
    for (Map.Entry<byte[], byte[]> page : pages.tailMap(prefix).entrySet()) {
      if (!startsWith(page.getKey(), prefix) || !visitor.test(page.getKey(), page.getValue())) {
        return;
      }
    }
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** All of them: a version, their number, then each key and page by its length. */
  public byte[] toBytes() {
    return PageForm.write(
        out -> {
          out.writeInt(pages.size());
          for (Map.Entry<byte[], byte[]> page : pages.entrySet()) {
            out.writeInt(page.getKey().length);
            out.write(page.getKey());
            out.writeInt(page.getValue().length);
            out.write(page.getValue());
          }
        });
  }

  /**
   * @throws PageException if a build wrote them that this one does not know, or they are cut off
   */
  public static MemoryPages of(byte[] bytes) {
    return PageForm.read(
        bytes,
        in -> {
          MemoryPages pages = new MemoryPages();
          int count = in.readInt();
          for (int n = 0; n < count; n++) {
            byte[] key = PageForm.readBytes(in);
            pages.put(key, PageForm.readBytes(in));
          }
          return pages;
        });
  }
}
