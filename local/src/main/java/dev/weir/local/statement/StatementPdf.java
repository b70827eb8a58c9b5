package dev.weir.local.statement;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
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
   * @param html of a {@link Page}
   */
  public static void write(String html, OutputStream out) throws IOException {
    draw(html, new PdfRendererBuilder(), out);
  }

  /** Draws it as PDF/A-3u (ISO 19005-3), into which files may be put. */
  public static void writeArchive(String html, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    draw(html, builder, out);
  }

  private static void draw(String html, PdfRendererBuilder builder, OutputStream out)
      throws IOException {
    XRLog.setLoggingEnabled(false);
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
