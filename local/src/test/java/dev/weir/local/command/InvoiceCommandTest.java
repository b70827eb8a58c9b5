package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Judged by Mustang's own validator, and the PDF by veraPDF within it. */
class InvoiceCommandTest {

  private static final String SELLER =
      """
      apiVersion: weir/v1
      kind: Seller
      name: Tickets & Söhne GmbH
      address: {street: Hafenstraße 1, postCode: 20457, city: Hamburg, country: DE}
      vatId: DE123456789
      email: rechnung@tickets.example
      contact: {name: Anna Beispiel, phone: +49 40 123456, email: anna@tickets.example}
      bank: {iban: DE89 3704 0044 0532 0130 00, bic: COBADEFFXXX}
      """;
  private static final String BUYER =
      """
      apiVersion: weir/v1
      kind: Buyer
      name: North Loyalty B.V.
      address: {street: Kade 2, postCode: 1011 AB, city: Amsterdam, country: NL}
      vatId: NL123456789B01
      reference: 04011000-12345-03
      email: inkoop@north.example
      """;

  private final Path directory;
  private final BillingFiles files;

  InvoiceCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.files = BillingFiles.in(directory);
  }

  @BeforeEach
  void marchClosed() throws IOException {
    Files.writeString(directory.resolve("seller.yaml"), SELLER);
    Files.writeString(directory.resolve("buyer.yaml"), BUYER);
    files.create();
    files.run("out/first", "2026-03-17T08:30:00Z", 2500);
    files.run("out/second", "2026-03-18T08:30:00Z", 513);
    files.rate("2026-03", "--usage", files.files().text("out"));
  }

  private void close() throws IOException {
    Ran ran = files.close("2026-03", "--runs", files.files().text("out"));
    assertThat(ran.exit()).as(ran.all()).isZero();
  }

  private Ran statement(String period, String... more) {
    List<String> words = new ArrayList<>(List.of("statement", "--partner", "north"));
    words.addAll(List.of("--period", period, "--charges", files.files().text("books")));
    words.addAll(List.of("--output", files.files().text("pages")));
    words.addAll(List.of(more));
    return Ran.weir(words.toArray(String[]::new));
  }

  private Ran invoice(String period, String tax, String... more) {
    return invoiceDue("2036-12-31", period, tax, more);
  }

  private Ran invoiceDue(String due, String period, String tax, String... more) {
    List<String> words = new ArrayList<>(List.of("--seller", files.files().text("seller.yaml")));
    words.addAll(List.of("--buyer", files.files().text("buyer.yaml"), "--tax", tax));
    words.addAll(List.of("--due", due));
    words.addAll(List.of(more));
    return statement(period, words.toArray(String[]::new));
  }

  private void assertValid(String name) throws IOException {
    for (String form : List.of(".xml", ".pdf")) {
      ZUGFeRDValidator judge = new ZUGFeRDValidator();
      String found = judge.validate(directory.resolve("pages/" + name + form).toString());
      assertThat(judge.wasCompletelyValid()).as(found).isTrue();
    }
  }

  private String xml(String name) throws IOException {
    return Files.readString(directory.resolve("pages/" + name + ".xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en16931", "xrechnung"})
  void closedMonth_isAnInvoice_validByTheStandard_withTheStatementsNumberAndSum(String profile)
      throws IOException {
    close();
    Ran ran = invoice("2026-03", "19", "--profile", profile);
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("statement-north-2026-03.pdf", "invoice-T-S-000001.xml");
    assertValid("invoice-T-S-000001");
    assertThat(xml("invoice-T-S-000001"))
        .contains("<ram:ID>T-S-000001</ram:ID>", "<ram:TypeCode>380</ram:TypeCode>")
        .contains("<ram:LineTotalAmount>501.21</ram:LineTotalAmount>")
        .contains("<ram:TaxTotalAmount currencyID=\"EUR\">95.23</ram:TaxTotalAmount>")
        .contains("<ram:GrandTotalAmount>596.44</ram:GrandTotalAmount>")
        .contains("20361231", "DE89370400440532013000", "NL123456789B01");
    try (PDDocument pdf =
        Loader.loadPDF(directory.resolve("pages/invoice-T-S-000001.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Tickets & Söhne GmbH", "DE123456789", "North Loyalty B.V.", "VAT 19 %")
          .contains("501.21 EUR", "95.23 EUR", "596.44 EUR", "31 December 2036");
    }
  }

  @Test
  void reverseCharge_takesNoTax_andSaysWhy() throws IOException {
    close();
    assertThat(invoice("2026-03", "reverse-charge").exit()).isZero();
    assertValid("invoice-T-S-000001");
    assertThat(xml("invoice-T-S-000001"))
        .contains("<ram:CategoryCode>AE</ram:CategoryCode>", "Reverse charge")
        .contains("<ram:GrandTotalAmount>501.21</ram:GrandTotalAmount>");
    assertThat(invoice("2026-03", "exempt:§ 19 UStG").exit()).isZero();
    assertValid("invoice-T-S-000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en16931", "xrechnung"})
  void correctionsAndCredits_nameTheInvoiceTheyCorrect(String profile) throws IOException {
    close();
    files.run("out/late", "2026-03-19T08:30:00Z", 1007);
    files.rate("2026-04", "--usage", files.files().text("out"));
    files.billing("credit", "--entry", "2", "--amount", "0.50", "--reason", "rows came late");
    Ran closed = files.close("2026-04", "--delivered", "north-tickets=0");
    assertThat(closed.exit()).as(closed.all()).isZero();
    Ran ran = invoice("2026-04", "19", "--profile", profile);
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertValid("credit-note-T-C-000001");
    assertThat(xml("credit-note-T-C-000001"))
        .contains("<ram:TypeCode>381</ram:TypeCode>", "rows came late")
        .contains("<ram:IssuerAssignedID>T-S-000001</ram:IssuerAssignedID>")
        .contains("<ram:LineTotalAmount>0.50</ram:LineTotalAmount>")
        .contains("<ram:GrandTotalAmount>0.60</ram:GrandTotalAmount>");
    assertValid("invoice-T-S-000002");
    assertThat(xml("invoice-T-S-000002"))
        .contains("<ram:IssuerAssignedID>T-S-000001</ram:IssuerAssignedID>")
        .contains("corrects entry 2 of T-S-000001");
  }

  @Test
  void whatLacks_isSaidAtOnce_andNothingIsWritten() throws IOException {
    close();
    Files.writeString(
        directory.resolve("seller.yaml"),
        "apiVersion: weir/v1\nkind: Seller\nname: Tickets GmbH\naddress: {street: Hafenstraße 1}\n"
            + "bank: {iban: DE89370400440532013001}\n");
    Files.writeString(
        directory.resolve("buyer.yaml"),
        "apiVersion: weir/v1\nkind: Buyer\naddress: {street: a, city: b, country: XX}\n");
    Ran ran =
        statement(
            "2026-03",
            "--seller",
            files.files().text("seller.yaml"),
            "--buyer",
            files.files().text("buyer.yaml"),
            "--profile",
            "xrechnung");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("seller.yaml", "key vatId is missing", "key city is missing")
        .contains("key country is missing", "key email is missing", "key contact is missing")
        .contains("check digits", "buyer.yaml", "key name is missing", "address.country")
        .contains("key postCode is missing", "key reference is missing")
        .contains("An invoice needs --tax TAX, --due DATE besides.");
    assertThat(directory.resolve("pages")).doesNotExist();
    Ran none = statement("2026-03", "--tax", "19");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("--seller FILE, --buyer FILE, --due DATE");
  }

  @Test
  void openMonth_hasNoNumber_andIsNoInvoice() {
    Ran ran = invoice("2026-03", "19");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("has a number yet", "weir billing close");
  }

  @Test
  void dueBeforeIssued_isRefused() throws IOException {
    close();
    Ran ran = invoiceDue("2020-01-01", "2026-03", "19");
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    assertThat(ran.err()).contains("it is due before the day on which it is issued");
    assertThat(directory.resolve("pages/invoice-T-S-000001.pdf")).doesNotExist();
  }

  @Test
  void invoiceThatTheStandardRefuses_isNotDrawn() throws IOException {
    close();
    files.files().change("seller.yaml", "DE123456789", "XX123456789");
    Ran ran = invoice("2026-03", "19");
    assertThat(ran.exit()).as(ran.all()).isEqualTo(1);
    assertThat(ran.err()).contains("T-S-000001 is not drawn as an invoice", "BR-CO-09");
  }
}
