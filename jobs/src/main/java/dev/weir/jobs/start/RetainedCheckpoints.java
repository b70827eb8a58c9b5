package dev.weir.jobs.start;

import dev.weir.jobs.graph.CheckpointSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * What former runs of a gateway have left: {@code <directory>/<job>/chk-<n>}, and savepoints beside
 * them, complete if they hold {@code _metadata}, which Flink writes last. A checkpoint that was
 * never completed has released nothing, so that it may be passed over; a complete one may not.
 */
final class RetainedCheckpoints {

  static final String METADATA = "_metadata";
  private static final Pattern STATE = Pattern.compile("chk-(?<number>[0-9]{1,18})|savepoint-.+");

  private record Found(Path state, long number, long written) {}

  private static final Comparator<Found> BY_AGE =
      Comparator.comparingLong(Found::written).thenComparingLong(Found::number);

  private RetainedCheckpoints() {}

  /** The newest complete one, by the time it was written. */
  static Optional<Resume.From> newest(CheckpointSettings settings) throws IOException {
    Path directory = new Path(settings.directory());
    FileSystem storage = directory.getFileSystem();
    List<Found> found = new ArrayList<>();
    for (FileStatus job : list(storage, directory)) {
      for (FileStatus checkpoint : list(storage, job.getPath())) {
        add(storage, checkpoint.getPath(), found);
      }
    }
    return found.stream().max(BY_AGE).map(Found::state).map(RetainedCheckpoints::from);
  }

  /** A savepoint is its maker's; a checkpoint is the job's to clear away. */
  private static Resume.From from(Path state) {
    return new Resume.From(state.toString(), state.getName().startsWith("chk-"));
  }

  private static void add(FileSystem storage, Path state, List<Found> found) throws IOException {
    Matcher name = STATE.matcher(state.getName());
    Path metadata = new Path(state, METADATA);
    if (name.matches() && storage.exists(metadata)) {
      String number = name.group("number");
      long written = storage.getFileStatus(metadata).getModificationTime();
      found.add(new Found(state, number == null ? 0 : Long.parseLong(number), written));
    }
  }

  /** The file that a checkpoint or savepoint is complete with. */
  static Path metadata(String path) {
    Path state = new Path(path);
    return state.getName().equals(METADATA) ? state : new Path(state, METADATA);
  }

  private static FileStatus[] list(FileSystem storage, Path directory) throws IOException {
    boolean there = storage.exists(directory) && storage.getFileStatus(directory).isDir();
    FileStatus[] children = there ? storage.listStatus(directory) : null;
    return children == null ? new FileStatus[0] : children;
  }
}
