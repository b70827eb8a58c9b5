package dev.weir.local.command;

import dev.weir.local.invoice.BilledDocument;
import dev.weir.local.invoice.InvoiceException;
import dev.weir.local.invoice.InvoiceTerms;
import dev.weir.local.invoice.Invoices;
import dev.weir.local.invoice.Invoices.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An invoice that was drawn, and what its files are called. */
record InvoiceFile(String name, Drawn drawn) {

  /**
   * Draws all.
   *
   * @throws CommandFailure if one is refused
   */
  static List<InvoiceFile> draw(List<BilledDocument> documents, InvoiceTerms terms)
      throws IOException {
    Invoices invoices = new Invoices(terms);
    List<InvoiceFile> files = new ArrayList<>();
    for (BilledDocument document : documents) {
      try {
        files.add(new InvoiceFile(document.fileName(), invoices.draw(document)));
      } catch (InvoiceException refused) {
        throw new CommandFailure(
            Exit.PROBLEM,
            document.number() + " is not drawn as an invoice: " + refused.getMessage());
      }
    }
    return files;
  }

  List<Path> write(Path directory) throws IOException {
    return List.of(
        Files.write(directory.resolve(name + ".xml"), drawn.xml()),
        Files.write(directory.resolve(name + ".pdf"), drawn.pdf()));
  }
}
