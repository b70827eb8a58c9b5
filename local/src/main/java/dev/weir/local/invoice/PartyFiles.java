package dev.weir.local.invoice;

import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files of sellers and buyers. */
public final class PartyFiles {

  private PartyFiles() {}

  /**
   * A seller; all that lacks or is wrong is noted.
   *
   * @return as far as it could be read
   */
  public static Optional<Seller> seller(Path file, InvoiceProfile profile, Problems problems) {
    return read(file, PartyForms.seller(profile), problems);
  }

  /**
   * A buyer, likewise.
   *
   * @param tax null where nobody has said one
   */
  public static Optional<Buyer> buyer(
      Path file, InvoiceProfile profile, @Nullable Tax tax, Problems problems) {
    return read(file, PartyForms.buyer(profile, tax), problems);
  }

  private static <T> Optional<T> read(Path file, Form<T> form, Problems problems) {
    return YamlFile.read(file, problems)
        .flatMap(root -> form.read(Part.root(form.meant(Part.root(root, problems)), problems)));
  }
}
