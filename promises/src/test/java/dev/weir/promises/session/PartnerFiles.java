package dev.weir.promises.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A gateway that releases payments to partners by terms of each. */
final class PartnerFiles {

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: %1$s-payments
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: %1$s}
      purposes: [CommercialResearch]
      legalBasis: LegitimateInterest
      period: {from: 2025-01-01, to: 2035-01-01}
      %2$s
      releases:
        - {name: payments, kind: records, topic: %1$s.payments.v1, fields: {payment_id: keep, currency: keep}}
      """;

  private PartnerFiles() {}

  /**
   * Puts them in the place of the demo's agreements.
   *
   * @param terms a line of the agreement, by partner
   */
  static void write(RealProcesses processes, Map<String, String> terms) throws IOException {
    Path gateway = processes.files.gateway();
    for (Map.Entry<String, String> one : terms.entrySet()) {
      Files.writeString(
          gateway.resolveSibling(one.getKey() + ".yaml"),
          String.format(AGREEMENT, one.getKey(), one.getValue()));
    }
    String names = String.join(".yaml, ", terms.keySet()) + ".yaml";
    Files.writeString(gateway, Files.readString(gateway).replace("harbor.yaml, lumen.yaml", names));
  }
}
