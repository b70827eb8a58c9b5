package dev.weir.jobs.holders;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The complete checkpoints and savepoints below a directory: what holds {@code _metadata}. */
final class StoredStates {

  private static final String METADATA = "_metadata";

  private StoredStates() {}

  /**
   * Their metadata files, by path.
   *
   * @throws java.io.FileNotFoundException if there is no such directory: its storage may not be
   *     mounted
   */
  static List<Path> under(String directory) throws IOException {
    Path root = new Path(directory);
    if (!root.getFileSystem().exists(root)) {
      throw new FileNotFoundException("there is no such directory");
    }
    List<Path> found = new ArrayList<>();
    walk(root.getFileSystem(), root, found);
    found.sort(Comparator.comparing(Path::toString));
    return found;
  }

  private static void walk(FileSystem storage, Path path, List<Path> found) throws IOException {
    if (!storage.exists(path)) {
      return;
    }
    if (!storage.getFileStatus(path).isDir()) {
      if (path.getName().equals(METADATA)) {
        found.add(path);
      }
      return;
    }
    FileStatus[] children = storage.listStatus(path);
    for (FileStatus child : children == null ? new FileStatus[0] : children) {
      walk(storage, child.getPath(), found);
    }
  }
}
