package dev.weir.local.draft.source;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.product.PrivacyRole;
import dev.weir.local.draft.field.Draft.DraftObject;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.role.Proposal;
import dev.weir.local.draft.role.Proposals;
import dev.weir.local.draft.role.Strictness;
import java.util.List;
import java.util.Map;

/**
 * Numbers that name somebody or something and measure nothing: as texts more can be done to them.
 */
final class NumberNames {

  private final Map<FieldPath, Proposal> proposals;

  private NumberNames(Map<FieldPath, Proposal> proposals) {
    this.proposals = proposals;
  }

  static List<DraftObject> asTexts(List<DraftObject> objects) {
    return objects.stream().map(NumberNames::asTexts).toList();
  }

  private static DraftObject asTexts(DraftObject object) {
    NumberNames names = new NumberNames(Proposals.of(object));
    List<DraftField> fields =
        object.fields().stream()
            .map(field -> names.asText(FieldPath.of(field.name()), field))
            .toList();
    return new DraftObject(object.name(), fields);
  }

  private DraftField asText(FieldPath path, DraftField field) {
    if (field.type() == LogicalType.OBJECT) {
      List<DraftField> below =
          field.fields().stream().map(one -> asText(path.then(one.name()), one)).toList();
      return DraftField.object(field.name(), field.required(), below);
    }
    Proposal proposal = proposals.get(path);
    boolean number = field.type() == LogicalType.INTEGER || field.type() == LogicalType.NUMBER;
    boolean names =
        proposal != null && Strictness.of(proposal.role()) >= Strictness.of(PrivacyRole.IDENTIFIER);
    return number && names ? field.as(LogicalType.STRING) : field;
  }
}
