package dev.weir.config.product;

import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Part;
import dev.weir.config.odcs.OdcsShape;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads data products. */
public final class ProductReader {

  private ProductReader() {}

  /**
   * The product; every breach of the standard's shape is noted, and of what Weir needs beyond it.
   *
   * @param file as the user named it
   * @return as far as it could be read; empty if it has no id or no schema
   */
  public static Optional<Product> read(Path file, YamlNode root, Problems problems) {
    Problems shape = new Problems();
    OdcsShape.judge(root, shape);
    Problems needs = new Problems();
    YamlNode meant = ContractForm.FORM.meant(Part.root(root, needs));
    Optional<Product> product =
        ContractForm.FORM.read(Part.root(meant, needs)).map(Conversion::product);
    problems.addAll(shape);
    List<Problem> said = shape.sorted();
    needs.sorted().stream()
        .filter(problem -> said.stream().noneMatch(one -> same(one, problem)))
        .forEach(problems::add);
    return product;
  }

  /** Whether what the standard says of a place says what the form of a block would say again. */
  private static boolean same(Problem said, Problem problem) {
    return problem.rule() instanceof BindRule
        && problem.location().equals(said.location())
        && (problem.path().equals(said.path()) || problem.message().equals(said.message()));
  }
}
