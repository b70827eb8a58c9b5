package dev.weir.operators.registry;

import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry is and how it is spoken to: the {@code schemaRegistry} of a gateway file, with
 * secrets already read from where the file refers to. Property names are those of Confluent's
 * client, with or without {@code schema.registry.} before them.
 */
public final class RegistrySettings implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String PREFIX = "schema.registry.";
  private static final Set<String> KNOWN =
      Set.of(
          "basic.auth.credentials.source",
          "basic.auth.user.info",
          "bearer.auth.credentials.source",
          "bearer.auth.token",
          "request.timeout.ms",
          "max.retries",
          "ssl.truststore.location",
          "ssl.truststore.password",
          "ssl.truststore.type",
          "ssl.keystore.location",
          "ssl.keystore.password",
          "ssl.keystore.type",
          "ssl.key.password");

  private final URI base;
  private final @Nullable String userInfo;
  private final TreeMap<String, String> properties = new TreeMap<>();

  private RegistrySettings(URI base, @Nullable String userInfo) {
    this.base = base;
    this.userInfo = userInfo;
  }

  /**
   * @param url of the registry's root, {@code http} or {@code https}; may hold {@code
   *     user:password@}
   * @throws IllegalArgumentException if the URL is none, a property is not known or not a number,
   *     or credentials are asked for in a way that is not supported; names the property, not its
   *     value
   */
  public static RegistrySettings of(String url, Map<String, String> properties) {
    URI uri = parsed(url);
    RegistrySettings settings = new RegistrySettings(withoutUserInfo(uri), uri.getUserInfo());
    Set<String> unknown = new TreeSet<>();
    properties.forEach(
        (name, value) -> {
          String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
          if (!KNOWN.contains(bare)) {
            unknown.add(name);
          }
          settings.properties.put(bare, value);
        });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "schemaRegistry.properties has no "
              + String.join(", ", unknown)
              + ". Known are "
              + String.join(", ", new TreeSet<>(KNOWN)));
    }
    settings.check();
    return settings;
  }

  private void check() {
    one("basic.auth.credentials.source", Set.of("URL", "USER_INFO"));
    one("bearer.auth.credentials.source", Set.of("STATIC_TOKEN"));
    token();
    timeout();
    retries();
    authorization();
  }

  /** Else the HTTP client refuses the header, and says it whole. */
  private void token() {
    String token = properties.get("bearer.auth.token");
    if (token != null && !token.matches("[!-~]+")) {
      throw new IllegalArgumentException(
          "schemaRegistry.properties: bearer.auth.token is one line of visible ASCII characters");
    }
  }

  private void one(String property, Set<String> allowed) {
    String value = properties.get(property);
    if (value != null && !allowed.contains(value)) {
      throw new IllegalArgumentException(
          "schemaRegistry.properties: " + property + " is one of " + new TreeSet<>(allowed));
    }
  }

  private static URI parsed(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException noUrl) {
      throw new IllegalArgumentException("schemaRegistry.url is no URL");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "schemaRegistry.url is one http or https URL, without a query");
    }
    return uri;
  }

  private static URI withoutUserInfo(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return URI.create(uri.getScheme() + "://" + uri.getHost() + port + bare);
  }

  /** The registry's root, without credentials and without a slash at its end. */
  URI base() {
    return base;
  }

  /** For one request; 10 s unless set. */
  Duration timeout() {
    return Duration.ofMillis(number("request.timeout.ms", 10_000));
  }

  /** After the first request, of those that may do later; 3 unless set. */
  int retries() {
    return number("max.retries", 3);
  }

  private int number(String property, int otherwise) {
    try {
      int number = Integer.parseInt(properties.getOrDefault(property, "" + otherwise));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw new IllegalArgumentException(
        "schemaRegistry.properties: " + property + " is a whole number from 0");
  }

  /** The header's value; null without credentials. Never to be shown. */
  @Nullable String authorization() {
    String token = properties.get("bearer.auth.token");
    if (token != null) {
      return "Bearer " + token;
    }
    String user = properties.getOrDefault("basic.auth.user.info", userInfo);
    return user == null ? null : "Basic " + base64(user);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Nullable String property(String name) {
    return properties.get(name);
  }

  /** Where it is; never how one gets in. */
  @Override
  public String toString() {
    return "RegistrySettings[" + base + "]";
  }
}
