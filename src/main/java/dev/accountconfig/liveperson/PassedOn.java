package dev.accountconfig.liveperson;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.ChangeFailure.Certainty;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Written;
import dev.accountconfig.cache.Written.Aftermath;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.Reply;
import dev.accountconfig.document.Write;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorRequest.Verb;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.ItemKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/**
 * A caller's own writes, at accountConfig's read-write host: sent once, in the caller's words and with our credentials, and
 * answered in the vendor's words. Of its headers, status and revision alone are passed on, and when to come back.
 */
public final class PassedOn {
    private final Domains domains;
    private final VendorCalls calls;
    private final Floors floors;

    public PassedOn(Domains domains, VendorCalls calls, Floors floors) {
        this.domains = domains;
        this.calls = calls;
        this.floors = floors;
    }

    /**
     * @param kind what the write is about
     * @return fails with a {@link ChangeFailure} where the vendor gave no answer that can be passed on: a 401 is our trouble,
     *     and what is no word of accountConfig leaves open what was done
     */
    public Uni<Written<Reply>> send(Write write, ItemKind kind) {
        return domains.host(write.account(), Purpose.PASSED_ON.service())
                .onFailure(OriginFailure.class)
                .transform(ChangeFailure::notSent)
                .chain(host -> sent(write, VendorCall.passedOn(write.account(), host, request(write))))
                .invoke(written -> raiseAfter(written, write.account(), kind))
                .onFailure(ChangeFailure::leavesOpen)
                .invoke(() -> floors.raise(write.account(), kind, null));
    }

    private Uni<Written<Reply>> sent(Write write, VendorCall call) {
        return calls.send(call)
                .map(answer -> answer.match(PassedOn::done, PassedOn::impossible, PassedOn::impossible))
                .onFailure(VendorFailure.class)
                .invoke(failure -> doubtAddressAfter(failure, write.account()))
                .onFailure(PassedOn::isPassable)
                .recoverWithItem(PassedOn::refused)
                .onFailure(OriginFailure.class)
                .transform(ChangeVerdict::on);
    }

    private static VendorRequest request(Write write) {
        Document body = write.body();
        return new VendorRequest(
                verb(write.method()),
                "/api/account/" + write.account() + "/configuration/" + write.target(),
                write.ifMatch(),
                write.override() == null ? null : verb(write.override()),
                null,
                body == null ? null : VendorRequest.Body.json(Buffer.buffer(body.json())));
    }

    private static Verb verb(Write.Method method) {
        return switch (method) {
            case POST -> Verb.POST;
            case PUT -> Verb.PUT;
            case DELETE -> Verb.DELETE;
        };
    }

    private static Written<Reply> done(VendorAnswer.Content said) {
        if (said.body().length() > 0 && !said.isJson()) {
            throw new ChangeFailure(Certainty.UNKNOWN, "answered something that is no JSON", Duration.ZERO);
        }
        return new Written<>(reply(said, Duration.ZERO), Aftermath.REFETCH);
    }

    private static boolean isPassable(Throwable failure) {
        return failure instanceof VendorFailure known
                && known.said().filter(said -> isItsWord(known.kind(), said)).isPresent();
    }

    /** A gateway speaks no JSON, but it is believed that a conflict is one, or a failure; not that nothing is there. */
    private static boolean isItsWord(Kind kind, VendorAnswer.Content said) {
        return kind != Kind.UNAUTHORIZED && said.status() >= 400 && (kind != Kind.UNEXPECTED || said.isJson());
    }

    private static Written<Reply> refused(Throwable passable) {
        VendorFailure failure = (VendorFailure) passable;
        VendorAnswer.Content said = failure.said().orElseThrow();
        return new Written<>(reply(said, failure.retryAfter()), aftermath(said.status()));
    }

    private static Reply reply(VendorAnswer.Content said, Duration retryAfter) {
        return new Reply(said.status(), said.isJson() ? document(said) : null, said.revision(), retryAfter);
    }

    private static Document document(VendorAnswer.Content said) {
        return new Document(said.body().getBytes());
    }

    /** Who writes on a revision that has passed, or on what is gone, has been shown it here. */
    private static Aftermath aftermath(int status) {
        return switch (status) {
            case 404, 409, 412 -> Aftermath.REFETCH;
            default -> status >= 500 ? Aftermath.DISTRUST : Aftermath.NOTHING;
        };
    }

    private void raiseAfter(Written<Reply> written, AccountId account, ItemKind kind) {
        if (written.aftermath() != Aftermath.NOTHING) {
            floors.raise(account, kind, written.answer().revision());
        }
    }

    private void doubtAddressAfter(Throwable failure, AccountId account) {
        if (failure instanceof VendorFailure known && known.kind() == Kind.UNREACHABLE) {
            domains.doubt(account);
        }
    }

    private static Written<Reply> impossible(VendorAnswer.NotModified answer) {
        return impossible();
    }

    private static Written<Reply> impossible() {
        throw new IllegalStateException("to the letter, it is content or a failure");
    }
}
