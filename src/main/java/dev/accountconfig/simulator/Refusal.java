package dev.accountconfig.simulator;

/** Ends the treatment of a request with an answer that is not what was asked for. Carries no stack: it is no accident. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super(Integer.toString(answer.status()), null, false, false);
        this.answer = answer;
    }

    static Refusal badRequest(String type, String message) {
        return new Refusal(Answer.configurationError(400, type, 5, message));
    }

    Answer answer() {
        return answer;
    }
}
