package io.github.ecs2k8s.cli;

/** The languages of explanations. */
enum Language {
    EN,
    JA;

    /** One of two texts. */
    String pick(String english, String japanese) {
        return this == EN ? english : japanese;
    }

    @Override
    public String toString() {
        return Choices.spelled(this);
    }
}
