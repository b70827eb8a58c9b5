package dev.weir.plan;

import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.Product;
import dev.weir.config.product.ProductField;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What makes one plan another: everything that decides what leaves, tables and key names too. */
final class PlanDigest {

  private static final int BYTES = 16;

  private PlanDigest() {}

  /** Hex. Another minor version of the product that changes nothing of the release is the same. */
  static String of(Product product, ObjectFields fields, ReleasePlan release) {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("product", product.id() + "@" + product.major());
    parts.put("subject", path(fields.subject()));
    parts.put("eventTime", path(fields.eventTime()));
    parts.put("jurisdiction", path(fields.jurisdiction()));
    parts.put("release", release);
    return hex(PlanJson.canonical(parts));
  }

  /** Of parts of a plan. */
  static String ofParts(Object parts) {
    return hex(PlanJson.canonical(parts));
  }

  /** Of several. */
  static String of(List<String> digests) {
    return hex(String.join("\n", digests));
  }

  private static String hex(String text) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Arrays.copyOf(sha256(json), BYTES));
  }

  private static String path(Optional<ProductField> field) {
    return field.map(found -> found.path().toString()).orElse("");
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
