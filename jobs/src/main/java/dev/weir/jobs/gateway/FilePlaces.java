package dev.weir.jobs.gateway;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.start.Places;

/** In the gateway's file and in those of its agreements. */
record FilePlaces(JudgedGateway judged) implements Places {

  @Override
  public Place of(DocumentPath path) {
    return in(judged.document(), path);
  }

  @Override
  public Place ofTopic(String topic) {
    for (Document<Agreement> agreement : judged.agreements()) {
      for (int at = 0; at < agreement.value().releases().size(); at++) {
        if (agreement.value().releases().get(at).topic().equals(topic)) {
          return in(agreement, DocumentPath.ROOT.key("releases").item(at).key("topic"));
        }
      }
    }
    return of(source(topic));
  }

  private DocumentPath source(String ofWeir) {
    return judged.plan().products().stream()
        .filter(product -> product.deadLetterTopic().equals(ofWeir))
        .findFirst()
        .map(product -> DocumentPath.ROOT.key("sources").key(product.product()))
        .orElse(DocumentPath.ROOT.key("topicPrefix"));
  }

  private static Place in(Document<?> document, DocumentPath path) {
    return new Place(document.at(path), path.toString());
  }
}
