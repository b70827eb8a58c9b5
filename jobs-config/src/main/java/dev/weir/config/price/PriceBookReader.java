package dev.weir.config.price;

import dev.weir.config.agreement.Header;
import dev.weir.config.agreement.PriceForms;
import dev.weir.config.agreement.QuotaForms;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Named;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sequence;
import dev.weir.config.price.PriceBook.TierVersion;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads price books. */
public final class PriceBookReader {

  /** A tier's currency is the book's. */
  private static final Block<TierVersion> VERSION =
      Block.of(TierVersion.class)
          .with("quota", QuotaForms.QUOTA)
          .with("price", PriceForms.PRICE_OF_TIER);

  private static final Form<PriceBook> FORM =
      Block.of(PriceBook.class)
          .with("apiVersion", Header.API_VERSION)
          .placeholder("apiVersion", "")
          .with("kind", Header.only("PriceBook"))
          .with("id", Scalars.ID)
          .placeholder("id", "")
          .with("currency", PriceForms.CURRENCY)
          .placeholder("currency", "")
          .with("tiers", new Named<>(Scalars.ID, new Sequence<>(VERSION, 1), 1))
          .with(
              "revenueShare",
              new Named<>(
                  Scalars.TEXT,
                  Numbers.decimal("a share above 0, at most 1", BigDecimal.ZERO, BigDecimal.ONE),
                  1))
          .orElse("revenueShare", Map.of());

  private PriceBookReader() {}

  /** What a price book may say. */
  public static Form<PriceBook> form() {
    return FORM;
  }

  /**
   * The price book; every problem of the file itself is noted.
   *
   * @param file as the user named it
   * @return as far as it could be read; empty if it names no tiers
   */
  public static Optional<PriceBook> read(YamlNode root, Path file, Problems problems) {
    return FORM.read(Part.root(root, problems));
  }
}
