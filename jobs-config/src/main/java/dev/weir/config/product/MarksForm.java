package dev.weir.config.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.weir.config.bind.Anything;
import dev.weir.config.bind.BindRule;
import dev.weir.config.bind.Block;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Misfit;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalar;
import dev.weir.config.bind.Sequence;
import dev.weir.config.problem.DidYouMean;
import dev.weir.config.product.Shape.Custom;
import dev.weir.config.product.Shape.Marks;
import dev.weir.config.yaml.YamlNode.Kind;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Custom properties, of which Weir reads {@code privacyRole} and {@code eventTime}. */
final class MarksForm {

  private static final String ROLE = "privacyRole";
  private static final String EVENT_TIME = "eventTime";

  /** A time zone of the IANA's list, or an offset. */
  static final Scalar<String> ZONE =
      new Scalar<>(
          "a time zone, as Etc/UTC",
          Set.of(Kind.STRING),
          MarksForm::zone,
          JsonNodeFactory.instance.objectNode().put("type", "string"));

  static final Form<Marks> FORM =
      new Sequence<>(
              Block.of(Custom.class)
                  .with("value", new Anything())
                  .besides(List.of("id", "description", "vendor"))
                  .checked(MarksForm::value),
              0)
          .checked(MarksForm::once)
          .as(MarksForm::marks);

  private MarksForm() {}

  private static String zone(String text) throws Misfit {
    try {
      return ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new Misfit(BindRule.MALFORMED, "There is no such time zone", "Write one as Etc/UTC");
    }
  }

  private static void value(Custom custom, Part part) {
    if (custom.property().equals(ROLE) && role(custom).isEmpty()) {
      List<String> roles = Stream.of(PrivacyRole.values()).map(PrivacyRole::word).toList();
      part.key("value")
          .note(BindRule.UNKNOWN_WORD, "This is no role", DidYouMean.mend(roles, text(custom)));
    } else if (custom.property().equals(EVENT_TIME) && !bool(custom)) {
      part.key("value")
          .note(BindRule.WRONG_TYPE, "eventTime is true or false", "Write true, or leave it out");
    }
  }

  private static void once(List<Custom> customs, Part part) {
    for (String name : List.of(ROLE, EVENT_TIME)) {
      if (customs.stream().filter(custom -> custom.property().equals(name)).count() > 1) {
        part.note(BindRule.DUPLICATE, name + " stands here twice", "Leave one of them");
      }
    }
  }

  private static Marks marks(List<Custom> customs) {
    Optional<PrivacyRole> role =
        customs.stream()
            .filter(custom -> custom.property().equals(ROLE))
            .flatMap(custom -> role(custom).stream())
            .findFirst();
    boolean time =
        customs.stream().anyMatch(custom -> custom.property().equals(EVENT_TIME) && isTrue(custom));
    return new Marks(role.orElse(null), time);
  }

  private static Optional<PrivacyRole> role(Custom custom) {
    return PrivacyRole.ofWord(text(custom));
  }

  private static boolean bool(Custom custom) {
    return custom.value() instanceof YamlScalar scalar && scalar.kind() == Kind.BOOLEAN;
  }

  private static boolean isTrue(Custom custom) {
    return bool(custom) && text(custom).equalsIgnoreCase("true");
  }

  private static String text(Custom custom) {
    return custom.value() instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
