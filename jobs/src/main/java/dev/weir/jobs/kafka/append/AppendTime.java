package dev.weir.jobs.kafka.append;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How a source knows when its records were appended.
 *
 * @param trustsProducer the timestamp of whoever wrote a record stands for the time of its append:
 *     weaker, for one that is ahead makes what is older late
 * @param allowance how far watermarks stay behind, more than nothing
 */
public record AppendTime(boolean trustsProducer, Duration allowance) implements Serializable {

  /**
   * What a topic is given. A record may be seen later than its append time says for as long as a
   * follower lags behind its leader: at most 45 s, the broker's {@code replica.lag.time.max.ms} of
   * 30 s, looked at every half of it. The rest is for clocks: ours against the brokers', and one
   * leader's against the next one's.
   */
  public static final ConfigOption<Duration> ALLOWANCE =
      ConfigOptions.key("weir.append-time-allowance")
          .durationType()
          .defaultValue(Duration.ofMinutes(1))
          .withDescription("How far windows of statistics stay behind the broker's clock.");

  public AppendTime {
    if (allowance.isNegative() || allowance.isZero()) {
      throw new IllegalArgumentException("watermarks must stay behind");
    }
  }

  /** With the usual allowance. */
  public static AppendTime of(boolean trustsProducer) {
    return new AppendTime(trustsProducer, ALLOWANCE.defaultValue());
  }

  /** The same, with the allowance that a job's configuration says. */
  public AppendTime configured(ReadableConfig configuration) {
    return new AppendTime(trustsProducer, configuration.get(ALLOWANCE));
  }
}
