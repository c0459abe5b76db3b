package dev.accountconfig.simulator;

import java.util.List;

/** The three collections of an account that the simulator understands (contract, sections 1.6, 2 and 3). */
public enum Kind {
    OCCASIONS("specialoccasion", "occasions.json"),
    WORKDAYS("workinghours", "workdays.json"),
    SKILLS("skills", "skills.json");

    private final String type;
    private final String resource;

    Kind(String type, String resource) {
        this.type = type;
        this.resource = resource;
    }

    /** The collection's name in paths and in error bodies. */
    String type() {
        return type;
    }

    /** The fields of a list without {@code select}, in the vendor's order. */
    List<String> summary() {
        return isHours() ? List.of("id", "name", "deleted", "isDefault") : List.of("id", "deleted", "name");
    }

    /** The file of the default world. */
    String resource() {
        return resource;
    }

    /** Whether its objects have events and a default among them: the two of ac-common. */
    boolean isHours() {
        return this != SKILLS;
    }
}
