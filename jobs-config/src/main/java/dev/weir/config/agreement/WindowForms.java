package dev.weir.config.agreement;

import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Sequence;
import dev.weir.config.bind.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Windows of statistics. */
final class WindowForms {

  static final Form<Window> FORM =
      new Choice<>(
          "a window",
          Times.AMOUNT.as(size -> new Window.Tumbling(List.of(size))),
          new Sequence<>(Times.AMOUNT, 1).as(Window.Tumbling::new),
          blocks());

  private WindowForms() {}

  private static Map<String, Form<? extends Window>> blocks() {
    Map<String, Form<? extends Window>> blocks = new LinkedHashMap<>();
    blocks.put("size", Block.of(Window.Hopping.class));
    blocks.put("since", Block.of(Window.Running.class));
    return blocks;
  }
}
