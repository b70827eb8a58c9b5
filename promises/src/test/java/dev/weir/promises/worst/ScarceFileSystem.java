package dev.weir.promises.worst;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.core.fs.local.LocalRecoverableWriter;

/**
 * The machine's own file system, until it is full: then it takes no file, as the kernel says it.
 */
public final class ScarceFileSystem extends LocalFileSystem {

  private static volatile boolean full;

  static void full(boolean now) {
    full = now;
  }

  @Override
  public URI getUri() {
    return URI.create("scarce:///");
  }

  @Override
  public FSDataOutputStream create(Path file, WriteMode mode) throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
    return super.create(file, mode);
  }

  /** There is none, so that all that is written comes through {@link #create}. */
  @Override
  public LocalRecoverableWriter createRecoverableWriter() {
    throw new UnsupportedOperationException("a disk of tests");
  }

  /** Found by Flink. */
  public static final class Factory implements FileSystemFactory {
    @Override
    public String getScheme() {
      return "scarce";
    }

    @Override
    public FileSystem create(URI uri) {
      return new ScarceFileSystem();
    }
  }
}
