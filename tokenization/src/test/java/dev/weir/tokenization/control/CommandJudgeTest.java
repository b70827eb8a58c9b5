package dev.weir.tokenization.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.keys.KeyName;
import dev.weir.tokenization.sign.Signer;
import dev.weir.tokenization.sign.SigningKeyset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandJudgeTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final KeyName KEY = new KeyName("acme", KeyUse.DETERMINISTIC, 305441741);
  private static final Command DISABLE = new Command.KeyDisable(KEY);
  private static final KeysetHandle PAIR = SigningKeyset.create();
  private static final CommandSigner OWNER = new CommandSigner(Signer.of(PAIR));
  private static final CommandJudge JUDGE = new CommandJudge(publicKey(PAIR), "eu");

  private static byte[] publicKey(KeysetHandle pair) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle())
          .getBytes(StandardCharsets.UTF_8);
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Order order(long sequence, Command command) {
    return new Order("eu", sequence, NOW, "erika", command);
  }

  static List<Command> commands() {
    return List.of(
        new Command.KeyVersion(KEY, "cb7d55387d5fe771"),
        DISABLE,
        new Command.KeyEnable(KEY),
        new Command.KeyDestroy(KEY, "cb7d55387d5fe771"),
        new Command.PurgeSubject("card-payments", "0123456789abcdef".repeat(2)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void signedCommand_isObeyed_asItWasSent(Command command) {
    Judgement judged = JUDGE.judge(OWNER.sign(order(7, command)), NOW, 6);
    assertThat(judged).isEqualTo(new Judgement.Obeyed(order(7, command)));
  }

  /** What is signed is read for ever: a change here is a new version of the order. */
  @Test
  void textOfAnOrder_isForEver() {
    assertThat(OrderText.write(order(7, new Command.KeyVersion(KEY, "cb7d55387d5fe771"))))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"version\":1,\"gateway\":\"eu\",\"sequence\":7,"
                + "\"issuedAt\":\"2026-11-26T12:00:00Z\",\"by\":\"erika\","
                + "\"command\":\"key-version\",\"key\":\"acme/deterministic/305441741\","
                + "\"fingerprint\":\"cb7d55387d5fe771\"}");
  }

  /** Else a job would fail on it at each start, and the log is kept for ever. */
  @Test
  void purgeOfWhatIsNoSubjectsName_isRefused() {
    for (String no : List.of("C7", "0123456789ABCDEF".repeat(2), "g".repeat(32))) {
      assertRefused(
          Refusal.MALFORMED, OWNER.sign(order(7, new Command.PurgeSubject("card-payments", no))));
    }
  }

  @Test
  void everyWayToChangeASignedByte_isRefused() {
    byte[] value = OWNER.sign(order(7, DISABLE));
    for (int at = 0; at < value.length; at++) {
      byte[] changed = value.clone();
      changed[at] ^= 1;
      assertThat(JUDGE.judge(changed, NOW, 6)).isInstanceOf(Judgement.Refused.class);
    }
  }

  @Test
  void signatureOfSomebodyElse_isRefused() {
    CommandSigner other = new CommandSigner(Signer.of(SigningKeyset.create()));
    assertRefused(Refusal.WRONG_SIGNATURE, other.sign(order(7, DISABLE)));
  }

  /** A signature over the same bytes for another purpose must not do. */
  @Test
  void signatureForAnotherPurpose_isRefused() {
    byte[] text = OrderText.write(order(7, DISABLE));
    byte[] elsewhere = Signer.of(PAIR).sign("weir/1 elsewhere", text);
    assertRefused(Refusal.WRONG_SIGNATURE, new Envelope(text, elsewhere).write());
  }

  @Test
  void unsigned_isRefused() {
    assertRefused(
        Refusal.UNSIGNED, new Envelope(OrderText.write(order(7, DISABLE)), new byte[0]).write());
  }

  @Test
  void anotherGatewaysCommand_isRefused() {
    assertRefused(Refusal.OTHER_GATEWAY, OWNER.sign(new Order("us", 7, NOW, "erika", DISABLE)));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, Long.MAX_VALUE})
  void sequenceThatIsNotAboveTheLast_isRefused(long last) {
    assertThat(JUDGE.judge(OWNER.sign(order(7, DISABLE)), NOW, last))
        .isEqualTo(new Judgement.Refused(Refusal.REPLAYED));
  }

  @Test
  void commandThatWasHeldBack_isRefused_andTheLastSecondIsNot() {
    byte[] value = OWNER.sign(order(7, DISABLE));
    Duration window = CommandJudge.WINDOW;
    assertThat(JUDGE.judge(value, NOW.plus(window), 6)).isInstanceOf(Judgement.Obeyed.class);
    assertThat(JUDGE.judge(value, NOW.minus(window), 6)).isInstanceOf(Judgement.Obeyed.class);
    assertThat(JUDGE.judge(value, NOW.plus(window).plusMillis(1), 6))
        .isEqualTo(new Judgement.Refused(Refusal.STALE));
    assertThat(JUDGE.judge(value, NOW.minus(window).minusMillis(1), 6))
        .isEqualTo(new Judgement.Refused(Refusal.STALE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "[]",
        "{\"version\":1}",
        "{\"version\":1,\"signed\":\"e30=\",\"signature\":\"not base64\"}",
        "{\"version\":1,\"version\":1,\"signed\":\"e30=\",\"signature\":\"e30=\"}"
      })
  void whatIsNoEnvelope_isRefused(String value) {
    assertRefused(Refusal.MALFORMED, value.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void versionsOfALaterBuild_areRefused() {
    assertRefused(
        Refusal.UNKNOWN_VERSION,
        "{\"version\":2,\"signed\":\"\"}".getBytes(StandardCharsets.UTF_8));
    assertRefused(Refusal.UNKNOWN_VERSION, signed("{\"version\":2}"));
  }

  @Test
  void commandOrSettingThatThisBuildDoesNotKnow_isRefused() {
    String begin =
        "{\"version\":1,\"gateway\":\"eu\",\"sequence\":7,\"issuedAt\":\"2026-11-26T12:00:00Z\","
            + "\"by\":\"erika\",";
    assertRefused(Refusal.UNKNOWN_COMMAND, signed(begin + "\"command\":\"open-the-gate\"}"));
    assertRefused(
        Refusal.UNKNOWN_COMMAND,
        signed(
            begin + "\"command\":\"key-disable\",\"key\":\"acme/shift/1\",\"only\":\"tonight\"}"));
  }

  @Test
  void signedNonsense_isRefused() {
    assertRefused(Refusal.MALFORMED, signed("{\"version\":1,\"gateway\":\"eu\",\"sequence\":0}"));
    assertRefused(Refusal.MALFORMED, signed("{\"version\":1,\"sequence\":7}"));
    assertRefused(Refusal.MALFORMED, signed("nothing"));
  }

  private static byte[] signed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Envelope(bytes, Signer.of(PAIR).sign(CommandSigner.DOMAIN, bytes)).write();
  }

  private static void assertRefused(Refusal why, byte[] value) {
    assertThat(JUDGE.judge(value, NOW, 6)).isEqualTo(new Judgement.Refused(why));
  }

  @Test
  void privateKeysetAsPublicKey_isRefused() throws Exception {
    byte[] secret =
        TinkJsonProtoKeysetFormat.serializeKeyset(
                PAIR, com.google.crypto.tink.InsecureSecretKeyAccess.get())
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new CommandJudge(secret, "eu"))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("control channel");
  }
}
