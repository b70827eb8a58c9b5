package dev.weir.tokenization.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.SourceValueAccess;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;

/** The box for dead letters. */
class PayloadSealerTest {

  private static final int PREFIX = 5;
  private static final int ENCAPSULATED = 32;

  private static final KeysetHandle PAIR = SealingKeyset.create();
  private static final PayloadOpener OPENER =
      PayloadOpener.of(PAIR, SourceValueAccess.forTheOwner());
  private static final byte[] CONTEXT = "card-payments".getBytes(StandardCharsets.UTF_8);

  private static byte[] publicJson() throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(PAIR.getPublicKeysetHandle())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static PayloadSealer sealer() throws GeneralSecurityException {
    return PayloadSealer.fromPublicKeyJson(publicJson());
  }

  @Property(tries = 100)
  void sealed_opensWithItsContextOnly_andHidesThePayload(@ForAll @Size(max = 2000) byte[] payload)
      throws GeneralSecurityException {
    byte[] sealed = sealer().seal(payload, CONTEXT);
    assertThat(sealed).hasSize(payload.length + 53);
    assertThat(OPENER.open(sealed, CONTEXT)).hasValue(payload);
    assertThat(OPENER.open(sealed, new byte[0])).isEmpty();
    assertThat(sealer().seal(payload, CONTEXT)).isNotEqualTo(sealed);
  }

  @Property(tries = 200)
  void changed_itDoesNotOpen(@ForAll @IntRange(max = 100_000) int where)
      throws GeneralSecurityException {
    byte[] sealed = sealer().seal("payload".getBytes(StandardCharsets.UTF_8), CONTEXT);
    int bit = where % (sealed.length * 8);
    // X25519 does not read the top bit of a point (RFC 7748 section 5), but HPKE binds it.
    sealed[bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(OPENER.open(sealed, CONTEXT)).isEmpty();
  }

  @Test
  void anotherOwner_cannotOpen() throws GeneralSecurityException {
    byte[] sealed = sealer().seal(new byte[10], CONTEXT);
    PayloadOpener other = PayloadOpener.of(SealingKeyset.create(), SourceValueAccess.forTheOwner());
    assertThat(other.open(sealed, CONTEXT)).isEmpty();
  }

  /** RFC 9180 as another library has it: base mode, X25519, HKDF-SHA256, AES-256-GCM. */
  @Test
  @com.google.crypto.tink.AccessesPartialKey
  void sealed_isHpke_asBouncyCastleReadsIt()
      throws GeneralSecurityException, InvalidCipherTextException {
    byte[] payload = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = sealer().seal(payload, CONTEXT);
    HpkePrivateKey key = (HpkePrivateKey) PAIR.getPrimary().getKey();
    HPKE hpke =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    AsymmetricCipherKeyPair pair =
        hpke.deserializePrivateKey(
            key.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get()),
            key.getPublicKey().getPublicKeyBytes().toByteArray());
    byte[] encapsulated = Arrays.copyOfRange(sealed, PREFIX, PREFIX + ENCAPSULATED);
    byte[] ciphertext = Arrays.copyOfRange(sealed, PREFIX + ENCAPSULATED, sealed.length);
    byte[] opened = hpke.setupBaseR(encapsulated, pair, CONTEXT).open(new byte[0], ciphertext);
    assertThat(opened).isEqualTo(payload);
  }

  @Test
  void whatIsNoPublicKey_isRefused_withoutQuotingIt() throws GeneralSecurityException {
    String secret = TinkJsonProtoKeysetFormat.serializeKeyset(PAIR, InsecureSecretKeyAccess.get());
    for (String json : new String[] {"", "{}", "not json", "{\"key\":[]}", secret}) {
      assertThatThrownBy(
              () -> PayloadSealer.fromPublicKeyJson(json.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(KeyException.class)
          .hasNoCause()
          .hasMessageContaining("public key for dead letters");
    }
  }
}
