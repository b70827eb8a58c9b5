package dev.weir.local.command;

import dev.weir.plan.JobPlan;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.tokenization.Detokenized;
import dev.weir.tokenization.Detokenizer;
import dev.weir.tokenization.ErasableDetokenizer;
import dev.weir.tokenization.FormatDetokenizer;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.SourceValueAccess;
import dev.weir.tokenization.SubjectKeyring;
import dev.weir.tokenization.TokenBinding;
import dev.weir.tokenization.TokenFormat;
import dev.weir.tokenization.keys.KeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field whose tokens can be turned back.
 *
 * @param step how its tokens are made
 */
record TokenField(Step.Tokenize step) {

  /**
   * The field of that path in the agreements of a plan.
   *
   * @throws CommandFailure if none tokenizes it, several do in different ways, or its tokens cannot
   *     be turned back
   */
  static TokenField of(JobPlan plan, String path) {
    List<Step.Tokenize> found =
        plan.releases().stream()
            .flatMap(release -> tokens(release.output(), path))
            .distinct()
            .toList();
    if (found.size() != 1) {
      String how = found.isEmpty() ? "No release tokenizes " : "Several releases tokenize ";
      throw new CommandFailure(
          Exit.PROBLEM,
          how + path + ". Name a field and the one agreement that its tokens are of.");
    }
    if (found.get(0).key().use().equals(KeyUse.ONE_WAY.word())) {
      throw new CommandFailure(
          Exit.PROBLEM, path + " has one-way tokens: nobody turns them back, by design.");
    }
    if (found.get(0).remember() != null) {
      throw new CommandFailure(
          Exit.PROBLEM, path + " has random tokens: they have nothing to do with their values.");
    }
    return new TokenField(found.get(0));
  }

  private static Stream<Step.Tokenize> tokens(Output output, String path) {
    if (output instanceof Output.Fields fields) {
      return fields.fields().stream().flatMap(field -> tokens(field.output(), path));
    } else if (output instanceof Output.Items items) {
      return tokens(items.item(), path);
    }
    boolean ours =
        output instanceof Output.Leaf leaf
            && leaf.source().toString().equals(path)
            && leaf.step() instanceof Step.Tokenize;
    return ours ? Stream.of((Step.Tokenize) ((Output.Leaf) output).step()) : Stream.empty();
  }

  /**
   * What reads its tokens.
   *
   * @param keyVersion for format-preserving tokens, which do not say it; null: the active key
   * @param subjectKeys for erasable tokens, which cannot be read without; null: none
   */
  Function<String, Detokenized> reader(
      KeyProvider provider, @Nullable String keyVersion, @Nullable Path subjectKeys)
      throws IOException {
    PartnerKeys keys = provider.partner(step.key().partner());
    Step.TokenContext context = step.context();
    TokenBinding binding = new TokenBinding(context.scheme(), context.scope(), context.domain());
    SourceValueAccess access = SourceValueAccess.forTheOwner();
    if (step.subjectKeys() != null) {
      SubjectKeysFile file = subjectKeys(subjectKeys);
      SubjectKeyring owner = provider.subjects();
      ErasableDetokenizer reader =
          keys.detokenizer(binding, locator -> file.key(locator, owner), access);
      return reader::detokenize;
    } else if (step.format() == null) {
      Detokenizer reader = keys.detokenizer(binding, access);
      return reader::detokenize;
    }
    FormatDetokenizer reader = keys.detokenizer(binding, format(step.format()), access);
    int version = keyVersion == null ? only(keys, binding.use()) : version(keyVersion);
    return token -> reader.detokenize(version, token);
  }

  private static SubjectKeysFile subjectKeys(@Nullable Path file) throws IOException {
    if (file == null) {
      throw new CommandFailure(
          Exit.USAGE,
          "These tokens are erasable: they are read with the keys of their subjects. Give"
              + " --subject-keys FILE.");
    }
    return SubjectKeysFile.read(file);
  }

  private static TokenFormat format(Step.TokenFormat format) {
    return new TokenFormat(format.alphabet(), format.keepFirst(), format.keepLast(), format.luhn());
  }

  /** A token of another key would be read as another value, and nobody could tell. */
  private static int only(PartnerKeys keys, KeyUse use) {
    if (keys.facts(use).size() > 1) {
      throw new CommandFailure(
          Exit.USAGE,
          "These tokens do not say which key made them, and there are several. Give --key-version,"
              + " from the header weir-key-version of their records.");
    }
    return keys.version(use);
  }

  private static int version(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new CommandFailure(
          Exit.USAGE, "--key-version is a number from 0 to 4294967295, as weir keys list shows.");
    }
  }
}
