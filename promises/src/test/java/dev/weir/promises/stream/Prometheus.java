package dev.weir.promises.stream;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.flink.configuration.Configuration;

/** The page that Prometheus reads. */
public final class Prometheus {

  private Prometheus() {}

  /** What makes a cluster show it on that port. */
  public static Configuration on(int port) {
    Configuration settings = new Configuration();
    settings.setString(
        "metrics.reporter.prometheus.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    settings.setString("metrics.reporter.prometheus.port", String.valueOf(port));
    // Else Flink turns a name's hyphens to underscores.
    settings.setString("metrics.reporter.prometheus.filterLabelValueCharacters", "false");
    return settings;
  }

  /** All metrics now. */
  public static String page(int port) throws Exception {
    return get(URI.create("http://127.0.0.1:" + port + "/metrics"));
  }

  /** Any page, as text. */
  public static String get(URI page) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
