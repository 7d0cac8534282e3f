package io.github.ecs2k8s.glossary;

import java.util.Locale;

/**
 * One entry of the glossary: what a thing is called on both sides and how they differ, in English and Japanese. Each
 * correspondence speaks for exactly one term.
 */
public enum Term {
    TASK_DEFINITION(
            "task definition",
            "タスク定義",
            "pod template",
            "Pod テンプレート",
            "A family and its newest revision become one workload; the revision is an annotation, never part of a selector.",
            "ファミリーの最新リビジョンが一つのワークロードになります。リビジョンは注釈であり、セレクターには入りません。"),
    CONTAINER_DEFINITION(
            "container definition",
            "コンテナ定義",
            "container",
            "コンテナ",
            "Name and image carry over; a name must be a DNS label in Kubernetes.",
            "名前とイメージはそのままです。Kubernetes の名前は DNS ラベルでなければなりません。"),
    COMMAND(
            "entry point and command",
            "エントリーポイントとコマンド",
            "command and args",
            "command と args",
            "The names cross over: entryPoint is command, command is args; $(X) is escaped because only Kubernetes expands it.",
            "名前が入れ替わります。entryPoint は command、command は args です。$(X) は Kubernetes だけが展開するためエスケープします。"),
    ;

    private final String ecs;
    private final String ecsJa;
    private final String kubernetes;
    private final String kubernetesJa;
    private final String explanation;
    private final String explanationJa;
    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Term(String ecs, String ecsJa, String kubernetes, String kubernetesJa, String explanation, String explanationJa) {
        this.ecs = ecs;
        this.ecsJa = ecsJa;
        this.kubernetes = kubernetes;
        this.kubernetesJa = kubernetesJa;
        this.explanation = explanation;
        this.explanationJa = explanationJa;
    }

    /** What ECS users call it. */
    public String ecs() {
        return ecs;
    }

    /** The ECS name in Japanese. */
    public String ecsJa() {
        return ecsJa;
    }

    /** What Kubernetes users call it. */
    public String kubernetes() {
        return kubernetes;
    }

    /** The Kubernetes name in Japanese. */
    public String kubernetesJa() {
        return kubernetesJa;
    }

    /** One or two sentences on the correspondence and its trap. */
    public String explanation() {
        return explanation;
    }

    /** The same in Japanese. */
    public String explanationJa() {
        return explanationJa;
    }

    /** The kebab-case form, as used on the command line and as the folder of its golden cases. */
    @Override
    public String toString() {
        return id;
    }
}
