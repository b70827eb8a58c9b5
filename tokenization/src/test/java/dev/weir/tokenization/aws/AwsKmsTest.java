package dev.weir.tokenization.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.KeyServiceUri;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** Against moto, which encrypts and checks the encryption context as AWS does; not against AWS. */
class AwsKmsTest {

  private static final byte[] SECRET =
      "a secret that nobody may repeat".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BINDING = {1, 2, 3};

  private static Optional<MotoServer> moto = Optional.empty();

  /** As a user sets them: the client finds them by its own rules. */
  @BeforeAll
  static void start() throws Exception {
    moto = MotoServer.start();
    Assumptions.assumeTrue(moto.isPresent(), "no AWS was tried: moto cannot be had (python3, pip)");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    System.setProperty("aws.endpointUrlKms", moto.get().endpoint().toString());
  }

  @AfterAll
  static void stop() throws Exception {
    List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.endpointUrlKms")
        .forEach(System::clearProperty);
    if (moto.isPresent()) {
      moto.get().close();
    }
  }

  private static String newKey() {
    try (KmsClient kms =
        KmsClient.builder()
            .region(Region.EU_CENTRAL_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return "aws-kms://" + kms.createKey(key -> {}).keyMetadata().arn();
    }
  }

  private static Aead aead(String key) {
    return new AwsKmsClient().withDefaultCredentials().getAead(key);
  }

  @Test
  void whatIsEncrypted_isDecrypted_underItsKeyAndBindingAlone() throws Exception {
    String key = newKey();
    Aead aead = aead(key);
    byte[] sealed = aead.encrypt(SECRET, BINDING);
    assertThat(aead.decrypt(sealed, BINDING)).isEqualTo(SECRET);
    assertThat(aead.decrypt(aead.encrypt(SECRET, new byte[0]), new byte[0])).isEqualTo(SECRET);
    assertRefused(() -> aead.decrypt(sealed, new byte[] {9}), key + ": InvalidCiphertextException");
    assertRefused(() -> aead(newKey()).decrypt(sealed, BINDING), "Exception");
  }

  @Test
  void keyThatIsNotThere_isToldByItsAddress() {
    String gone = "aws-kms://arn:aws:kms:eu-central-1:123456789012:key/gone";
    assertRefused(() -> aead(gone).encrypt(SECRET, BINDING), gone + ": NotFoundException");
    assertRefused(
        () -> aead("aws-kms://alias/weir"), "aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID");
  }

  @Test
  void keysOfADirectory_openWithTheServiceAlone(@TempDir Path directory) throws Exception {
    KeyServiceUri guarded = new KeyServiceUri(newKey(), directory.resolve("keys").toString());
    List<KeyEntry> made = KeyDirectory.openOrCreate(guarded).create("acme");
    assertThat(made).hasSize(KeyUse.values().length);
    assertThat(KeyDirectory.open(guarded).list()).isEqualTo(made);
    assertThat(Files.readString(directory.resolve("keys/keyring.json"))).contains(guarded.key());
  }

  private static void assertRefused(ThrowingCallable work, String said) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            KeyException.class,
            refused -> assertThat(refused.kind()).isEqualTo(KeyException.Kind.SERVICE))
        .hasMessageContaining(said)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
