package dev.weir.local.command;

import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** A product, two agreements, keys and records, in a directory of a test's own. */
record TicketFiles(Path directory) {

  static final List<String> COUNTRIES = List.of("DE", "FR", "NL", "US");
  static final String MARK = "MARK";

  private static final String PASSPHRASE = "only a test";

  static TicketFiles in(Path directory) throws IOException {
    TicketFiles files = new TicketFiles(directory);
    for (String name : List.of("product.yaml", "north.yaml", "south.yaml", "bad.jsonl")) {
      try (InputStream in = TicketFiles.class.getResourceAsStream("tickets/" + name)) {
        Files.copy(Objects.requireNonNull(in, name), files.path(name));
      }
    }
    Files.writeString(files.path("passphrase"), PASSPHRASE + "\n");
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      KeyDirectory.openOrCreateWithWeakDerivationForTests(files.path("keys"), passphrase)
          .create("north");
    }
    return files;
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  String text(String name) {
    return path(name).toString();
  }

  Path write(String name, String... lines) throws IOException {
    return Files.write(path(name), List.of(lines));
  }

  /** An agreement as it stands, with one part of it written otherwise. */
  void change(String name, String from, String to) throws IOException {
    String text = Files.readString(path(name));
    if (!text.contains(from)) {
      throw new IllegalArgumentException(name + " holds no " + from);
    }
    Files.writeString(path(name), text.replace(from, to));
  }

  /** Records of every country; names that nobody has agreed on hold the mark. */
  List<String> events(int count) {
    Random random = new Random(4);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          String.format(
              "{\"ticket_id\": \"T%d\", \"member\": \"M%d\", \"name\": \"%3$s-n\", \"email\":"
                  + " \"%3$s%4$d@example.com\", \"born\": \"19%5$d-05-06\", \"home\": {\"street\":"
                  + " \"%3$s-s\", \"country\": \"%6$s\"}, \"price\": %7$d.%8$02d, \"%3$s-u\":"
                  + " {\"%3$s\": [\"%3$s\"]}, \"sold_at\": \"2026-02-01T1%9$d:05:06Z\"}",
              i,
              random.nextInt(300),
              MARK,
              i,
              10 + random.nextInt(90),
              COUNTRIES.get(random.nextInt(COUNTRIES.size())),
              random.nextInt(100),
              random.nextInt(100),
              random.nextInt(10)));
    }
    return events;
  }

  /** One command of that name over the product and these agreements. */
  Ran ran(String command, List<String> agreements, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--product", text("product.yaml")));
    agreements.forEach(name -> arguments.addAll(List.of("--agreement", text(name))));
    arguments.addAll(List.of(more));
    return Ran.weir(environment(), arguments.toArray(String[]::new));
  }

  Map<String, String> environment() {
    return Map.of("WEIR_KEYS_PASSPHRASE_FILE", text("passphrase"));
  }

  /** A run into {@code out} with the keys. */
  Ran run(List<String> agreements, String... inputs) {
    Stream<String> where = Stream.of("--keys", text("keys"), "--output", text("out"));
    Stream<String> from = Stream.of(inputs).flatMap(name -> Stream.of("--input", text(name)));
    return ran("run", agreements, Stream.concat(where, from).toArray(String[]::new));
  }

  List<String> released(String topic) throws IOException {
    return Files.readAllLines(path("out").resolve(topic + ".jsonl"));
  }
}
