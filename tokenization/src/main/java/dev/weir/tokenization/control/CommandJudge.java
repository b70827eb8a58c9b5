package dev.weir.tokenization.control;

import dev.weir.tokenization.sign.Verifier;
import java.time.Duration;
import java.time.Instant;

/**
 * Says which records of a log a gateway obeys. What it says rests on the log alone, not on the time
 * of asking, so that everybody who reads the same records from the beginning says the same, on any
 * machine and in any later year.
 */
public final class CommandJudge {

  /** Longest time from being issued to being in the log, and the most that clocks may differ. */
  public static final Duration WINDOW = Duration.ofMinutes(10);

  private final Verifier verifier;
  private final String gateway;

  /**
   * A judge of one gateway's commands.
   *
   * @param publicKey in Tink's JSON form
   * @throws dev.weir.tokenization.KeyException if it is none
   */
  public CommandJudge(byte[] publicKey, String gateway) {
    this.verifier = Verifier.fromPublicKeyJson(publicKey);
    this.gateway = gateway;
  }

  /**
   * Judges one record.
   *
   * @param lastSequence of the last command that was obeyed, 0 if there is none
   * @param logged when the broker has put it into the log
   */
  public Judgement judge(byte[] value, Instant logged, long lastSequence) {
    try {
      Order order = open(value);
      if (!order.gateway().equals(gateway)) {
        return new Judgement.Refused(Refusal.OTHER_GATEWAY);
      }
      if (order.sequence() <= lastSequence) {
        return new Judgement.Refused(Refusal.REPLAYED);
      }
      return Duration.between(order.issuedAt(), logged).abs().compareTo(WINDOW) > 0
          ? new Judgement.Refused(Refusal.STALE)
          : new Judgement.Obeyed(order);
    } catch (Unreadable unreadable) {
      return new Judgement.Refused(unreadable.refusal());
    }
  }

  /** What was signed. Nothing of it is looked at before the signature is known to be right. */
  private Order open(byte[] value) throws Unreadable {
    Envelope envelope = Envelope.read(value);
    if (!verifier.verifies(envelope.signature(), CommandSigner.DOMAIN, envelope.signed())) {
      throw new Unreadable(Refusal.WRONG_SIGNATURE);
    }
    return OrderText.read(envelope.signed());
  }
}
