package dev.weir.tokenization.control;

import dev.weir.tokenization.sign.Signer;

/** Signs orders, for whoever governs a gateway. Safe for many threads. */
public record CommandSigner(Signer key) {

  static final String DOMAIN = "weir/1 control";

  /** The value of a record in the control log. */
  public byte[] sign(Order order) {
    byte[] signed = OrderText.write(order);
    return new Envelope(signed, key.sign(DOMAIN, signed)).write();
  }
}
