package dev.weir.tokenization.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tink's way to keys of Vault: {@code vault://HOST[:PORT]/MOUNT/keys/NAME}. */
public final class VaultKmsClient implements KmsClient {

  private final UnaryOperator<@Nullable String> environment;

  /** Found by {@link java.util.ServiceLoader}. */
  public VaultKmsClient() {
    this(System::getenv);
  }

  VaultKmsClient(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public boolean doesSupport(String keyUri) {
    return keyUri.startsWith(VaultKey.SCHEME);
  }

  /** Refused: a token is looked for in the environment alone. */
  @Override
  public KmsClient withCredentials(String credentialPath) throws GeneralSecurityException {
    throw new GeneralSecurityException("Vault's token is in VAULT_TOKEN or VAULT_TOKEN_FILE");
  }

  @Override
  public VaultKmsClient withDefaultCredentials() {
    return this;
  }

  @Override
  public Aead getAead(String keyUri) {
    return new VaultAead(new Transit(VaultKey.parse(keyUri), environment));
  }
}
