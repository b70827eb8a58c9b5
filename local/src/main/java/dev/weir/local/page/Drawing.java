package dev.weir.local.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/** Draws bars, by XChart. */
final class Drawing {

  static final int WIDTH = 560;
  static final int HEIGHT = 300;

  /** Pixels for one, so that it is sharp on any screen. */
  private static final int SCALE = 2;

  /** Told apart by all who see colours otherwise, and in print (Okabe, Ito 2008). */
  private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xE69F00)};

  private static final int TURN_FROM = 6;
  private static final double THOUSANDTHS = 1000;

  /** Above the highest bar. */
  private static final double ROOM = 1.1;

  private Drawing() {}

  /** A PNG. */
  static byte[] png(Bars bars) {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(SCALE, SCALE);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      chart(bars).paint(graphics, WIDTH, HEIGHT);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static CategoryChart chart(Bars bars) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(bars.title())
            .yAxisTitle(bars.unit())
            .build();
    style(chart.getStyler(), bars);
    bars.series().forEach((name, numbers) -> chart.addSeries(name, bars.labels(), drawn(numbers)));
    return chart;
  }

  /** A number that is 0 has no bar, and needs no label. */
  private static List<@Nullable Double> drawn(List<Double> numbers) {
    boolean any = numbers.stream().anyMatch(number -> number != 0);
    List<@Nullable Double> drawn = new ArrayList<>();
    for (double number : numbers) {
      drawn.add(any && number == 0 ? null : Math.rint(number * THOUSANDTHS) / THOUSANDTHS);
    }
    return drawn;
  }

  private static void style(CategoryStyler styler, Bars bars) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setSeriesColors(COLOURS);
    styler.setAvailableSpaceFill(0.7);
    styler.setLegendVisible(bars.series().size() > 1);
    styler.setLegendPosition(Styler.LegendPosition.InsideNE);
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(bars.highest() * ROOM);
    styler.setLabelsVisible(bars.series().size() > 1);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    styler.setLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setXAxisLabelRotation(wide(bars.labels()) ? 30 : 0);
  }

  private static boolean wide(List<String> categories) {
    return categories.size() > TURN_FROM
        || categories.stream().mapToInt(String::length).sum() > WIDTH / 10;
  }
}
