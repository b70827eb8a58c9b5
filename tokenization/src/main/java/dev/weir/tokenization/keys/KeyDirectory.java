package dev.weir.tokenization.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyFacts;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SubjectKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A directory of keys under one passphrase, or one key of a key management service: {@code
 * keyring.json} and, for each partner and use, {@code partners/<partner>/<use>.json}. Files are of
 * mode 0600, folders 0700, and each is written whole or not at all; what was changed, cut, swapped
 * or opened to others is refused.
 *
 * <p>Opening derives a key from the passphrase, which takes time and 64 MiB by design, or asks the
 * service. A process that has the same directory open does so once.
 */
public final class KeyDirectory implements KeyProvider {

  /** The file of a directory that its passphrase opens. */
  public static final String KEYRING = "keyring.json";

  private final Path directory;
  private final Path partners;
  private final Aead directoryKey;

  private KeyDirectory(Path directory, Aead directoryKey) {
    this.directory = directory;
    this.partners = directory.resolve("partners");
    this.directoryKey = directoryKey;
  }

  /**
   * Opens a directory that is there.
   *
   * @throws KeyException if it is not, or the passphrase does not open it
   */
  public static KeyDirectory open(Path directory, Passphrase passphrase) {
    return open(directory, new PassphraseLock(passphrase, KeyDerivation.RECOMMENDED));
  }

  /**
   * Opens a directory that is there, and that a key management service guards.
   *
   * @throws KeyException if it is not, or the service does not open it
   */
  public static KeyDirectory open(KeyServiceUri guarded) {
    return open(Path.of(guarded.directory()), new ServiceLock(guarded.key()));
  }

  /**
   * Opens the directory of a key by whatever its own keyring says opens it. For private keys that
   * the owner reads with: who can write there could name a service of his, and would only be asked
   * for what he has put there himself. Never for keys that something is made with.
   *
   * @param key a key file that is there
   * @param passphrase asked for only if it is one that opens it
   * @throws KeyException as {@link #open}
   */
  static KeyDirectory openAsItSays(Path key, Supplier<Passphrase> passphrase) {
    Path directory = Objects.requireNonNullElse(key.getParent(), Path.of(""));
    Path keyring = directory.resolve(KEYRING);
    if (!Files.exists(keyring)) {
      throw keyringMissing(directory, "which opens " + key.getFileName());
    }
    Optional<String> service = KeyServiceKeyring.service(keyring);
    if (service.isPresent()) {
      return open(directory, new ServiceLock(service.get()));
    }
    try (Passphrase secret = passphrase.get()) {
      return open(directory, secret);
    }
  }

  private static KeyDirectory open(Path directory, KeyringLock lock) {
    Path keyring = directory.resolve(KEYRING);
    if (!Files.exists(keyring)) {
      requireNoKeys(directory);
      throw new KeyException(
          KeyException.Kind.MISSING,
          "no keys in "
              + directory
              + " ("
              + KEYRING
              + " is missing); make them with: weir keys create");
    }
    PrivateFile.requireClosed(directory);
    byte[] content = PrivateFile.read(keyring);
    Aead key = OpenedKeyrings.get(content, lock, () -> lock.open(keyring, content));
    return new KeyDirectory(directory, key);
  }

  /** Opens a directory, and makes it first if it holds no keys yet. */
  public static KeyDirectory openOrCreate(Path directory, Passphrase passphrase) {
    return openOrCreate(directory, new PassphraseLock(passphrase, KeyDerivation.RECOMMENDED));
  }

  /** The same of a directory that a key management service guards. */
  public static KeyDirectory openOrCreate(KeyServiceUri guarded) {
    return openOrCreate(Path.of(guarded.directory()), new ServiceLock(guarded.key()));
  }

  /**
   * As {@link #openOrCreate}, but a directory that it makes can be opened by trying passphrases,
   * for it derives its key in next to no time. Never for keys that guard anything.
   */
  public static KeyDirectory openOrCreateWithWeakDerivationForTests(
      Path directory, Passphrase passphrase) {
    return openOrCreate(directory, new PassphraseLock(passphrase, KeyDerivation.WEAK_FOR_TESTS));
  }

  private static KeyDirectory openOrCreate(Path directory, KeyringLock lock) {
    PrivateFile.createDirectories(directory);
    try (DirectoryLock held = DirectoryLock.take(directory)) {
      Path keyring = directory.resolve(KEYRING);
      if (!Files.exists(keyring)) {
        requireNoKeys(directory);
        PrivateFile.write(keyring, lock.create());
      }
    }
    return open(directory, lock);
  }

  /** A new keyring would lock the keys of a lost one out for good. */
  private static void requireNoKeys(Path directory) {
    if (Stream.of("partners", KeyPairFile.OWNER).map(directory::resolve).anyMatch(Files::exists)
        || SealingKeys.isPrivate(directory.resolve(SealingKeys.PRIVATE_FILE))
        || ControlKeys.isPrivate(directory.resolve(ControlKeys.PRIVATE_FILE))) {
      throw keyringMissing(directory, "but there are keys");
    }
  }

  private static KeyException keyringMissing(Path directory, String but) {
    return new KeyException(
        KeyException.Kind.DAMAGED,
        directory.resolve(KEYRING) + " is missing, " + but + "; restore it from a backup");
  }

  /**
   * Makes the keys that a partner lacks, one for each use; those that are there stay.
   *
   * @return the keys that were made
   */
  public List<KeyEntry> create(String partner) {
    PrivateFile.createDirectories(PartnerFolder.of(partners, partner));
    List<KeyEntry> made = new ArrayList<>();
    try (DirectoryLock lock = DirectoryLock.take(directory)) {
      for (KeyUse use : KeyUse.values()) {
        if (!Files.exists(file(partner, use))) {
          store(file(partner, use), owner(partner), use.word(), NewKeyset.of(use));
          made.addAll(entries(partner, use));
        }
      }
      SubjectKeys.create(this);
    }
    return List.copyOf(made);
  }

  @Override
  public PartnerKeys partner(String partner) {
    Map<KeyUse, KeysetHandle> keysets = new EnumMap<>(KeyUse.class);
    for (KeyUse use : KeyUse.values()) {
      Path file = file(partner, use);
      if (Files.exists(file)) {
        keysets.put(use, live(partner, use, file).handle(file));
      }
    }
    if (keysets.isEmpty()) {
      throw new KeyException(
          KeyException.Kind.MISSING,
          "no keys of partner "
              + partner
              + " in "
              + directory
              + "; make them with: weir keys create");
    }
    return PartnerKeys.of(partner, keysets);
  }

  @Override
  public SubjectKeyring subjects() {
    return SubjectKeys.open(this);
  }

  @Override
  public List<KeyEntry> list() {
    List<KeyEntry> entries = new ArrayList<>();
    for (String partner : partnersThatHaveKeys()) {
      for (KeyUse use : KeyUse.values()) {
        if (Files.exists(file(partner, use))) {
          entries.addAll(entries(partner, use));
        }
      }
    }
    return List.copyOf(entries);
  }

  private List<KeyEntry> entries(String partner, KeyUse use) {
    Path file = file(partner, use);
    StoredKeyset stored = live(partner, use, file);
    List<KeyFacts> facts = PartnerKeys.of(partner, Map.of(use, stored.handle(file))).facts(use);
    return facts.stream()
        .map(key -> new KeyEntry(partner, key, stored.created(key.keyId())))
        .toList();
  }

  /** The keyset in a file, unless it holds a key that was destroyed. */
  private StoredKeyset live(String partner, KeyUse use, Path file) {
    StoredKeyset stored = load(file, owner(partner), use.word());
    KeysetHandle keys = stored.handle(file);
    List<Integer> ids =
        IntStream.range(0, keys.size()).mapToObj(at -> keys.getAt(at).getId()).toList();
    DestroyedKeys.of(directory).requireNone(file, partner, use, ids);
    return stored;
  }

  /**
   * All keys of a use, a destroyed one that an older copy has brought back among them.
   *
   * @throws KeyException if there are none
   */
  KeysetHandle keyset(String partner, KeyUse use) {
    Path file = file(partner, use);
    if (!Files.exists(file)) {
      throw new KeyException(
          KeyException.Kind.MISSING,
          "the key " + partner + "/" + use + " is missing; make it with: weir keys create");
    }
    return load(file, owner(partner), use.word()).handle(file);
  }

  /** Whether a key is there, be it that an older copy has brought it back. */
  boolean holds(KeyName key) {
    if (!Files.exists(file(key.partner(), key.use()))) {
      return false;
    }
    KeysetHandle keyset = keyset(key.partner(), key.use());
    return IntStream.range(0, keyset.size())
        .anyMatch(at -> keyset.getAt(at).getId() == key.keyId());
  }

  /** Writes a keyset in the place of a former one; keys that were there keep their time. */
  void replace(String partner, KeyUse use, KeysetHandle keyset) {
    Path file = file(partner, use);
    StoredKeyset former = load(file, owner(partner), use.word());
    StoredKeyset stored = StoredKeyset.of(keyset, former, Instant.now());
    byte[] content = StrictJson.write(stored);
    PrivateFile.write(file, KeyFile.seal(directoryKey, owner(partner), use.word(), content));
  }

  /** Removes the file of a use. */
  void remove(String partner, KeyUse use) {
    PrivateFile.delete(file(partner, use));
  }

  /** Encrypts a keyset into a file. */
  void store(Path file, String owner, String use, KeysetHandle keyset) {
    byte[] content = StrictJson.write(StoredKeyset.of(keyset, Instant.now()));
    PrivateFile.write(file, KeyFile.seal(directoryKey, owner, use, content));
  }

  /** Decrypts the keyset in a file. */
  StoredKeyset load(Path file, String owner, String use) {
    return StoredKeyset.read(file, KeyFile.open(directoryKey, owner, use, file));
  }

  Path directory() {
    return directory;
  }

  private Path file(String partner, KeyUse use) {
    return PartnerFolder.file(partners, partner, use);
  }

  private static String owner(String partner) {
    return "partner:" + partner;
  }

  private List<String> partnersThatHaveKeys() {
    if (!Files.exists(partners)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(partners)) {
      return children.map(PartnerFolder::partner).flatMap(Optional::stream).sorted().toList();
    } catch (IOException e) {
      throw new KeyException(
          KeyException.Kind.UNREADABLE,
          partners + " cannot be read; check its owner and permissions");
    }
  }

  /** The path only. */
  @Override
  public String toString() {
    return "KeyDirectory[" + directory + "]";
  }
}
