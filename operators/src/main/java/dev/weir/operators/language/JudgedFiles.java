package dev.weir.operators.language;

import dev.weir.config.check.Validator;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import java.nio.file.Path;
import java.util.List;

/** Reads and judges the files of the language; every problem of them is noted. */
public final class JudgedFiles {

  private JudgedFiles() {}

  /** Files that belong together. */
  public static FileSet read(List<Path> files, Problems problems) {
    return judged(Validator.read(files, problems), problems);
  }

  /** A gateway's file and those that it names. */
  public static FileSet readGateway(Path gateway, Problems problems) {
    return judged(Validator.readGateway(gateway, problems), problems);
  }

  private static FileSet judged(FileSet files, Problems problems) {
    files.agreements().forEach(agreement -> new HierarchyFiles(agreement, problems).check());
    return files;
  }
}
