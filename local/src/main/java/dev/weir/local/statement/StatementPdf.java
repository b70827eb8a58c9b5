package dev.weir.local.statement;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** A page as PDF, A4, its fonts in it. */
public final class StatementPdf {

  private static final String FAMILY = "Noto Sans";
  private static final int BOLD = 700;
  private static final int REGULAR = 400;

  private StatementPdf() {}

  /**
   * Draws it.
   *
   * @param html of {@link StatementHtml}
   */
  public static void write(String html, OutputStream out) throws IOException {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(html, null);
    builder.useUriResolver((base, uri) -> null); // nothing is loaded from elsewhere
    builder.useFont(font("NotoSans-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(font("NotoSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
    builder.withProducer("Weir");
    builder.toStream(out);
    builder.run();
  }

  private static FSSupplier<InputStream> font(String name) {
    return () -> Objects.requireNonNull(StatementPdf.class.getResourceAsStream(name), name);
  }
}
