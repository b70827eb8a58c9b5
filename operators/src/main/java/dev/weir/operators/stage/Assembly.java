package dev.weir.operators.stage;

import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.OutputRecord;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Records of one subtask in the order in which they were treated, each until the answers for all
 * its holes are there. Answers come in any order, even before their records.
 */
final class Assembly {

  private final Queue<HeldRecord> waiting = new ArrayDeque<>();
  private final Map<Long, byte[]> answers = new HashMap<>();

  /** The number of the question about the first record's first open hole. */
  private long number;

  /** How many holes of the first record are filled. */
  private int filled;

  void add(HeldRecord record) {
    waiting.add(record);
  }

  void answer(long ofNumber, byte[] token) {
    answers.put(ofNumber, token);
  }

  /** Nothing waits, and no answer is left over. */
  boolean isEmpty() {
    return waiting.isEmpty() && answers.isEmpty();
  }

  /** Lets out the records that wait for nothing more. */
  void emit(Consumer<OutputRecord> out) {
    for (HeldRecord first = waiting.peek();
        first != null && complete(first);
        first = waiting.peek()) {
      out.accept(first.record());
      waiting.remove();
      filled = 0;
    }
  }

  private boolean complete(HeldRecord record) {
    int holes = record.holes().size();
    byte[] token = filled < holes ? answers.remove(number) : null;
    while (token != null) {
      record.fill(filled++, token);
      number++;
      token = filled < holes ? answers.remove(number) : null;
    }
    return filled == holes;
  }
}
