package dev.weir.config.yaml;

import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads a file into a {@link YamlNode}. */
public final class YamlFile {

  private static final int MAX_CODE_POINTS = 16 << 20;

  private YamlFile() {}

  /** The tree, or empty if the file cannot be read as one; then the problems say why. */
  public static Optional<YamlNode> read(Path file, Problems problems) {
    Location start = Location.start(file.toString());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return parse(file.toString(), text, problems);
    } catch (NoSuchFileException e) {
      problems.add(
          YamlRule.FILE_MISSING,
          start,
          "",
          "There is no such file",
          "Check the name and where you stand");
    } catch (CharacterCodingException e) {
      problems.add(YamlRule.YAML_SYNTAX, start, "", "The file is not UTF-8", "Save it as UTF-8");
    } catch (IOException e) {
      problems.add(
          YamlRule.FILE_MISSING,
          start,
          "",
          "The file cannot be read",
          "Check that it is a file and may be read");
    }
    return Optional.empty();
  }

  /** As {@link #read}, of text that stands for a file of that name. */
  public static Optional<YamlNode> parse(String file, String text, Problems problems) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file)
              .setSchema(new CoreSchema())
              .setAllowDuplicateKeys(true) // refused in YamlTree, all of them, each at its place
              .setCodePointLimit(MAX_CODE_POINTS)
              .build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root
          .isEmpty()) { // as what is left of a file that was cut off: nothing may be taken for it
        problems.add(
            YamlRule.YAML_SYNTAX,
            Location.start(file),
            "",
            "The file holds nothing",
            "Write it, or take it away from where it is named");
      }
      return root.flatMap(node -> new YamlTree(file, problems).convert(node));
    } catch (MarkedYamlEngineException e) {
      Location at =
          e.getProblemMark()
              .map(m -> new Location(file, m.getLine() + 1, m.getColumn() + 1))
              .orElse(Location.start(file));
      problems.add(YamlRule.YAML_SYNTAX, at, "", "This is not YAML: " + e.getProblem(), "");
    } catch (YamlEngineException e) {
      problems.add(
          YamlRule.YAML_SYNTAX, Location.start(file), "", "This is not one YAML document", "");
    }
    return Optional.empty();
  }
}
