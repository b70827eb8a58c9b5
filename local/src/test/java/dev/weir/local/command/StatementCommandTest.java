package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementCommandTest {

  private final Path directory;
  private final BillingFiles files;

  StatementCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.files = BillingFiles.in(directory);
  }

  @BeforeEach
  void marchRated() throws IOException {
    files.files().change("north.yaml", "name: North Loyalty", "name: 'North <b>&amp; \"Loyalty\"'");
    files.create();
    files.run("out/first", "2026-03-17T08:30:00Z", 2500);
    files.run("out/second", "2026-03-18T08:30:00Z", 500);
    assertThat(files.rate("2026-03", "--usage", files.files().text("out")).exit()).isZero();
  }

  private Ran statement(String period) {
    return Ran.weir(
        "statement",
        "--partner",
        "north",
        "--period",
        period,
        "--charges",
        files.files().text("books"),
        "--output",
        files.files().text("pages"));
  }

  private String html(String period) throws IOException {
    Ran ran = statement(period);
    assertThat(ran.exit()).as(ran.all()).isZero();
    return Files.readString(directory.resolve("pages/statement-north-" + period + ".html"));
  }

  @Test
  void statement_saysWhatIsOwed_andTheUsageOfEachDay() throws IOException {
    files.close("2026-03", "--runs", files.files().text("out"));
    String html = html("2026-03");
    assertThat(html)
        .contains(
            "<h2>T-S-000001</h2>",
            "501.20 EUR",
            "3,000 records",
            "0.40 per 1,000",
            "17 March 2026",
            "2,500",
            "225,000",
            "Reconciliation")
        .doesNotContain("Not final");
  }

  @Test
  void openMonth_isCalledSo_andACorrectionNamesWhatItCorrects() throws IOException {
    assertThat(html("2026-03")).contains("Not final", "On no statement yet");
    files.close("2026-03", "--runs", files.files().text("out"));
    files.run("out/late", "2026-03-19T08:30:00Z", 1000);
    files.rate("2026-04", "--usage", files.files().text("out"));
    files.billing("credit", "--entry", "2", "--amount", "0.50", "--reason", "late rows");
    assertThat(html("2026-04"))
        .contains(
            "corrects entry 2 of T-S-000001",
            "<h2>T-C-000001</h2>",
            "-0.50 EUR",
            "499.90 EUR",
            "19 March 2026");
  }

  @Test
  void names_areText_andNoMarkup() throws Exception {
    String html = html("2026-03");
    assertThat(html).contains("North &lt;b&gt;&amp;amp; &quot;Loyalty&quot;").doesNotContain("<b>");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("pages/statement-north-2026-03.html").toFile())
                .getElementsByTagName("table")
                .getLength())
        .isPositive();
  }

  @Test
  void pdf_saysTheSame_withItsFontsInIt() throws IOException {
    files.close("2026-03", "--runs", files.files().text("out"));
    html("2026-03");
    Path file = directory.resolve("pages/statement-north-2026-03.pdf");
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("T-S-000001", "501.20 EUR", "3,000 records", "17 March 2026", "Page 1 of ");
      int fonts = 0;
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
          fonts++;
        }
      }
      assertThat(fonts).isPositive();
    }
  }

  @Test
  void monthWithoutCharges_isSaid() {
    Ran ran = statement("2025-07");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("Nothing is billed to north in 2025-07");
  }
}
