package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.Origin;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import io.smallrye.mutiny.Uni;

/** Any resource of accountConfig, by its address: JSON is passed on as it came, and nothing else is. */
public final class DocumentOrigin implements Origin<DocumentId, Document> {
    private final Domains domains;
    private final VendorCalls calls;
    private final Floors floors;

    public DocumentOrigin(Domains domains, VendorCalls calls, Floors floors) {
        this.domains = domains;
        this.calls = calls;
        this.floors = floors;
    }

    @Override
    public Uni<Answer<Document>> ask(DocumentId id, Question question) {
        Purpose purpose = floors.mayLag(id.account()) ? Purpose.LATEST : Purpose.DOCUMENT;
        return domains.host(id.account(), purpose.service())
                .chain(host -> calls.send(call(id, purpose, host, question)))
                .map(DocumentOrigin::answer)
                .onFailure(VendorFailure.class)
                .invoke(failure -> doubtAddressAfter(failure, id));
    }

    private static VendorCall call(DocumentId id, Purpose purpose, VendorHost host, Question question) {
        String target = "/api/account/" + id.account() + "/configuration/" + id.target();
        return VendorCall.get(id.account(), purpose, host, target)
                .unlessAt(question.revision())
                .urgent(question.urgent());
    }

    private static Answer<Document> answer(VendorAnswer answer) {
        return answer.match(
                content -> new Answer.Found<>(document(content), content.revision()),
                same -> new Answer.Unchanged<>(same.revision()),
                Answer.Absent::new);
    }

    private static Document document(VendorAnswer.Content content) {
        if (!content.isJson()) {
            throw VendorJson.garbled("answered something that is no JSON");
        }
        return new Document(content.body().getBytes());
    }

    /** Only where nobody answers: an address that callers invent may well be answered with nonsense by the right host. */
    private void doubtAddressAfter(Throwable failure, DocumentId id) {
        if (failure instanceof VendorFailure known && known.kind() == VendorFailure.Kind.UNREACHABLE) {
            domains.doubt(id.account());
        }
    }
}
