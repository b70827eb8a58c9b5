package dev.weir.tokenization.aws;

import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Encrypts under a key of AWS. The associated data is the encryption context {@code
 * associatedData}, in hex, as Tink's integration has it.
 *
 * @param key ARN: another key's ciphertext is refused
 */
record AwsKmsAead(KmsClient client, String key) implements Aead {

  private static final String CONTEXT = "associatedData";

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    try {
      return client
          .encrypt(
              request ->
                  request
                      .keyId(key)
                      .plaintext(SdkBytes.fromByteArray(plaintext))
                      .encryptionContext(context(associatedData)))
          .ciphertextBlob()
          .asByteArray();
    } catch (SdkException no) {
      throw refusal(no);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
    try {
      return client
          .decrypt(
              request ->
                  request
                      .keyId(key)
                      .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                      .encryptionContext(context(associatedData)))
          .plaintext()
          .asByteArray();
    } catch (SdkException no) {
      throw refusal(no);
    }
  }

  private static Map<String, String> context(byte[] associatedData) {
    return associatedData.length == 0
        ? Map.of()
        : Map.of(CONTEXT, HexFormat.of().formatHex(associatedData));
  }

  /** Amazon's code of the failure, a constant of its API; not its message. */
  private KeyException refusal(SdkException no) {
    String why = "no credentials on this machine, or no answer";
    if (no instanceof AwsServiceException service) {
      String code =
          service.awsErrorDetails() == null ? null : service.awsErrorDetails().errorCode();
      why = code == null ? "an answer that is not of AWS: " + service.statusCode() : code;
    }
    return new KeyException(KeyException.Kind.SERVICE, "aws-kms://" + key + ": " + why);
  }

  @Override
  public String toString() {
    return "AwsKmsAead[" + key + "]";
  }
}
