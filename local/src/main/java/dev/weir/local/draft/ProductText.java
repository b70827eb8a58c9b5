package dev.weir.local.draft;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.local.draft.field.Draft;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.role.Proposal;
import dev.weir.local.draft.role.Proposals;
import java.util.Map;

/** A product's text, from a sample or a schema. */
final class ProductText {

  static final String API_VERSION = "v3.1.0";
  static final String MAJOR = "1";

  private final StringBuilder text = new StringBuilder();
  private Map<FieldPath, Proposal> proposals = Map.of();

  private ProductText() {}

  static String of(Draft draft) {
    return new ProductText().write(draft);
  }

  private String write(Draft draft) {
    line(0, Headers.schemaLine(SchemaFiles.PRODUCT));
    line(0, "# Drafted by weir init from " + draft.origin() + ".");
    draft.notes().forEach(note -> line(0, "# " + note));
    Headers.decide().forEach(sentence -> line(0, "# " + sentence));
    line(0, "apiVersion: " + API_VERSION);
    line(0, "kind: DataContract");
    line(0, "id: " + YamlWord.of(draft.id()));
    line(0, "version: " + MAJOR + ".0.0");
    line(0, "status: draft");
    line(0, "schema:");
    draft.objects().forEach(this::object);
    return text.toString();
  }

  private void object(DraftObject object) {
    proposals = Proposals.of(object);
    line(1, "- name: " + YamlWord.of(object.name()));
    line(2, "logicalType: object");
    line(2, "properties:");
    object.fields().forEach(field -> named(field, FieldPath.of(field.name()), 3));
  }

  private void named(DraftField field, FieldPath path, int depth) {
    line(depth, "- name: " + YamlWord.of(field.name()));
    inside(field, path, depth + 1);
  }

  private void inside(DraftField field, FieldPath path, int depth) {
    if (field.note() != null) {
      line(depth, "# " + field.note());
    }
    LogicalType type = field.type();
    if (type != null) {
      line(depth, "logicalType: " + type.word());
    }
    if (field.length() != null) {
      int length = field.length();
      line(depth, "logicalTypeOptions: {minLength: " + length + ", maxLength: " + length + "}");
    }
    if (field.required()) {
      line(depth, "required: true");
    }
    role(field, path, depth);
    containers(field, path, depth);
  }

  private void role(DraftField field, FieldPath path, int depth) {
    Proposal proposal = field.takesRole() ? proposals.get(path) : null;
    if (proposal != null) {
      line(depth, Undecided.list(proposal, true) + "  # " + proposal.reason());
    }
  }

  private void containers(DraftField field, FieldPath path, int depth) {
    if (!field.fields().isEmpty()) {
      line(depth, "properties:");
      field.fields().forEach(below -> named(below, path.then(below.name()), depth + 1));
    }
    DraftField items = field.items();
    if (items != null) {
      line(depth, "items:");
      line(depth + 1, "name: item");
      inside(items, path.eachItem(), depth + 1);
    }
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
