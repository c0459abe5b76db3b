package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An origin that remembers each question and answers when the test says so. */
final class ScriptedOrigin implements Origin<String, String> {
    private final List<Question> questions = new ArrayList<>();

    static final class Question {
        final String key;
        final @Nullable String revision;
        final boolean urgent;
        final boolean latest;
        private final UniEmitter<? super Answer<String>> asker;

        private Question(String key, Origin.Question question, UniEmitter<? super Answer<String>> asker) {
            this.key = key;
            this.revision = question.revision();
            this.urgent = question.urgent();
            this.latest = question.latest();
            this.asker = asker;
        }

        void find(String value, String revision) {
            asker.complete(new Answer.Found<>(value, revision));
        }

        void confirm() {
            asker.complete(new Answer.Unchanged<>(null));
        }

        void findNothing() {
            asker.complete(new Answer.Absent<>());
        }

        void fail(Throwable failure) {
            asker.fail(failure);
        }

        void fail() {
            fail(OriginFailure.unavailable("down"));
        }
    }

    @Override
    public Uni<Answer<String>> ask(String key, Origin.Question question) {
        return Uni.createFrom().emitter(asker -> {
            synchronized (questions) {
                questions.add(new Question(key, question, asker));
            }
        });
    }

    int asked() {
        synchronized (questions) {
            return questions.size();
        }
    }

    Question last() {
        synchronized (questions) {
            return questions.get(questions.size() - 1);
        }
    }
}
