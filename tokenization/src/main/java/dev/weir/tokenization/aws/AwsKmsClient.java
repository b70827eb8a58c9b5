package dev.weir.tokenization.aws;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import dev.weir.tokenization.KeyException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Tink's way to keys of AWS: {@code aws-kms://} and a key's ARN. Credentials, profile and endpoint
 * are found by the rules of Amazon's client: environment, files, the machine's or pod's role.
 */
public final class AwsKmsClient implements KmsClient {

  private static final String SCHEME = "aws-kms://";
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:(?:key|alias)/\\S+");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Found by {@link java.util.ServiceLoader}. */
  public AwsKmsClient() {}

  @Override
  public boolean doesSupport(String keyUri) {
    return keyUri.startsWith(SCHEME);
  }

  /** Refused: credentials are found by the client's own rules alone. */
  @Override
  public KmsClient withCredentials(String credentialPath) throws GeneralSecurityException {
    throw new GeneralSecurityException("credentials for AWS are found by its client's own rules");
  }

  @Override
  public AwsKmsClient withDefaultCredentials() {
    return this;
  }

  /**
   * @throws KeyException if it is no ARN of a key or an alias
   */
  @Override
  public Aead getAead(String keyUri) {
    String key = keyUri.substring(SCHEME.length());
    Matcher arn = ARN.matcher(key);
    if (!arn.matches()) {
      throw new KeyException(
          KeyException.Kind.SERVICE,
          "a key of AWS is aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID, or alias/NAME in its place");
    }
    return new AwsKmsAead(client(arn.group(1)), key);
  }

  private static software.amazon.awssdk.services.kms.KmsClient client(String region) {
    return software.amazon.awssdk.services.kms.KmsClient.builder()
        .region(Region.of(region))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().apiCallTimeout(PATIENCE.multipliedBy(3)).build())
        .build();
  }
}
