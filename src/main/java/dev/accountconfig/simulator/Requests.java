package dev.accountconfig.simulator;

/** Which requests a mishap strikes. None of them includes the control path. */
public enum Requests {
    DOMAINS,
    LOGIN,
    TOKENS,
    OCCASIONS,
    WORKDAYS,
    SKILLS,
    /** Every GET of accountConfig, whatever the resource. */
    READS,
    /** Every other method on accountConfig. */
    WRITES,
    ANY;

    boolean include(Received request) {
        var service = request.service();
        boolean configuration = Service.CONFIGURATION.contains(service);
        return switch (this) {
            case DOMAINS -> service == Service.DOMAINS;
            case LOGIN -> service == Service.LOGIN;
            case TOKENS -> service == Service.TOKENS;
            case OCCASIONS -> service == Service.OCCASIONS;
            case WORKDAYS -> service == Service.WORKDAYS;
            case SKILLS -> service == Service.SKILLS;
            case READS -> configuration && request.isRead();
            case WRITES -> configuration && !request.isRead();
            case ANY -> true;
        };
    }
}
