package dev.weir.config.agreement;

import dev.weir.config.agreement.Price.PriceTier;
import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Misfit;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalar;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sequence;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** Prices, of agreements and of tiers. */
public final class PriceForms {

  /** ISO 4217, as this Java knows it; not those without a minor unit, such as gold. */
  public static final Scalar<String> CURRENCY = currency();

  private static final Scalar<BigDecimal> MONEY = Numbers.notBelowZero("an amount of money");

  private static final Block<PriceTier> TIER =
      Block.of(PriceTier.class).with("upTo", Numbers.whole(1)).with("price", MONEY);

  private static final Block<Price> BLOCK =
      Block.of(Price.class)
          .with("currency", CURRENCY)
          .with("perMonth", MONEY)
          .with("minimum", MONEY)
          .with("freeRecords", Numbers.whole(1))
          .with("perThousandRecords", new Sequence<>(TIER, 1))
          .orElse("perThousandRecords", List.of())
          .orElse("volume", false)
          .with("overagePerThousandRecords", MONEY);

  /** An agreement's price. */
  public static final Form<Price> PRICE = BLOCK.checked(PriceForms::tiers);

  /** A tier's price, whose currency is the price book's unless it says so itself. */
  public static final Form<Price> PRICE_OF_TIER =
      BLOCK.orElse("currency", "").checked(PriceForms::tiers);

  private PriceForms() {}

  private static Scalar<String> currency() {
    Scalar<String> code = Scalars.text("a currency of ISO 4217, as EUR", "[A-Z]{3}");
    return new Scalar<>(
        code.asked(),
        code.kinds(),
        text -> {
          if (!isPaidIn(code.parser().parse(text))) {
            throw new Misfit(
                BindRule.UNKNOWN_WORD,
                "This is no currency of ISO 4217 that has a minor unit",
                "Write the code of one, as EUR");
          }
          return text;
        },
        code.schema());
  }

  private static boolean isPaidIn(String code) {
    try {
      return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static void tiers(Price price, Part part) {
    List<PriceTier> tiers = price.perThousandRecords();
    long below = 0;
    for (int i = 0; i < tiers.size(); i++) {
      Long upTo = tiers.get(i).upTo();
      boolean last = i == tiers.size() - 1;
      if (last ? upTo != null : upTo == null || upTo <= below) {
        part.key("perThousandRecords")
            .note(
                BindRule.ORDER,
                "Tiers rise, each but the last one has upTo, and the last one has none",
                "Write them as [{upTo: 1000, price: 0.40}, {price: 0.25}]");
        return;
      }
      below = upTo == null ? below : upTo;
    }
  }
}
