package dev.weir.config.product;

import dev.weir.config.bind.Part;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** Reads data products. */
public final class ProductReader {

  private ProductReader() {}

  /**
   * The product; every problem is noted of what Weir reads of it, and every key that the standard
   * does not have at the contract's root, its schema objects and their properties. The blocks of
   * which Weir reads nothing (servers, quality, team, …) are not judged.
   *
   * @param file as the user named it
   * @return as far as it could be read; empty if it has no id or no schema
   */
  public static Optional<Product> read(Path file, YamlNode root, Problems problems) {
    return ContractForm.FORM.read(Part.root(root, problems)).map(Conversion::product);
  }
}
