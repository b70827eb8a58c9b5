package dev.weir.operators.treat.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** As many cells as a reader finds who parses. */
class JsonCellsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] TEXTS = {"", ":", "\"", "\\", "a\":1,", "ä€😀", "null", "\n{"};

  @Property(tries = 2_000)
  void cells_areTheValuesThatAreNotNull(@ForAll long seed) throws JsonProcessingException {
    JsonNode record = object(new Random(seed), 4);

    assertThat(new JsonCells().cells(JSON.writeValueAsBytes(record))).isEqualTo(leaves(record));
  }

  @Test
  void namesNullsAndEmptyContainers_areNone() {
    String record = "{\"a\":null,\"b\":{},\"c\":[],\"d\":[null,1,\"x\"],\"e\":{\"f\":true}}";

    assertThat(new JsonCells().cells(record.getBytes(UTF_8))).isEqualTo(3);
  }

  private static int leaves(JsonNode node) {
    return node.isContainerNode()
        ? StreamSupport.stream(node.spliterator(), false).mapToInt(JsonCellsTest::leaves).sum()
        : node.isNull() ? 0 : 1;
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int field = random.nextInt(5); field > 0; field--) {
      object.set(text(random) + field, value(random, depth - 1));
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 -> json.numberNode(random.nextGaussian() * 1e6);
      case 3 -> json.numberNode(-random.nextInt(1_000));
      case 4 -> json.textNode(text(random) + text(random));
      case 5 -> object(random, depth);
      default -> array(random, depth);
    };
  }

  private static ArrayNode array(Random random, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int item = random.nextInt(4); item > 0; item--) {
      array.add(value(random, depth - 1));
    }
    return array;
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}
