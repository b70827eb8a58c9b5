package dev.weir.operators.language;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.check.CheckRule;
import dev.weir.config.document.Document;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.privacy.generalize.Hierarchy;
import dev.weir.privacy.generalize.HierarchyException;
import dev.weir.privacy.generalize.HierarchyFile;
import dev.weir.privacy.generalize.HierarchyProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges the hierarchies that an agreement names, each problem at its place in that file. */
record HierarchyFiles(Document<Agreement> agreement, Problems problems) {

  private static final DocumentPath RELEASES = DocumentPath.ROOT.key("releases");

  void check() {
    List<Release> releases = agreement.value().releases();
    for (int number = 0; number < releases.size(); number++) {
      if (releases.get(number) instanceof Release.Cohorts cohorts) {
        DocumentPath place = RELEASES.item(number);
        cohorts.fields().forEach((path, treatment) -> check(cohorts, path, treatment, place));
      }
    }
  }

  private void check(
      Release.Cohorts release, FieldPath path, Treatment treatment, DocumentPath place) {
    if (treatment instanceof Treatment.Generalize generalize && generalize.hierarchy() != null) {
      check(release, path, generalize.hierarchy(), place);
    }
  }

  /** Where no file is, or none that may be read, the validator has said so. */
  private void check(Release.Cohorts release, FieldPath path, String named, DocumentPath place) {
    if (!agreement.hasFile(named)) {
      return;
    }
    Path file = agreement.resolve(named);
    try {
      Hierarchy hierarchy = HierarchyFile.read(Files.readAllBytes(file));
      List<String> labels = release.regions().getOrDefault(path, List.of());
      labels(hierarchy, labels, place.key("regions").key(path.toString()));
    } catch (HierarchyException no) {
      no.problems().forEach(problem -> note(file, release.name() + "." + path, problem));
    } catch (IOException broken) {
      agreement.problem(
          problems,
          CheckRule.HIERARCHY_FILE,
          place.key("fields").key(path.toString()).key("generalize").key("hierarchy"),
          "The file " + named + " cannot be read to its end",
          "Look what the system says of it, or give another file");
    }
  }

  private void labels(Hierarchy hierarchy, List<String> labels, DocumentPath place) {
    for (int number = 0; number < labels.size(); number++) {
      if (hierarchy.under(labels.get(number)).isEmpty()) {
        agreement.problem(
            problems,
            CheckRule.COHORT_REGIONS,
            place.item(number),
            "The field's hierarchy has no such label",
            "Write a label of its file: what lies under it is a part, and all others are one");
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
