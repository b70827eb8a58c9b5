package dev.weir.jobs.start;

import java.io.Serializable;

/** Where a job goes on. */
public sealed interface Resume extends Serializable {

  /** What to tell the user. */
  String words();

  /** Nothing is there to go on from, or it was asked to be left alone. */
  record FromTheStart(boolean asked) implements Resume {
    @Override
    public String words() {
      return asked
          ? "starts without any state, as asked: every source is read from its startFrom"
          : "starts for the first time: every source is read from its startFrom";
    }
  }

  /**
   * @param path of a checkpoint or savepoint
   * @param clears whether Flink clears it away once newer ones stand, as it does with a job's own
   */
  record From(String path, boolean clears) implements Resume {
    @Override
    public String words() {
      return "goes on from " + path;
    }
  }
}
