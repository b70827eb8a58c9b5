package dev.weir.local.draft;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.local.draft.field.Draft;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.role.Proposal;
import dev.weir.local.draft.role.Proposals;
import dev.weir.local.draft.source.DraftSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of an agreement that drops every field of a product. */
final class AgreementText {

  private static final String PARTNER = "partner";

  private final StringBuilder text = new StringBuilder();

  private AgreementText() {}

  /**
   * @param major of the product's version
   * @param from the first day of the period, of a year
   */
  static String of(Draft draft, String major, LocalDate from) {
    return new AgreementText().write(draft, major, from);
  }

  private String write(Draft draft, String major, LocalDate from) {
    String id = DraftSource.id(draft.id());
    line(Headers.schemaLine(SchemaFiles.AGREEMENT));
    line("# Drafted by weir init. Its status is draft and every field is dropped: nothing leaves.");
    line("# Write what the partner gets in place of drop (a field needs a privacyRole first), and");
    line("# status: active when it is agreed.");
    line("apiVersion: weir/v1");
    line("kind: SharingAgreement");
    line("id: " + id + "-" + PARTNER);
    line("version: 0.1.0");
    line("status: draft");
    line("product: " + YamlWord.of(draft.id() + "@" + major));
    line("partner: {id: " + PARTNER + "}  # undecided: who gets it");
    line("purposes: [ServiceProvision]  # undecided: what for, terms of the W3C DPV");
    line("legalBasis: LegitimateInterest  # undecided: a term of the W3C DPV");
    line("period: {from: " + from + ", to: " + from.plusYears(1) + "}");
    line("releases:");
    draft.objects().forEach(object -> release(object, id, draft.objects().size() > 1));
    return text.toString();
  }

  private void release(DraftObject object, String product, boolean several) {
    Map<FieldPath, Proposal> proposals = Proposals.of(object);
    Map<FieldPath, DraftField> fields = new LinkedHashMap<>();
    object.fields().forEach(field -> collect(FieldPath.of(field.name()), field, fields));
    if (fields.isEmpty()) {
      return;
    }
    String name = DraftSource.id(object.name());
    line("  - name: " + YamlWord.of(name));
    if (several) {
      line("    from: " + YamlWord.of(object.name()));
    }
    line("    kind: records");
    line("    topic: " + PARTNER + "." + (several ? product + "." + name : product) + ".v1");
    line("    fields:");
    int width = fields.keySet().stream().mapToInt(path -> key(path).length()).max().orElse(0);
    fields.forEach((path, field) -> field(path, width, proposals.get(path)));
  }

  private void field(FieldPath path, int width, @Nullable Proposal proposal) {
    String key = key(path) + ":";
    line(
        "      "
            + key
            + " ".repeat(width + 2 - key.length())
            + "drop"
            + Undecided.comment(proposal));
  }

  private static String key(FieldPath path) {
    return YamlWord.of(path.toString());
  }

  /**
   * Every field that a release may name: leaves, arrays of leaves, and objects of unknown parts.
   */
  private static void collect(FieldPath path, DraftField field, Map<FieldPath, DraftField> into) {
    DraftField items = field.items();
    boolean inArray = path.segments().get(path.segments().size() - 1).items();
    if (field.type() == LogicalType.OBJECT && !field.fields().isEmpty()) {
      field.fields().forEach(below -> collect(path.then(below.name()), below, into));
    } else if (items != null && items.type() == LogicalType.OBJECT && !inArray) {
      collect(path.eachItem(), items, into);
    } else if (field.type() != null) {
      into.put(path, field);
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
