package dev.weir.jobs.gateway;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlRule;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.control.CommandJudge;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** What a gateway's file says of the control channel. */
final class ControlFile {

  private static final DocumentPath AT = DocumentPath.ROOT.key("control").key("publicKey");

  private ControlFile() {}

  /**
   * The key that commands are signed for, read and tried.
   *
   * @return null if the gateway has no control, or a problem was noted
   */
  static byte @Nullable [] publicKey(References references, Problems files, Problems environment) {
    return references.document().value().control() == null
        ? null
        : requiredKey(references, files, environment);
  }

  /**
   * As above, where there must be one.
   *
   * @return null if a problem was noted
   */
  static byte @Nullable [] requiredKey(
      References references, Problems files, Problems environment) {
    Gateway.Control control = references.document().value().control();
    if (control != null && control.publicKey() != null) {
      return read(control.publicKey(), references, files, environment);
    }
    references
        .document()
        .problem(
            files,
            YamlRule.FILE_MISSING,
            AT,
            "Nothing says by which key commands are known",
            "Name the file that weir control keys create has written");
    return null;
  }

  private static byte @Nullable [] read(
      String file, References references, Problems files, Problems environment) {
    try {
      byte[] json = Files.readAllBytes(references.path(file));
      var unused = new CommandJudge(json, references.document().value().id());
      return json;
    } catch (IOException unreadable) {
      references
          .document()
          .problem(
              files,
              YamlRule.FILE_MISSING,
              AT,
              file + " cannot be read",
              "Make it with weir control keys create, or check the path");
    } catch (KeyException noKey) {
      String what = String.valueOf(noKey.getMessage());
      references
          .document()
          .problem(
              environment,
              EnvironmentRule.KEY,
              AT,
              what,
              "Name the public file that weir control keys create has written");
    }
    return null;
  }
}
