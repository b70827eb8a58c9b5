package dev.weir.operators.registry;

import dev.weir.config.problem.FailureWords;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Requests with a time-out over the whole response, and a bounded number of tries. Redirects are
 * not followed: credentials go where the gateway's file says and nowhere else.
 */
final class RegistryHttp {

  private static final String MEDIA = "application/vnd.schemaregistry.v1+json";
  private static final long MAX_BODY = 16L << 20;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /**
   * An answer that is worth reading: of the client's kind, or good.
   *
   * @param request method and URL, for messages
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(String request, int status, byte[] body) {
    boolean good() {
      return status / 100 == 2;
    }
  }

  private final RegistrySettings settings;
  private final long firstPauseMillis;
  private final HttpClient client;

  RegistryHttp(RegistrySettings settings, long firstPauseMillis) {
    this.settings = settings;
    this.firstPauseMillis = firstPauseMillis;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    SSLContext tls = new RegistryTls(settings).context();
    client = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  Answer get(String path) {
    return tried("GET", path, null);
  }

  Answer post(String path, byte[] body) {
    return tried("POST", path, body);
  }

  private Answer tried(String method, String path, byte @Nullable [] body) {
    URI uri = URI.create(settings.base() + path);
    String said = method + " " + uri;
    long pause = firstPauseMillis;
    for (int left = settings.retries(); ; left--, pause *= 2) {
      try {
        return once(uri, said, method, body);
      } catch (RegistryException fault) {
        if (!fault.isTransient() || left == 0) {
          throw fault;
        }
        pause(pause, said);
      }
    }
  }

  private Answer once(URI uri, String said, String method, byte @Nullable [] body) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request(uri, method, body), info -> new BoundedBody(MAX_BODY));
    try {
      HttpResponse<byte[]> response =
          coming.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return judged(new Answer(said, response.statusCode(), response.body()));
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new RegistryException(said + " got no answer in time", true);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new RegistryException(said + " failed (" + FailureWords.of(cause) + ")", true);
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      throw interrupted(said);
    }
  }

  private static Answer judged(Answer answer) {
    int status = answer.status();
    boolean later = status >= 500 || status == 429 || status == 408;
    if (later || status == 401 || status == 403 || status / 100 == 3) {
      String mend =
          later
              ? ""
              : status / 100 == 3
                  ? ". Give the URL that it leads to"
                  : ". Check the credentials in schemaRegistry.properties";
      throw new RegistryException(answer.request() + " answered " + status + mend, later);
    }
    return answer;
  }

  private HttpRequest request(URI uri, String method, byte @Nullable [] body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(settings.timeout())
            .header("Accept", MEDIA + ", application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body != null) {
      builder.header("Content-Type", MEDIA);
    }
    String authorization = settings.authorization();
    return (authorization == null ? builder : builder.header("Authorization", authorization))
        .build();
  }

  private static void pause(long millis, String said) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw interrupted(said);
    }
  }

  private static RegistryException interrupted(String said) {
    Thread.currentThread().interrupt();
    return new RegistryException(said + " was interrupted", false);
  }
}
