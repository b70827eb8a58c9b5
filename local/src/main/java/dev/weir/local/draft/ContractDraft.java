package dev.weir.local.draft;

import dev.weir.config.FieldPath;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.config.product.Product;
import dev.weir.config.product.ProductReader;
import dev.weir.config.yaml.YamlFile;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.local.draft.field.Draft;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.role.Proposal;
import dev.weir.local.draft.role.Proposals;
import dev.weir.local.draft.source.DraftException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A contract with proposals for the fields that have no role. Its text stays; what would not leave
 * the contract's meaning as it was, stands in comments at its end instead.
 */
record ContractDraft(Draft draft, String text, Product product) {

  static ContractDraft read(Path file) throws IOException {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlFile.read(file, problems);
    Optional<Product> product = root.flatMap(node -> ProductReader.read(file, node, problems));
    if (problems.hasErrors() || root.isEmpty() || product.isEmpty()) {
      throw new DraftException(
          problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    String text = Files.readString(file);
    List<ContractFields> objects = ContractFields.of(root.get());
    Draft draft =
        new Draft(
            product.get().id(),
            file.getFileName() + ", a contract",
            List.of(),
            objects.stream().map(ContractFields::object).toList());
    List<String> decide = Drafts.proposed(draft) == 0 ? List.of() : Headers.decide();
    String drafted = headed(proposed(text, root.get(), objects), decide);
    return new ContractDraft(draft, drafted, product.get());
  }

  int proposed() {
    return Drafts.proposed(draft);
  }

  private static String proposed(String text, YamlNode root, List<ContractFields> objects) {
    ContractText added = new ContractText(text);
    objects.forEach(object -> add(object, added));
    Problems problems = new Problems();
    Optional<YamlNode> after = YamlFile.parse("draft", added.text(), problems);
    boolean same = after.isPresent() && SameContract.of(root, after.get());
    return same ? added.text() : text + comments(objects);
  }

  private static void add(ContractFields object, ContractText to) {
    Map<FieldPath, Proposal> proposals = Proposals.of(object.object());
    for (Map.Entry<FieldPath, YamlMap> field : object.places().entrySet()) {
      Proposal proposal = proposals.get(field.getKey());
      if (proposal != null && !ContractFields.proposed(field.getValue())) {
        to.add(field.getKey(), field.getValue(), proposal);
      }
    }
    object.object().fields().stream()
        .filter(field -> field.type() == null)
        .forEach(field -> to.note(place(object, field), "no logicalType: no release can name it"));
  }

  private static YamlMap place(ContractFields object, DraftField field) {
    return Objects.requireNonNull(object.places().get(FieldPath.of(field.name())));
  }

  private static String comments(List<ContractFields> objects) {
    StringBuilder comments = new StringBuilder("\n# Proposed roles, undecided:\n");
    for (ContractFields object : objects) {
      Proposals.of(object.object())
          .forEach(
              (path, proposal) ->
                  comments
                      .append("# " + object.object().name() + " " + path + ": ")
                      .append(proposal.role().word() + ": " + proposal.reason() + "\n"));
    }
    return comments.toString();
  }

  private static String headed(String text, List<String> sentences) {
    String mark = text.startsWith("\ufeff") ? "\ufeff" : "";
    StringBuilder head = new StringBuilder(mark);
    if (!text.contains("yaml-language-server:")) {
      head.append(Headers.schemaLine(SchemaFiles.PRODUCT)).append('\n');
    }
    sentences.stream()
        .map(sentence -> "# " + sentence + "\n")
        .filter(line -> !text.contains(line))
        .forEach(head::append);
    return head + text.substring(mark.length());
  }
}
