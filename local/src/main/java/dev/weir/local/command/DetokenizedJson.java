package dev.weir.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.tokenization.Detokenized;
import dev.weir.tokenization.SourceValueAccess;
import java.util.Locale;

/** What a token was found to be, as a line of JSON. */
final class DetokenizedJson {

  private static final JsonMapper JSON = new JsonMapper();

  private DetokenizedJson() {}

  static String of(Detokenized read, SourceValueAccess access) {
    ObjectNode line = JSON.createObjectNode();
    if (read instanceof Detokenized.Value value) {
      line.put("value", value.text(access));
    } else if (read instanceof Detokenized.Refusal refusal) {
      line.put("refused", refusal.name().toLowerCase(Locale.ROOT));
      line.put("why", refusal.why());
    }
    return line.toString();
  }
}
