package dev.weir.bench.noise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.privacy.opendp.OpenDp;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: Java and Rust take turns; the ratio of each round, and their median. */
@Command(
    name = "bench/run noise",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures draws of noise from Java against the same loop in Rust.")
final class NoiseMain implements Callable<Integer> {

  @Option(
      names = "--rust",
      required = true,
      paramLabel = "FILE",
      description = "the program that cargo makes of opendp-native/examples/draws.rs")
  private Path rust = Path.of("");

  @Option(
      names = "--rounds",
      defaultValue = "7",
      paramLabel = "N",
      description = "(${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "2",
      paramLabel = "N",
      description = "of each kind of noise in each round (${DEFAULT-VALUE})")
  private double seconds;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private NoiseMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new NoiseMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    OpenDp library = OpenDp.load();
    Draws.fromJava(library, seconds);
    List<Draws> java = new ArrayList<>();
    List<Draws> inRust = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      java.add(Draws.fromJava(library, seconds));
      inRust.add(fromRust());
    }
    print("Laplace", java, inRust, Draws::laplace);
    print("Gaussian", java, inRust, Draws::gaussian);
    return 0;
  }

  private Draws fromRust() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(rust.toString(), String.valueOf(seconds)).start();
    String line = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(rust + " failed");
    }
    return Draws.parse(line);
  }

  private void print(
      String kind, List<Draws> java, List<Draws> inRust, ToDoubleFunction<Draws> of) {
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ratios[i] = of.applyAsDouble(java.get(i)) / of.applyAsDouble(inRust.get(i));
    }
    Arrays.sort(ratios);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %.0fk draws/s from Java, %.0fk from Rust, ratio %.2f (%.2f..%.2f)%n",
        kind,
        median(java, of) / 1000,
        median(inRust, of) / 1000,
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1]);
    out.flush();
  }

  private static double median(List<Draws> draws, ToDoubleFunction<Draws> of) {
    return draws.stream().mapToDouble(of).sorted().toArray()[draws.size() / 2];
  }
}
