package dev.weir.config.check;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import java.nio.file.Path;
import java.util.List;

/** Judges blocks and files against one another. */
public final class Validator {

  private Validator() {}

  /** Files that belong together, read and judged; every problem of them is noted. */
  public static FileSet read(List<Path> files, Problems problems) {
    FileSet read = FileSetReader.read(files, problems);
    check(read, problems);
    return read;
  }

  /** A gateway's file and those that it names, read and judged; every problem of them is noted. */
  public static FileSet readGateway(Path gateway, Problems problems) {
    FileSet read = FileSetReader.readGateway(gateway, problems);
    check(read, problems);
    return read;
  }

  /**
   * Notes every breach of a {@link CheckRule}.
   *
   * @param files as far as they could be read; what a reader has refused is not judged again
   */
  public static void check(FileSet files, Problems problems) {
    boolean unread = Unread.any(files, problems);
    Products products = new Products(files.products(), unread, problems);
    products.checkEach();
    for (Document<Agreement> agreement : files.agreements()) {
      products.of(agreement).ifPresent(p -> new AgreementCheck(agreement, p, problems).check());
    }
    new IdCheck(files, problems).check();
    new TopicCheck(files, problems).check();
    new LinkageCheck(files, products, problems).check();
    new TierCheck(files, problems).check();
    new JoinCheck(FieldUse.all(PlacedRelease.all(files.agreements(), problems), products)).check();
    if (!unread) {
      files.gateways().forEach(gateway -> new GatewayCheck(gateway, files, problems).check());
    }
  }
}
