package dev.weir.local.page;

import dev.weir.jobs.file.RunReport;
import dev.weir.local.risk.RiskFigures;
import dev.weir.local.risk.RiskWords;
import dev.weir.plan.ReleasePlan;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page: one file of HTML with its pictures in it. */
public final class ReportPage {

  /** A browser that obeys it asks nobody for anything, and runs nothing. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private static final String STYLE =
      "body{font:15px/1.5 sans-serif;max-width:1180px;margin:2em auto;padding:0 1em;color:#222}"
          + "h2{border-top:1px solid #ccc;padding-top:1em}table{border-collapse:collapse}"
          + "td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ddd}"
          + "td.n{text-align:right}.above{color:#b00020;font-weight:bold}"
          + "img{margin:.5em .5em .5em 0;border:1px solid #ddd}";

  private final StringBuilder html = new StringBuilder(1 << 16);

  private ReportPage() {}

  /**
   * A page.
   *
   * @param title of it
   * @param note what the numbers are of
   * @return UTF-8
   */
  public static byte[] of(String title, String note, List<ReleaseFigures> releases) {
    ReportPage page = new ReportPage();
    page.head(title);
    page.element("h1", title);
    page.element("p", note);
    releases.forEach(page::release);
    page.html.append("</body></html>\n");
    return page.html.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Draws something and throws it away.
   *
   * @throws RuntimeException or an error, if this Java cannot draw: it lacks fonts
   */
  public static void tryToDraw() {
    byte[] unused = Drawing.png(Bars.of("a", "b", Map.of("c", 1)));
  }

  private void head(String title) {
    html.append(RunReport.MARK)
        .append("\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(POLICY)
        .append("\"><title>")
        .append(escaped(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n");
  }

  private void release(ReleaseFigures figures) {
    ReleasePlan plan = figures.plan();
    element("h2", plan.topic());
    element(
        "p",
        "%s, %s of %s@%s for %s%s"
            .formatted(
                plan.kind(),
                plan.release(),
                plan.agreement(),
                plan.agreementVersion(),
                plan.partner(),
                plan.cohort() == null ? "" : ": " + plan.cohort().guarantee()));
    figures.risk().ifPresent(this::risk);
    Pictures.of(figures).forEach(this::picture);
  }

  private void risk(RiskFigures risk) {
    html.append("<table><tr><th>risk</th><th>value</th><th>bound</th></tr>");
    risk.measures()
        .forEach(
            (measure, value) -> {
              BigDecimal bound = risk.limits().get(measure);
              html.append(risk.above(measure) ? "<tr class=\"above\"><td>" : "<tr><td>")
                  .append(escaped(RiskWords.of(measure)))
                  .append("</td><td class=\"n\">")
                  .append(String.format(Locale.ROOT, "%.6f", value))
                  .append("</td><td class=\"n\">")
                  .append(bound == null ? "" : bound.toPlainString())
                  .append(risk.above(measure) ? ", above" : "")
                  .append("</td></tr>");
            });
    html.append("</table>\n");
  }

  private void picture(Bars bars) {
    html.append("<img width=\"")
        .append(Drawing.WIDTH)
        .append("\" height=\"")
        .append(Drawing.HEIGHT)
        .append("\" alt=\"")
        .append(escaped(bars.words()))
        .append("\" src=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(Drawing.png(bars)))
        .append("\">\n");
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>').append(escaped(text));
    html.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
