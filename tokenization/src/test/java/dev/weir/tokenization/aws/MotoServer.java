package dev.weir.tokenization.aws;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * AWS as the Python package {@code moto} plays it, in a process of its own on loopback. Fetched
 * once with pip, into the user's cache.
 */
final class MotoServer implements AutoCloseable {

  private static final String VERSION = "5.2.5";
  private static final int STARTED_IN_S = 60;

  private final Process process;
  private final URI endpoint;

  private MotoServer(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  URI endpoint() {
    return endpoint;
  }

  /** Empty if it cannot be had here: no Python, or no registry. */
  static Optional<MotoServer> start() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("user.home"), ".cache", "weir", "moto-" + VERSION);
    if (!Files.isDirectory(home) && !fetched(home)) {
      return Optional.empty();
    }
    int port = freePort();
    ProcessBuilder moto =
        new ProcessBuilder(
            "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", Integer.toString(port));
    moto.environment().put("PYTHONPATH", home.toString());
    moto.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    MotoServer server = new MotoServer(moto.start(), URI.create("http://127.0.0.1:" + port));
    server.await();
    return Optional.of(server);
  }

  private static boolean fetched(Path home) throws IOException, InterruptedException {
    Files.createDirectories(home.getParent());
    Path fetched = Files.createTempDirectory(home.getParent(), "fetching-");
    List<String> pip =
        List.of("python3", "-m", "pip", "install", "--quiet", "--no-input", "--retries", "1");
    List<String> what = List.of("--target", fetched.toString(), "moto[kms,server]==" + VERSION);
    try {
      Process process =
          new ProcessBuilder(Stream.concat(pip.stream(), what.stream()).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        Files.move(fetched, home);
        return true;
      }
    } catch (IOException noPython) {
      return false;
    }
    return false;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private void await() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/moto-api/data.json")).build();
    for (int tried = 0; tried < STARTED_IN_S * 10; tried++) {
      try {
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IOException("moto has ended with " + process.exitValue());
        }
        Thread.sleep(100);
      }
    }
    throw new IOException("moto did not begin to answer");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
