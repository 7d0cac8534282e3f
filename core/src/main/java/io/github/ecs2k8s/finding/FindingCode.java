package io.github.ecs2k8s.finding;

import static io.github.ecs2k8s.finding.Fidelity.APPROXIMATE;
import static io.github.ecs2k8s.finding.Fidelity.EXACT;
import static io.github.ecs2k8s.finding.Fidelity.UNTRANSLATABLE;
import static io.github.ecs2k8s.finding.Severity.ERROR;
import static io.github.ecs2k8s.finding.Severity.INFO;
import static io.github.ecs2k8s.finding.Severity.WARNING;

import java.util.Locale;

/**
 * The closed list of everything a translation can say. A code is stable: scripts and suppressions name it.
 *
 * <p>Each has a severity, what it means for the fidelity of the values it points at ({@code EXACT}: only a remark),
 * and a one-sentence summary in both languages. {@code docs/findings.md} is generated from this list.
 */
public enum FindingCode {
    // Readers: what the text itself gets wrong.
    DUPLICATE_KEY(WARNING, EXACT, "A key stands twice in one object; the last one counts.", "同じキーが二度あります。最後の値を使います。"),
    UNKNOWN_FIELD(
            WARNING,
            UNTRANSLATABLE,
            "The service has no such field; it is probably a typing error.",
            "サービスに存在しないフィールドです。打ち間違いの可能性があります。"),
    WRONG_TYPE(
            ERROR,
            UNTRANSLATABLE,
            "The value has a type that the field does not accept; it is left out.",
            "フィールドが受け付けない型の値です。省きました。"),
    LIST_ASSUMED(
            WARNING,
            APPROXIMATE,
            "A single value stands where a list belongs; it is read as a list of one.",
            "リストの位置に単独の値があります。要素一つのリストとして読みます。"),
    SPELLING_CORRECTED(
            INFO,
            EXACT,
            "A name is spelled differently from the service's own; it is read as what is evidently meant.",
            "サービスの綴りと異なりますが、明らかに意図された名前として読みます。"),
    UNKNOWN_VALUE(WARNING, APPROXIMATE, "The value is not one of those the service accepts.", "サービスが受け付ける値ではありません。"),
    INVALID_VALUE(ERROR, UNTRANSLATABLE, "The service itself would refuse this value.", "サービス自身が拒否する値です。"),
    MISSING_FIELD(ERROR, EXACT, "The service requires a field that is not there.", "必須フィールドがありません。"),
    FAMILY_ASSUMED(
            INFO,
            EXACT,
            "The task definition names no family; the name of its file is used.",
            "ファミリー名がないため、ファイル名を使います。"),
    UNRENDERED_PLACEHOLDER(
            WARNING,
            EXACT,
            "A template placeholder was not rendered; it is carried over as text.",
            "テンプレートのプレースホルダーが展開されていません。文字のまま写します。"),
    NOT_RECOGNISED(INFO, UNTRANSLATABLE, "The document is nothing this program translates.", "このプログラムが変換する対象ではない文書です。"),
    NOT_TRANSLATED(
            WARNING,
            UNTRANSLATABLE,
            "No correspondence owns this field; nothing was written for it.",
            "対応付けのないフィールドです。出力には含まれません。"),
    SUPERSEDED(
            INFO,
            UNTRANSLATABLE,
            "A higher revision of the same family is in the input.",
            "同じファミリーのより新しいリビジョンが入力にあります。"),

    FAMILY_AMBIGUOUS(
            ERROR,
            UNTRANSLATABLE,
            "The same family stands twice in the input and no revision says which is newer.",
            "同じファミリーが二度あり、どちらが新しいかを示すリビジョンがありません。"),

    // CloudFormation templates.
    UNRESOLVED_REFERENCE(
            WARNING,
            APPROXIMATE,
            "A template refers to a value that is not known here; a placeholder is written.",
            "テンプレートが参照する値が不明なため、プレースホルダーを書きました。"),
    RESOURCES_LEFT_OUT(
            WARNING, UNTRANSLATABLE, "The template has resources that are not translated.", "テンプレートに変換対象でないリソースがあります。"),

    // Names and labels.
    NAME_ADJUSTED(
            INFO,
            APPROXIMATE,
            "The name is not valid in Kubernetes and is written in a valid form.",
            "Kubernetes では無効な名前なので、有効な形に直しました。"),

    // Hosts, names and networks.
    SHARED_BY_POD(
            INFO,
            APPROXIMATE,
            "What one container asked for holds for every container of the Pod.",
            "一つのコンテナの設定が Pod のすべてのコンテナに適用されます。"),
    ONE_PER_POD(
            WARNING,
            UNTRANSLATABLE,
            "Containers ask for different values of something that a Pod has only once.",
            "Pod に一つしかないものに、コンテナごとに異なる値が指定されています。"),
    HOST_ENTRY_INVALID(
            WARNING,
            UNTRANSLATABLE,
            "A host entry has a name or an address that a Pod refuses.",
            "Pod が受け付けないホスト名またはアドレスです。"),
    HOST_CONFLICT(
            WARNING,
            UNTRANSLATABLE,
            "Containers give one host name different addresses; a Pod has one hosts file.",
            "同じホスト名に異なるアドレスが指定されています。Pod の hosts ファイルは一つです。"),
    HOSTS_REGROUPED(
            INFO,
            APPROXIMATE,
            "Host entries are grouped by address, which changes their order.",
            "ホストのエントリーをアドレスごとにまとめたため、順序が変わります。"),
    HOSTNAME_IGNORED(
            WARNING,
            UNTRANSLATABLE,
            "A Pod in the host's network has the host's name.",
            "ホストネットワークの Pod はホストの名前になります。"),
    DNS_ENTRY_INVALID(
            WARNING,
            UNTRANSLATABLE,
            "A name server or search domain is not one that a Pod accepts.",
            "Pod が受け付けないネームサーバーまたは検索ドメインです。"),
    DNS_LIMIT(
            WARNING,
            UNTRANSLATABLE,
            "A Pod takes three name servers and 32 search domains.",
            "Pod に指定できるネームサーバーは三つ、検索ドメインは 32 個までです。"),
    CLUSTER_DNS_BYPASSED(
            WARNING,
            EXACT,
            "The Pod asks only the name servers given; names of cluster services do not resolve.",
            "指定したネームサーバーだけを使うため、クラスター内のサービス名は解決できません。"),
    LINK_AS_HOST_ALIAS(
            INFO,
            APPROXIMATE,
            "Linked containers reach each other at localhost; the link's name is an alias of it.",
            "リンクしたコンテナは localhost で通信します。リンク名はその別名になります。"),
    BRIDGE_NETWORK(
            INFO,
            APPROXIMATE,
            "Every Pod has an address of its own, which its containers share; there is no bridge.",
            "Pod は固有のアドレスを持ち、コンテナはそれを共有します。ブリッジはありません。"),
    BRIDGE_REQUIRED(
            WARNING,
            EXACT,
            "ECS takes host entries and host names only outside awsvpc; containers then do not share localhost.",
            "ECS ではホストのエントリーやホスト名は awsvpc 以外でのみ使えます。その場合 localhost は共有されません。"),
    NETWORK_NONE(
            WARNING,
            APPROXIMATE,
            "A Pod always has a network; a NetworkPolicy denies all traffic where the network plugin enforces it.",
            "Pod には必ずネットワークがあります。ネットワークプラグインが対応していれば NetworkPolicy ですべて拒否します。"),
    NETWORK_PER_CONTAINER(
            WARNING,
            UNTRANSLATABLE,
            "Containers of a Pod share its network; it cannot be off for one of them.",
            "Pod のコンテナはネットワークを共有するため、一つだけ無効にはできません。"),
    IPC_MODE_NONE(
            WARNING,
            APPROXIMATE,
            "Containers of a Pod always share their IPC namespace.",
            "Pod のコンテナは常に IPC 名前空間を共有します。"),

    // Placement and platform.
    PLACEMENT_UNTRANSLATABLE(
            WARNING,
            UNTRANSLATABLE,
            "Nothing that nodes are labelled with says this; the Pod may run on any node.",
            "対応するノードラベルがないため、Pod はどのノードでも動きます。"),
    PLACEMENT_PARTLY(
            WARNING,
            APPROXIMATE,
            "Part of a placement expression has no node label and is left out.",
            "配置式の一部に対応するノードラベルがないため、省きました。"),
    EXPRESSION_REWRITTEN(
            INFO,
            APPROXIMATE,
            "The placement expression is written in another form with the same meaning.",
            "配置式を同じ意味の別の形で書きました。"),
    NODE_LABEL_NEEDED(
            WARNING,
            EXACT,
            "The Pod stays pending until a node carries this label.",
            "このラベルを持つノードができるまで Pod は Pending のままです。"),
    WINDOWS_EDITION(
            INFO,
            APPROXIMATE,
            "Nodes are labelled with their Windows build, not with its edition (Core or Full).",
            "ノードのラベルは Windows のビルドを表し、エディション（Core、Full）は表しません。"),
    WINDOWS_VERSION(
            WARNING,
            APPROXIMATE,
            "Kubernetes has no nodes of this Windows version.",
            "Kubernetes はこのバージョンの Windows ノードに対応していません。"),
    LAUNCH_TYPE(
            INFO,
            UNTRANSLATABLE,
            "Where a Pod runs is decided by the cluster's nodes and profiles, not by the Pod.",
            "Pod がどこで動くかは Pod ではなくクラスターのノードやプロファイルで決まります。"),
    FARGATE_LIMIT(
            WARNING,
            EXACT,
            "Fargate on EKS does not run this; the Pod needs an ordinary node.",
            "EKS の Fargate では動きません。通常のノードが必要です。"),

    // What the service itself wrote.
    READ_ONLY_FIELD(
            INFO,
            UNTRANSLATABLE,
            "The service set this field; a manifest has no use for it.",
            "サービスが設定するフィールドです。マニフェストには不要です。"),
    TASK_DEFINITION_INACTIVE(
            WARNING,
            UNTRANSLATABLE,
            "The task definition was deregistered; it is written as if it were active.",
            "登録解除されたタスク定義です。有効なものとして書き出します。"),

    // Roles.
    TASK_ROLE_TRUST(
            INFO,
            EXACT,
            "The role trusts ECS and must trust the cluster's identity provider instead.",
            "ロールの信頼ポリシーを ECS からクラスターの ID プロバイダーに変える必要があります。"),
    TASK_ROLE_INCOMPLETE(
            WARNING,
            APPROXIMATE,
            "The task role is not a complete role ARN; nothing was invented.",
            "タスクロールが完全なロール ARN ではありません。補完はしていません。"),
    TASK_ROLE_UNAVAILABLE(
            WARNING,
            APPROXIMATE,
            "Outside EKS nothing gives a Pod an IAM role.",
            "EKS 以外では Pod に IAM ロールを渡す仕組みがありません。"),
    SERVICE_ACCOUNT_UNKNOWN(
            WARNING,
            APPROXIMATE,
            "The ServiceAccount is not in the input, so its role is unknown.",
            "ServiceAccount が入力にないため、ロールは不明です。"),
    EXECUTION_ROLE(
            WARNING,
            UNTRANSLATABLE,
            "Pulling images and reading secrets is done by the node, not by a role of the Pod.",
            "イメージの取得やシークレットの読み取りは Pod のロールではなくノードが行います。"),

    // Proxies, faults, versions.
    PROXY_CONFIGURATION(
            WARNING,
            UNTRANSLATABLE,
            "Nothing redirects the Pod's traffic through the proxy container.",
            "Pod の通信はプロキシコンテナを経由しません。"),
    FAULT_INJECTION(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes does not take fault injection requests from containers.",
            "Kubernetes はコンテナからの障害注入リクエストを受け付けません。"),

    // Labels.
    TAG_AS_ANNOTATION(
            INFO, EXACT, "A tag that is no valid label is kept in an annotation.", "ラベルとして無効なタグはアノテーションに残します。"),
    AWS_TAG(
            INFO,
            APPROXIMATE,
            "AWS set this tag and reserves it; it is kept in an annotation and not given back.",
            "AWS が設定した予約済みタグです。アノテーションに残しますが、逆変換では戻しません。"),
    DOCKER_LABEL_AS_ANNOTATION(
            INFO,
            EXACT,
            "A docker label that is no valid label of the Pod is kept in an annotation.",
            "Pod のラベルにできない Docker ラベルはアノテーションに残します。"),
    TRAEFIK_LABELS(
            WARNING,
            APPROXIMATE,
            "Traefik on Kubernetes reads Ingress or IngressRoute objects, not labels.",
            "Kubernetes の Traefik はラベルではなく Ingress や IngressRoute を読みます。"),

    // The way back.
    NO_ECS_COUNTERPART(
            WARNING, UNTRANSLATABLE, "ECS has nothing that corresponds to this field.", "ECS に対応するものがありません。"),

    // Environment and secrets.
    ENVIRONMENT_NAME(ERROR, UNTRANSLATABLE, "The variable's name is not allowed; it is left out.", "使えない変数名のため、省きました。"),
    ENVIRONMENT_REPEATED(
            WARNING,
            UNTRANSLATABLE,
            "The variable is given more than once; this one does not count.",
            "同じ変数が複数あり、これは無視されます。"),
    PLAIN_CREDENTIAL(INFO, EXACT, "What looks like a credential stands in plain text.", "認証情報らしい値が平文で書かれています。"),
    ENVIRONMENT_FILE_UNKNOWN(
            WARNING,
            APPROXIMATE,
            "The contents of the environment file are not known; the Pod waits for a ConfigMap.",
            "環境ファイルの中身が不明です。Pod は ConfigMap が作られるまで待ちます。"),
    ENVIRONMENT_FILE_LINE(WARNING, APPROXIMATE, "A line of the environment file is left out.", "環境ファイルの一行を省きました。"),
    ENVIRONMENT_SOURCE(WARNING, UNTRANSLATABLE, "ECS cannot take a variable from there.", "ECS はそこから変数を取得できません。"),
    SECRET_REFERENCE(
            ERROR, UNTRANSLATABLE, "The reference is neither a secret nor a parameter.", "シークレットでもパラメータでもない参照です。"),
    SECRET_WITHOUT_VALUE(
            WARNING,
            APPROXIMATE,
            "A Secret is written without data; the Pod waits until somebody fills it.",
            "値なしの Secret を書き出しました。値が入るまで Pod は待ちます。"),
    PARAMETER_TYPE_UNKNOWN(
            WARNING, APPROXIMATE, "A parameter of unknown type is treated as secret.", "型が不明なパラメータなので、シークレットとして扱います。"),
    PARAMETER_WITHOUT_VALUE(
            WARNING,
            APPROXIMATE,
            "A ConfigMap is written without data; the Pod waits until somebody fills it.",
            "値なしの ConfigMap を書き出しました。値が入るまで Pod は待ちます。"),
    SECRET_STORE_ACCESS(
            WARNING,
            APPROXIMATE,
            "Whoever fetches the secret in the cluster needs the permission to read it.",
            "クラスタでシークレットを取得する側に読み取り権限が必要です。"),
    REGION_UNKNOWN(ERROR, APPROXIMATE, "No region is known for a SecretStore.", "SecretStore のリージョンが不明です。"),
    REGISTRY_CREDENTIALS(
            WARNING,
            APPROXIMATE,
            "The pull Secret has to be created with the registry's user name and password.",
            "レジストリのユーザー名とパスワードでプル用 Secret を作る必要があります。"),
    PULL_SECRET_SHARED(
            INFO,
            APPROXIMATE,
            "Pull Secrets belong to the Pod, not to one container.",
            "プル用 Secret はコンテナではなく Pod に属します。"),
    PULL_SECRET(
            WARNING,
            UNTRANSLATABLE,
            "A pull Secret has no counterpart before it is in Secrets Manager.",
            "プル用 Secret は Secrets Manager に入れるまで対応先がありません。"),

    // Logs.
    LOGS_TO_STDOUT(
            INFO,
            APPROXIMATE,
            "The log driver is not needed: the container's output is kept by its node.",
            "ログドライバーは不要です。出力はノードが保持し、kubectl logs で読めます。"),
    LOG_DRIVER(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes has no log drivers; shipping logs is an agent's job.",
            "Kubernetes にログドライバーはありません。転送はエージェントの仕事です。"),
    FIRELENS_NO_DRIVER(
            WARNING,
            APPROXIMATE,
            "Nothing brings the container's output to the log router by itself.",
            "コンテナの出力は自動的にはログルーターに届きません。"),
    FIRELENS_WITHOUT_ROUTER(
            WARNING, UNTRANSLATABLE, "The log driver awsfirelens needs a log router.", "awsfirelens にはログルーターが必要です。"),
    FIRELENS_ROUTER(
            INFO,
            APPROXIMATE,
            "The log router is kept, with the configuration ECS would generate in a ConfigMap.",
            "ログルーターは残し、ECS が生成するはずの設定を ConfigMap に書きました。"),
    FIRELENS_FILE(
            WARNING, UNTRANSLATABLE, "The log router's file in S3 is not fetched.", "S3 にあるログルーターの設定ファイルは取得しません。"),

    // Workloads.
    SCHEDULE_UNKNOWN(
            WARNING,
            EXACT,
            "A CronJob was asked for and no schedule is known; it is suspended.",
            "スケジュールが不明なため、CronJob は停止状態で書き出します。"),
    ;

    private final Severity severity;
    private final Fidelity fidelity;
    private final String summary;
    private final String summaryJa;
    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    FindingCode(Severity severity, Fidelity fidelity, String summary, String summaryJa) {
        this.severity = severity;
        this.fidelity = fidelity;
        this.summary = summary;
        this.summaryJa = summaryJa;
    }

    /** How much findings of this code matter. */
    public Severity severity() {
        return severity;
    }

    /** What a finding of this code says of the values at and below its pointer; {@code EXACT} for a mere remark. */
    public Fidelity fidelity() {
        return fidelity;
    }

    /** One English sentence. */
    public String summary() {
        return summary;
    }

    /** The same sentence in Japanese. */
    public String summaryJa() {
        return summaryJa;
    }

    /** The stable kebab-case form, as printed: {@code name-adjusted}. */
    @Override
    public String toString() {
        return id;
    }
}
