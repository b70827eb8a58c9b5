package dev.weir.config.gateway;

import dev.weir.config.agreement.BudgetForm;
import dev.weir.config.agreement.Header;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Named;
import dev.weir.config.bind.Numbers;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Sizes;
import dev.weir.config.bind.Terms;
import dev.weir.config.bind.Times;
import dev.weir.config.gateway.Gateway.Checkpoints;
import dev.weir.config.gateway.Gateway.DeadLetters;
import dev.weir.config.gateway.Gateway.Kafka;
import dev.weir.config.gateway.Gateway.Keys;
import dev.weir.config.gateway.Gateway.Limits;
import dev.weir.config.gateway.Gateway.SchemaRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole gateway. */
final class GatewayForm {

  private static final Block<SchemaRegistry> REGISTRY =
      Block.of(SchemaRegistry.class)
          .with("url", Scalars.text("an address, as http://registry:8081", "https?://\\S+"))
          .with("properties", SettingForms.PROPERTIES)
          .orElse("properties", Map.of());

  private static final Block<Kafka> KAFKA =
      Block.of(Kafka.class)
          .with("properties", SettingForms.PROPERTIES)
          .orElse("properties", Map.of())
          .with("schemaRegistry", REGISTRY);

  private static final Block<Limits> LIMITS =
      Block.of(Limits.class)
          .with("recordBytes", Sizes.upTo(1 << 30).as(Long::intValue))
          .orElse("recordBytes", Limits.DEFAULT.recordBytes())
          .with("depth", Numbers.integer(1, 1000))
          .orElse("depth", Limits.DEFAULT.depth());

  private static final Form<String> PROVIDER =
      new Terms<>(
          Scalars.text(
              "a provider: file:DIR, aws-kms://…, gcp-kms://… or vault://…, the last three with"
                  + " ?directory=DIR",
              "file:\\S.*|(aws-kms|gcp-kms|vault)://[^?\\s]+(\\?directory=\\S.*)?"),
          Set.of("file", "aws-kms", "gcp-kms", "vault"),
          text -> Optional.of(text.split(":", 2)[0]));

  private static final Block<Keys> KEYS =
      Block.of(Keys.class).with("provider", PROVIDER).with("passphrase", SettingForms.SECRET);

  private static final Block<DeadLetters> DEAD_LETTERS =
      Block.of(DeadLetters.class)
          .with(
              "maxShare",
              Numbers.decimal("a share above 0, at most 1", BigDecimal.ZERO, BigDecimal.ONE));

  private static final Block<Checkpoints> CHECKPOINTS =
      Block.of(Checkpoints.class)
          .with("interval", Times.DURATION)
          .orElse("interval", Duration.ofSeconds(10));

  static final Block<Gateway> FORM =
      Block.of(Gateway.class)
          .with("apiVersion", Header.API_VERSION)
          .placeholder("apiVersion", "")
          .with("kind", Header.only("Gateway"))
          .with("id", Scalars.ID)
          .placeholder("id", "")
          .with("kafka", KAFKA)
          .placeholder("kafka", new Kafka("", Map.of(), null))
          .with("sources", new Named<>(Scalars.TEXT, SourceForms.FORM, 1))
          .placeholder("sources", Map.of())
          .with("limits", LIMITS)
          .orElse("limits", Limits.DEFAULT)
          .with("keys", KEYS)
          .with("deadLetters", DEAD_LETTERS)
          .with("budgets", new Named<>(Scalars.TEXT, BudgetForm.FORM, 1))
          .orElse("budgets", Map.of())
          .with("topicPrefix", Scalars.ID)
          .orElse("topicPrefix", "weir")
          .with("checkpoints", CHECKPOINTS)
          .placeholder("checkpoints", new Checkpoints("", Duration.ofSeconds(10)))
          .with("parallelism", Numbers.integer(1, 32_768))
          .orElse("parallelism", 1);

  private GatewayForm() {}
}
