package dev.weir.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** An agreement at 500 a month and 0.40 a thousand, what its runs wrote, and books. */
record BillingFiles(TicketFiles files) {

  static final String TOPIC = "north.tickets.v1";

  static BillingFiles in(Path directory) throws IOException {
    TicketFiles files = TicketFiles.in(directory);
    Files.writeString(
        files.path("north.yaml"),
        Files.readString(files.path("north.yaml"))
            + "price: {currency: EUR, perMonth: 500.00, perThousandRecords: [{price: 0.40}]}\n");
    return new BillingFiles(files);
  }

  static UsageEvent event(String time, long records) {
    return UsageEvent.of(
        UsageEvent.gateway("tickets"),
        new Metered(
            "north",
            new AgreementRef("north-tickets", "2.1.0"),
            "tickets",
            Minute.of(Instant.parse(time)),
            new Usage(records, 90 * records, 9 * records, BigDecimal.ZERO)),
        "0");
  }

  /** What {@code weir run} leaves in a directory: usage, summary, and the topic's rows. */
  void run(String name, String time, int records) throws IOException {
    Path out = Files.createDirectories(files.path(name));
    Files.write(
        out.resolve("usage.jsonl"),
        List.of(new String(UsageJson.write(event(time, records)), UTF_8)));
    Files.writeString(
        out.resolve("summary.json"),
        "{\"releases\": {\"%s\": {\"partner\": \"north\", \"agreement\": \"north-tickets@2.1.0\","
                .formatted(TOPIC)
            + " \"release\": \"tickets\", \"released\": 0}}}");
    Files.write(out.resolve(TOPIC + ".jsonl"), Collections.nCopies(records, "{}"));
  }

  Ran create() {
    return billing("create", "--issuer", "Tickets Ltd", "--series", "T-");
  }

  Ran rate(String period, String... more) {
    return billing(
        "rate",
        Stream.concat(
                Stream.of("--period", period, "--agreement", files.text("north.yaml")),
                Stream.of(more))
            .toArray(String[]::new));
  }

  Ran close(String period, String... more) {
    return billing(
        "close",
        Stream.concat(Stream.of("--period", period), Stream.of(more)).toArray(String[]::new));
  }

  Ran billing(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("billing", command, "--charges", files.text("books")));
    arguments.addAll(List.of(more));
    return Ran.weir(arguments.toArray(String[]::new));
  }
}
