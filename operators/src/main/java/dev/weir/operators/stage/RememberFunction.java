package dev.weir.operators.stage;

import dev.weir.operators.record.Answer;
import dev.weir.operators.record.Ask;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.state.RememberedToken;
import dev.weir.operators.state.RememberedTokenSerializer;
import dev.weir.tokenization.RandomToken;
import java.security.SecureRandom;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Draws a value's random token, and gives the same one until its time is over. The time runs by the
 * machine's clock from when the token was drawn, not from when it was last used: a value that comes
 * every day gets another token too. Then a timer removes it from the state.
 *
 * <p>Its state is keyed by a PRF of the value under the partner's key, and holds random bytes and
 * times: nothing of the value.
 */
public final class RememberFunction extends KeyedProcessFunction<ValueName, Ask, Answer> {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient ValueState<RememberedToken> tokens;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient SecureRandom random;

  @Override
  public void open(OpenContext context) {
    tokens =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("random-token", RememberedTokenSerializer.INSTANCE));
    random = new SecureRandom();
  }

  @Override
  public void processElement(Ask ask, Context context, Collector<Answer> out) throws Exception {
    long now = context.timerService().currentProcessingTime();
    RememberedToken token = tokens.value();
    if (token == null || now >= Math.min(token.until(), end(ask, token.drawn()))) {
      token = new RememberedToken(RandomToken.draw(random), now, end(ask, now));
      tokens.update(token);
      context.timerService().registerProcessingTimeTimer(token.until());
    }
    out.collect(new Answer(ask.subtask(), ask.number(), token.token()));
  }

  /** An agreement may have been shortened since; a longer one holds for tokens drawn from now. */
  private static long end(Ask ask, long drawn) {
    return Retention.end(ask.remember(), Instant.ofEpochMilli(drawn)).toEpochMilli();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Answer> out)
      throws Exception {
    RememberedToken token = tokens.value();
    if (token != null && token.until() <= timestamp) {
      tokens.clear();
    }
  }
}
