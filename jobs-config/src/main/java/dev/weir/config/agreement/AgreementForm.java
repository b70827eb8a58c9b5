package dev.weir.config.agreement;

import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sequence;
import dev.weir.config.bind.Times;
import dev.weir.config.bind.Words;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** A whole agreement. */
final class AgreementForm {

  private static final Form<ValidPeriod> PERIOD =
      Block.of(ValidPeriod.class).checked(AgreementForm::order);

  private static final Block<Partner> PARTNER = Block.of(Partner.class).with("id", Scalars.ID);

  private record KeepJoinable(Instant until) {}

  private record Joinable(KeepJoinable settings) {}

  private static final Form<OnRotation> ON_ROTATION =
      new Choice<>(
          "what becomes of tokens",
          new Words<OnRotation>(Map.of("new-tokens", new OnRotation.NewTokens())),
          null,
          Map.of(
              "keep-joinable",
              Block.of(Joinable.class)
                  .named("settings", "keep-joinable")
                  .as(block -> new OnRotation.KeepJoinable(block.settings().until()))));

  private static final Form<Backfill> BACKFILL =
      new Choice<>(
          "where an agreement begins",
          new Words<Backfill>(Map.of("earliest", new Backfill.Earliest())),
          null,
          Map.of("timestamp", Block.of(Backfill.From.class).with("timestamp", Times.INSTANT)));

  static final Block<Agreement> FORM =
      Block.of(Agreement.class)
          .with("apiVersion", Header.API_VERSION)
          .placeholder("apiVersion", "")
          .with("kind", Header.only("SharingAgreement"))
          .with("id", Scalars.ID)
          .placeholder("id", "")
          .with("version", Scalars.VERSION)
          .placeholder("version", "")
          .placeholder("status", Status.DRAFT)
          .with("product", new ProductRefForm())
          .placeholder("product", ProductRef.UNREAD)
          .with("partner", PARTNER)
          .placeholder("partner", Partner.UNREAD)
          .with("purposes", new Sequence<>(DpvForms.PURPOSE, 1))
          .placeholder("purposes", List.of())
          .with("legalBasis", DpvForms.LEGAL_BASIS)
          .placeholder("legalBasis", "")
          .with("period", PERIOD)
          .placeholder("period", new ValidPeriod(Instant.EPOCH, Instant.EPOCH))
          .placeholder("retention", Period.ofYears(1_000)) // no term is longer
          .with("releases", new Sequence<>(ReleaseForms.FORM, 1, Release.UNREAD))
          .placeholder("releases", List.of())
          .with("quota", QuotaForms.QUOTA)
          .with("price", PriceForms.PRICE)
          .with("tier", Scalars.ID)
          .with("onRotation", ON_ROTATION)
          .with("backfill", BACKFILL);

  private AgreementForm() {}

  private static void order(ValidPeriod period, Part part) {
    if (!period.to().isAfter(period.from())) {
      part.key("to")
          .note(
              BindRule.ORDER,
              "The period ends before it starts, or as it starts",
              "Write a date after from; to itself is no longer in it");
    }
  }
}
