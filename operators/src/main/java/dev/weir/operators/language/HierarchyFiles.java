package dev.weir.operators.language;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.check.CheckRule;
import dev.weir.config.document.Document;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.privacy.generalize.Hierarchy;
import dev.weir.privacy.generalize.HierarchyException;
import dev.weir.privacy.generalize.HierarchyFile;
import dev.weir.privacy.generalize.HierarchyProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Judges the hierarchies that an agreement names, each problem at its place in that file. */
record HierarchyFiles(Document<Agreement> agreement, Problems problems) {

  void check() {
    for (Release release : agreement.value().releases()) {
      if (release instanceof Release.Cohorts cohorts) {
        cohorts.fields().forEach((path, treatment) -> check(release.name(), path, treatment));
      }
    }
  }

  private void check(String release, FieldPath path, Treatment treatment) {
    if (treatment instanceof Treatment.Generalize generalize && generalize.hierarchy() != null) {
      Path file = agreement.resolve(generalize.hierarchy());
      try {
        Hierarchy unused = HierarchyFile.read(Files.readAllBytes(file));
      } catch (HierarchyException no) {
        no.problems().forEach(problem -> note(file, release + "." + path, problem));
      } catch (IOException unreadable) {
        return; // the validator says so
      }
    }
  }

  private void note(Path file, String field, HierarchyProblem problem) {
    int line = (int) Math.max(1, problem.line());
    String cell = problem.cell() == 0 ? "" : " (cell " + problem.cell() + ")";
    problems.add(
        CheckRule.HIERARCHY_FILE,
        new Location(file.toString(), line, 1),
        field,
        problem.message() + cell,
        problem.mend());
  }
}
