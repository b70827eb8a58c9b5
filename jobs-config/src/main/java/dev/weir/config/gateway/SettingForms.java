package dev.weir.config.gateway;

import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Either;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Named;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalars;
import dev.weir.config.yaml.YamlNode.YamlMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Properties of clients, and secrets by reference. */
final class SettingForms {

  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(password|passphrase|secret|jaas\\.config|keystore\\.key|user\\.info).*");

  static final Form<SecretRef> SECRET =
      new Choice<>("a secret by reference: {env: NAME} or {file: PATH}", null, null, references());

  private static final Form<Setting> SETTING =
      new Either<>(
          "a value, or a secret by reference: {env: NAME} or {file: PATH}",
          part -> part.node() instanceof YamlMap,
          SECRET.as(Setting.Secret::new),
          Scalars.VALUE.as(Setting.Plain::new));

  /** Of any client, by name. */
  static final Form<Map<String, Setting>> PROPERTIES =
      new Named<>(Scalars.TEXT, SETTING, 0).checked(SettingForms::noSecrets);

  private SettingForms() {}

  private static Map<String, Form<? extends SecretRef>> references() {
    Map<String, Form<? extends SecretRef>> references = new LinkedHashMap<>();
    references.put("env", Block.of(SecretRef.Env.class).named("name", "env"));
    references.put("file", Block.of(SecretRef.File.class).named("path", "file"));
    return references;
  }

  private static void noSecrets(Map<String, Setting> properties, Part part) {
    properties.forEach(
        (name, value) -> {
          if (value instanceof Setting.Plain && SECRET_NAME.matcher(name).matches()) {
            part.key(name)
                .note(
                    GatewayRule.SECRET_IN_FILE,
                    "A secret stands in the file",
                    "Write where it is: {env: NAME} or {file: PATH}");
          }
        });
  }
}
