package dev.weir.config.agreement;

import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** Reads sharing agreements. */
public final class AgreementReader {

  private static final Form<Agreement> FORM =
      AgreementForm.FORM.checked(AgreementReader::tierAlone);

  private AgreementReader() {}

  /** What an agreement may say. */
  public static Form<Agreement> form() {
    return FORM;
  }

  /**
   * The agreement; every problem of the file itself is noted.
   *
   * @param file as the user named it
   * @return as far as it could be read, so that it can be judged against other files; empty if it
   *     is no block of keys
   */
  public static Optional<Agreement> read(YamlNode root, Path file, Problems problems) {
    return FORM.read(Part.root(root, problems));
  }

  private static void tierAlone(Agreement agreement, Part part) {
    if (agreement.tier() != null && (agreement.quota() != null || agreement.price() != null)) {
      part.key("tier")
          .note(
              BindRule.DUPLICATE,
              "A tier brings its own quota and price, and the agreement has some too",
              "Leave out tier, or both quota and price");
    }
  }
}
