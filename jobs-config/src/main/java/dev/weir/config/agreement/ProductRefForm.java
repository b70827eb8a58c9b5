package dev.weir.config.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalar;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.TermVisitor;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A product's id and the first number of its version. Without the number the id is read all the
 * same, after the problem has been noted: mostly it tells which product is meant.
 */
record ProductRefForm() implements Form<ProductRef> {

  private static final Scalar<String> WHOLE =
      Scalars.text(
          "a product's id and the first number of its version, as card-payments@2",
          "[^@\\s]+@(0|[1-9][0-9]{0,8})");

  @Override
  public Optional<ProductRef> read(Part part) {
    return WHOLE
        .read(part)
        .map(text -> text.split("@", 2))
        .map(halves -> new ProductRef(halves[0], halves[1]))
        .or(() -> idOf(part));
  }

  private static Optional<ProductRef> idOf(Part part) {
    return part.node() instanceof YamlScalar scalar
        ? Optional.of(new ProductRef(scalar.text().split("@", 2)[0].strip(), ""))
        : Optional.empty();
  }

  @Override
  public String asked() {
    return WHOLE.asked();
  }

  @Override
  public ObjectNode schema() {
    return WHOLE.schema();
  }

  @Override
  public void terms(String term, Predicate<String> enter) {}

  @Override
  public void used(Part part, String term, TermVisitor enter) {}
}
