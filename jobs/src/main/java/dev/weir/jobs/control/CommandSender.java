package dev.weir.jobs.control;

import dev.weir.jobs.kafka.KafkaControlLog;
import dev.weir.jobs.kafka.KafkaControlTopic;
import dev.weir.operators.control.ControlLog;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.control.CommandJudge;
import dev.weir.tokenization.control.CommandSigner;
import dev.weir.tokenization.control.Judgement;
import dev.weir.tokenization.control.Order;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs commands and puts them into a gateway's log. Several may send at once: of two that take the
 * same sequence the first in the log is obeyed, and the other sender is told. Reads the log once,
 * however much is sent. For one thread.
 */
public final class CommandSender implements AutoCloseable {

  private final GovernedGateway gateway;
  private final CommandSigner signer;
  private final Clock clock;
  private final CommandJudge judge;
  private final ControlLog.Reader log;
  private final KafkaControlTopic topic;
  private long read;
  private long last;

  /**
   * A sender to one gateway.
   *
   * @param signer of the pair whose public key the gateway has
   * @throws dev.weir.jobs.kafka.ControlLogException if no client can be made
   */
  public CommandSender(GovernedGateway gateway, CommandSigner signer, Clock clock) {
    this.gateway = gateway;
    this.signer = signer;
    this.clock = clock;
    this.judge = new CommandJudge(gateway.publicKey(), gateway.id());
    this.log = new KafkaControlLog(gateway.kafka(), gateway.topic()).open();
    this.topic = new KafkaControlTopic(gateway.kafka(), gateway.topic());
  }

  /**
   * Sends.
   *
   * @param by who commands, for the record
   * @return the order as it stands in the log; a running gateway obeys it from its next checkpoint
   *     on, one that is started before its first record
   * @throws SendRefusedException if the gateway will not obey it
   * @throws dev.weir.jobs.kafka.ControlLogException if the log cannot be read or written
   */
  public Order send(Command command, String by) {
    readTo(log.end());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Order order = new Order(gateway.id(), last + 1, now, by, command);
    requireObeyed(readTo(topic.append(signer.sign(order)) + 1).orElseThrow());
    return order;
  }

  /** Reads on: what the last record there is to the gateway; empty if there is none. */
  private Optional<Judgement> readTo(long end) {
    @Nullable Judgement newest = null;
    for (ControlLog.Entry entry : log.read(read, end)) {
      newest = judged(entry, last);
      if (newest instanceof Judgement.Obeyed obeyed) {
        last = obeyed.order().sequence();
      }
    }
    read = end;
    return Optional.ofNullable(newest);
  }

  /**
   * Whether the gateway's log holds that command, obeyed.
   *
   * @throws dev.weir.jobs.kafka.ControlLogException if the log cannot be read
   */
  public boolean sent(Command command) {
    long before = 0;
    boolean found = false;
    for (ControlLog.Entry entry : log.read(0, log.end())) {
      if (judged(entry, before) instanceof Judgement.Obeyed obeyed) {
        before = obeyed.order().sequence();
        found |= obeyed.order().command().equals(command);
      }
    }
    return found;
  }

  private Judgement judged(ControlLog.Entry entry, long last) {
    return judge.judge(entry.value(), Instant.ofEpochMilli(entry.logged()), last);
  }

  private static void requireObeyed(Judgement judgement) {
    if (judgement instanceof Judgement.Refused refused) {
      throw new SendRefusedException(
          switch (refused.why()) {
            case REPLAYED -> "another command was sent at the same time; send this one again";
            case STALE ->
                "the clocks of this machine and of the broker differ by more than ten minutes; set"
                    + " them and send again";
            case WRONG_SIGNATURE ->
                "the gateway knows another key than the one that has signed; sign with the key"
                    + " whose public part control.publicKey of the gateway names";
            default -> "the gateway will not obey it (" + refused.why().word() + ")";
          });
    }
  }

  @Override
  public void close() {
    log.close();
    topic.close();
  }
}
