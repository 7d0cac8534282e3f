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
    API_VERSION(INFO, EXACT, "An old API version is read as the one that took its place.", "古い API バージョンを後継として読みます。"),
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
    OBJECT_MADE(
            INFO,
            UNTRANSLATABLE,
            "The object was made by another one, or by the cluster; nothing of its own is written.",
            "別のオブジェクトまたはクラスター自身が作ったオブジェクトのため、単独では何も書きません。"),
    POD_ANNOTATION(
            WARNING,
            UNTRANSLATABLE,
            "A controller in the cluster reads this annotation; nobody does in ECS.",
            "クラスターのコントローラーが読むアノテーションです。ECS では誰も読みません。"),
    METADATA_LEFT_OUT(
            INFO,
            UNTRANSLATABLE,
            "Labels or notes in an object's metadata mean nothing outside a cluster; they are not written.",
            "オブジェクトのメタデータのラベルや注記はクラスターの外では意味を持たないため、書きません。"),
    OBJECT_UNUSED(
            WARNING,
            UNTRANSLATABLE,
            "Nothing in the input uses these objects; nothing is written for them.",
            "入力の中にこれらのオブジェクトを使うものがないため、何も書きません。"),
    KIND_WITHOUT_COUNTERPART(
            WARNING,
            UNTRANSLATABLE,
            "ECS has no counterpart to this kind of object; nothing is written for it.",
            "ECS に対応するものがない種類のオブジェクトです。何も書きません。"),

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
            WARNING, EXACT, "The template has resources that are not translated.", "テンプレートに変換対象でないリソースがあります。"),
    TEMPLATE_TRANSFORM(
            WARNING,
            EXACT,
            "CloudFormation changes this template before it creates anything; what that adds is not known here.",
            "CloudFormation が作成前にテンプレートを変換します。変換で加わるものはここでは不明です。"),
    IMPORT_ASSUMED(
            WARNING,
            APPROXIMATE,
            "An imported value is taken from a template in the input whose export differs in the stack's name only.",
            "インポートする値を、スタック名だけが異なるエクスポートを持つ入力テンプレートから取りました。"),

    // Descriptions of one thing in several inputs.
    RESOURCE_MERGED(
            INFO, EXACT, "The same thing is described twice; what stands later counts.", "同じものが二度記述されています。後のものを使います。"),
    OWNER_UNKNOWN(
            WARNING,
            UNTRANSLATABLE,
            "A part of a resource does not say which one it belongs to; it is left out.",
            "どのリソースの一部であるかが分からないため、省きました。"),

    // Names and labels.
    NAME_ADJUSTED(
            INFO,
            APPROXIMATE,
            "The name is not valid on the other side, or taken there, and is written in another form.",
            "変換先では無効な名前か、既に使われている名前なので、別の形で書きました。"),
    FAMILY_ADJUSTED(
            INFO,
            APPROXIMATE,
            "The workload's name is not valid as a family, or several workloads have it; the family has another.",
            "ワークロード名がファミリー名として無効か、複数のワークロードで同じなので、別のファミリー名にしました。"),

    // CPU, memory, storage, accelerators.
    CPU_ROUNDED(
            INFO,
            APPROXIMATE,
            "1024 CPU units are 1000 millicores; a few numbers of units share a millicore with their neighbour.",
            "CPU ユニット 1024 は 1000 ミリコアです。隣の値と同じミリコアになる値がわずかにあります。"),
    TASK_SIZE_UNIT(
            INFO,
            APPROXIMATE,
            "A task size in vCPU or GB is stored in CPU units or MiB, as the service does.",
            "vCPU や GB で書かれたタスクサイズは、サービスと同じく CPU ユニットや MiB になります。"),
    TASK_SIZE_SHARED(
            WARNING,
            APPROXIMATE,
            "Without pod-level resources the task's size is shared out among its containers.",
            "Pod レベルのリソースが使えないため、タスクのサイズをコンテナに分配しました。"),
    TASK_SIZE_EXCEEDED(
            WARNING,
            APPROXIMATE,
            "The containers ask for more than the task has; the Pod gets what they ask for.",
            "コンテナの合計がタスクのサイズを超えています。Pod には合計を割り当てます。"),
    CPU_LIMIT(
            WARNING,
            APPROXIMATE,
            "ECS caps the CPU of a task, not of one of its containers.",
            "ECS が制限するのはタスク全体の CPU で、個々のコンテナではありません。"),
    SIZE_ROUNDED(INFO, APPROXIMATE, "ECS counts in whole CPU units, MiB and GiB.", "ECS は CPU ユニット、MiB、GiB の整数で数えます。"),
    OUT_OF_RANGE(
            WARNING,
            APPROXIMATE,
            "The service accepts another range of values; the value is carried as it stands, unless the finding says another.",
            "サービスが受け付ける範囲の外です。検出結果に別の値がない限り、値はそのまま書き出します。"),
    ACCELERATOR_PLUGIN(
            INFO,
            EXACT,
            "Nodes offer accelerators only with the vendor's device plugin.",
            "ノードがアクセラレーターを提供するには、ベンダーのデバイスプラグインが必要です。"),
    ACCELERATOR_COUNT(
            WARNING,
            APPROXIMATE,
            "A Pod asks for a number of devices; it cannot ask for all that a node has.",
            "Pod はデバイスの数を指定します。ノードのすべてを要求することはできません。"),
    ELASTIC_INFERENCE(
            WARNING,
            APPROXIMATE,
            "Elastic Inference was shut down; a Neuron device takes its place and needs a model compiled for it.",
            "Elastic Inference は終了しました。Neuron デバイスで置き換えますが、モデルの再コンパイルが必要です。"),

    // Health checks.
    HEALTH_CHECK_FORM(
            WARNING,
            APPROXIMATE,
            "Docker runs only health checks that begin with CMD or CMD-SHELL; it is read as what is evidently meant.",
            "Docker が実行するのは CMD か CMD-SHELL で始まるものだけです。明らかな意図に沿って読みます。"),
    HEALTH_CHECK_SHELL(
            INFO,
            APPROXIMATE,
            "CMD with a shell and CMD-SHELL are one form in Kubernetes.",
            "シェルを呼ぶ CMD と CMD-SHELL は Kubernetes では同じ形です。"),
    HEALTH_CHECK_NONE(
            INFO,
            APPROXIMATE,
            "Kubernetes ignores the health check of an image, so there is nothing to switch off.",
            "Kubernetes はイメージのヘルスチェックを無視するため、無効にする必要がありません。"),
    HEALTH_CHECK_EMPTY(
            WARNING,
            UNTRANSLATABLE,
            "A health check without a command checks nothing; the service refuses it.",
            "コマンドのないヘルスチェックは何も確認しません。サービスに拒否されます。"),
    HEALTH_CHECK_UNUSED(
            INFO,
            UNTRANSLATABLE,
            "ECS only shows the health of a container that is not essential; a probe would restart it.",
            "必須でないコンテナのヘルスは ECS では表示だけです。プローブにすると再起動されます。"),
    HEALTH_CHECK_AT_START(
            INFO,
            APPROXIMATE,
            "The check only decides when others start; afterwards ECS only shows the result.",
            "他のコンテナの開始を決めるだけのチェックです。その後は ECS では表示だけです。"),
    HEALTH_CHECK_ON_INIT(
            WARNING,
            UNTRANSLATABLE,
            "An init container runs to its end and takes no probes.",
            "init コンテナは最後まで実行され、プローブを持てません。"),
    PROBES_MERGED(
            INFO,
            APPROXIMATE,
            "ECS has one health check for starting, living and being ready.",
            "ECS のヘルスチェックは起動・生存・準備完了で共通です。"),
    PROBE_AS_COMMAND(
            WARNING,
            APPROXIMATE,
            "ECS runs a command in the container; the image must have the program it calls.",
            "ECS はコンテナ内でコマンドを実行します。イメージにそのプログラムが必要です。"),

    PROBE_TIMING(
            INFO, APPROXIMATE, "ECS has one health check, with times of its own.", "ECS のヘルスチェックは一つで、時間の取り方が異なります。"),
    PROBE_REPLACES(
            WARNING,
            APPROXIMATE,
            "ECS replaces a task that is not healthy, where Kubernetes only keeps traffic away.",
            "ECS は異常なタスクを入れ替えます。Kubernetes では通信を止めるだけです。"),

    // Start and stop.
    CONTAINER_HOOK(
            WARNING,
            UNTRANSLATABLE,
            "ECS runs nothing in a container but its command; what a hook does has to move.",
            "ECS はコンテナでコマンド以外を実行しません。フックの処理は別の場所へ移す必要があります。"),
    DRAINED_BEFORE_STOP(
            INFO, APPROXIMATE, "ECS lets go of a task's connections before it stops it.", "ECS は接続を切り離してからタスクを停止します。"),
    DEPENDENCY_CYCLE(
            ERROR,
            UNTRANSLATABLE,
            "Containers wait for each other in a circle; none would ever start.",
            "コンテナが循環して待ち合っており、どれも起動できません。"),
    START_ORDER(
            WARNING,
            APPROXIMATE,
            "Ordinary containers of a Pod start together; the one that waits must try again until the other is there.",
            "Pod の通常のコンテナは同時に起動します。待つ側は相手が現れるまで再試行が必要です。"),
    START_ORDER_CHANGED(
            INFO,
            APPROXIMATE,
            "Init containers and sidecars start one after another, which says the same in another form.",
            "init コンテナとサイドカーは順に起動します。同じ意味を別の形で表します。"),
    START_DELAYED(
            INFO,
            EXACT,
            "Every container waits for the init containers and sidecars before it, whether it depends on them or not.",
            "依存していないコンテナも、前にある init コンテナやサイドカーを待ちます。"),
    SIDECAR_UNAVAILABLE(
            WARNING,
            APPROXIMATE,
            "Native sidecars need Kubernetes 1.29; an ordinary container starts together with the others.",
            "ネイティブサイドカーには Kubernetes 1.29 が必要です。通常のコンテナとして同時に起動します。"),
    COMPLETE_AS_SUCCESS(
            WARNING,
            APPROXIMATE,
            "A Pod goes on only when an init container succeeds; ECS goes on when it has ended.",
            "Pod は init コンテナの成功を待ちます。ECS は終了すれば先に進みます。"),
    HEALTHY_WITHOUT_CHECK(
            WARNING,
            APPROXIMATE,
            "A container is awaited healthy and has no health check; it is awaited started.",
            "ヘルスチェックのないコンテナが HEALTHY を待たれています。起動だけを待ちます。"),
    START_TIMEOUT(
            WARNING, UNTRANSLATABLE, "Kubernetes waits for a start as long as it takes.", "Kubernetes は起動を無期限に待ちます。"),
    NONESSENTIAL_CONTAINER(
            WARNING,
            APPROXIMATE,
            "Kubernetes restarts every container that stops; ECS lets a non-essential one stay stopped.",
            "Kubernetes は停止したコンテナを再起動します。ECS は必須でないものを停止したままにします。"),
    ESSENTIAL_INIT(
            WARNING,
            APPROXIMATE,
            "A container whose end others wait for cannot be essential; the service refuses it.",
            "終了を待たれるコンテナは必須にできません。サービスに拒否されます。"),
    NO_ESSENTIAL_CONTAINER(
            WARNING,
            EXACT,
            "A task needs at least one essential container; the service refuses it.",
            "タスクには必須コンテナが少なくとも一つ必要です。サービスに拒否されます。"),
    ENDS_WITH_THE_LAST(
            WARNING,
            EXACT,
            "A Job ends when all its ordinary containers have ended; a task ends with the first essential one.",
            "Job はすべての通常コンテナの終了で終わります。タスクは最初の必須コンテナの終了で終わります。"),
    RESTARTS_ANYWAY(
            INFO,
            APPROXIMATE,
            "Kubernetes restarts the containers of a Pod by itself.",
            "Kubernetes は Pod のコンテナを自動的に再起動します。"),
    NO_RESTART(
            WARNING,
            UNTRANSLATABLE,
            "A workload that runs to its end does not restart its containers.",
            "最後まで実行されるワークロードはコンテナを再起動しません。"),
    IGNORED_EXIT_CODES(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes restarts a container whatever its exit code.",
            "Kubernetes は終了コードにかかわらずコンテナを再起動します。"),
    RESTART_ATTEMPT_PERIOD(
            INFO,
            UNTRANSLATABLE,
            "Kubernetes has its own waits between restarts: 10 seconds, doubling to five minutes.",
            "再起動の間隔は Kubernetes が決めます。10 秒から始まり、5 分まで倍増します。"),
    STOP_TIMEOUT_SHARED(
            INFO,
            APPROXIMATE,
            "A Pod has one grace period, the longest of its containers.",
            "Pod の猶予期間は一つで、コンテナのうち最長のものになります。"),

    // Ports.
    PORT_NAME_TAKEN(
            WARNING,
            UNTRANSLATABLE,
            "The names of ports are unique in a task definition.",
            "ポート名はタスク定義の中で一意でなければなりません。"),
    HOST_PORT(
            WARNING,
            UNTRANSLATABLE,
            "A Pod has an address of its own and opens no port of the node; a Service leads to it.",
            "Pod は固有のアドレスを持ち、ノードのポートは開きません。Service を経由します。"),
    INSTANCE_PORT(
            INFO,
            APPROXIMATE,
            "The port is open at the Pod's own address, no longer at the instance's.",
            "ポートはインスタンスではなく Pod 自身のアドレスで開きます。"),
    APP_PROTOCOL(
            INFO,
            UNTRANSLATABLE,
            "The application protocol belongs to a Service, not to a container port.",
            "アプリケーションプロトコルはコンテナポートではなく Service の属性です。"),
    PORT_RANGE(INFO, APPROXIMATE, "A range is written as its single ports.", "ポート範囲を個々のポートとして書き出します。"),
    PORT_RANGE_OMITTED(
            INFO,
            UNTRANSLATABLE,
            "A Pod may listen on any port without declaring it; a long range is not written out.",
            "Pod は宣言なしにどのポートでも待ち受けられます。長い範囲は書き出しません。"),
    PORT_REPEATED(INFO, APPROXIMATE, "The container declares this port already.", "コンテナはこのポートをすでに宣言しています。"),
    PORT_COLLISION(
            ERROR,
            APPROXIMATE,
            "Containers of a Pod share one address; two of them cannot listen on the same port.",
            "Pod のコンテナはアドレスを共有するため、同じポートで待ち受けられません。"),

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
    NODE_LABEL_RENAMED(
            INFO,
            APPROXIMATE,
            "The label of nodes has another name today, or a driver writes it beside the usual one.",
            "ノードのラベルは現在別の名前です。またはドライバーが別名で付けています。"),
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
            APPROXIMATE,
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
            "The role trusts the side it comes from, ECS or the cluster's identity provider, and must trust the other.",
            "ロールの信頼ポリシーを、元の側 (ECS またはクラスターの ID プロバイダー) から相手側に変える必要があります。"),
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
    LIMIT_RANGE_APPLIED(INFO, EXACT, "The container's size comes from a LimitRange.", "コンテナの大きさは LimitRange の既定値です。"),
    CLUSTER_PERMISSION(
            WARNING,
            UNTRANSLATABLE,
            "Permissions on a cluster's API mean nothing in ECS.",
            "クラスタ API の権限は ECS では意味を持ちません。"),
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

    EMPTY_ENTRY(
            INFO,
            UNTRANSLATABLE,
            "The entry holds nothing but the blanks of a skeleton; it is left out.",
            "ひな形の空欄だけの項目なので省きました。"),

    // Volumes.
    INSTANCE_PATH(
            WARNING,
            EXACT,
            "The path belongs to an ECS instance and its Docker; Kubernetes nodes do not have it.",
            "ECS インスタンスとその Docker に固有のパスで、Kubernetes のノードにはありません。"),
    SIZE_REQUIRED(
            INFO,
            EXACT,
            "The storage has no size; one is written because the API requires it.",
            "サイズのないストレージですが、API が必須とするため書きました。"),
    EFS_IAM(
            WARNING,
            APPROXIMATE,
            "The EFS driver mounts with its own role, not with the task role.",
            "EFS ドライバーはタスクロールではなく自身のロールでマウントします。"),
    ENCRYPTION_REQUIRED(
            WARNING,
            APPROXIMATE,
            "Access points and IAM need encryption in transit; it is switched on.",
            "アクセスポイントと IAM には転送中の暗号化が必要なため、有効にしました。"),
    TRANSIT_PORT(
            INFO,
            UNTRANSLATABLE,
            "The driver chooses the local port of an encrypted connection itself.",
            "暗号化接続のローカルポートはドライバーが自動的に選びます。"),
    SAME_STORAGE_TWICE(
            INFO,
            APPROXIMATE,
            "A Pod cannot mount one volume handle twice; the second is spelled differently.",
            "Pod は同じボリュームハンドルを二度マウントできないため、二つ目は別の表記にしました。"),
    STORAGE_SUBSTITUTED(
            WARNING,
            UNTRANSLATABLE,
            "Storage that only AWS has is replaced by an empty volume of the default storage class.",
            "AWS にしかないストレージを、既定のストレージクラスの空のボリュームに置き換えました。"),
    S3_FILES_DRIVER(
            WARNING,
            EXACT,
            "S3 Files needs version 3 of the EFS driver, which mounts with its own role.",
            "S3 Files には EFS ドライバーのバージョン 3 が必要です。ドライバー自身のロールでマウントします。"),
    FSX_ADDRESS(
            WARNING,
            EXACT,
            "The DNS name of an FSx file system is made up from its id and domain.",
            "FSx ファイルシステムの DNS 名を ID とドメインから組み立てました。"),
    FSX_DOMAIN(
            WARNING,
            EXACT,
            "The SMB driver reads the domain from the Secret with the credentials.",
            "SMB ドライバーはドメインを資格情報の Secret から読みます。"),
    SECRET_NAMESPACE(
            INFO,
            EXACT,
            "A PersistentVolume names the namespace of its Secret, and none was given.",
            "PersistentVolume は Secret の名前空間を指定しますが、指定がありませんでした。"),
    LAUNCH_VOLUME_SIZE(
            ERROR,
            EXACT,
            "The size of a volume configured at launch is not in the task definition.",
            "起動時に設定されるボリュームのサイズはタスク定義にありません。"),
    LAUNCH_CONFIGURATION(
            WARNING,
            APPROXIMATE,
            "A schedule cannot configure EBS volumes; the task's own storage takes their place.",
            "スケジュールでは EBS ボリュームを設定できないため、タスク自身のストレージを使います。"),
    STORAGE_CLASS_ASSUMED(
            INFO,
            APPROXIMATE,
            "The StorageClass is not in the input; the volume is what the EBS driver makes by default.",
            "StorageClass が入力にないため、EBS ドライバーの既定のボリュームとします。"),
    CLAIM_DETAIL(
            INFO,
            UNTRANSLATABLE,
            "What a claim asks for serves to find its volume; a task definition names the volume itself.",
            "要求の内容はボリュームを見つけるためのものです。タスク定義はボリューム自体を指定します。"),
    SHARED_DOCKER_VOLUME(
            WARNING,
            APPROXIMATE,
            "A Docker volume on every instance becomes one claim, which begins empty.",
            "インスタンスごとの Docker ボリュームは、空から始まる一つの PersistentVolumeClaim になります。"),
    DOCKER_VOLUME_REWRITTEN(
            INFO,
            APPROXIMATE,
            "What a Docker volume's options mean is written in Kubernetes' own form.",
            "Docker ボリュームのオプションの意味を Kubernetes の形で書きました。"),
    DOCKER_VOLUME_DRIVER(
            WARNING,
            UNTRANSLATABLE,
            "The storage of this Docker volume driver is not reached.",
            "この Docker ボリュームドライバーのストレージには接続されません。"),
    DOCKER_VOLUME_OPTION(
            WARNING,
            UNTRANSLATABLE,
            "The option of a Docker volume driver has no counterpart.",
            "Docker ボリュームドライバーのオプションに対応するものがありません。"),
    VOLUME_LABEL(INFO, UNTRANSLATABLE, "The label of a Docker volume is not written.", "Docker ボリュームのラベルは書き出しません。"),
    CLAIM_AS_DIRECTORY(
            WARNING,
            APPROXIMATE,
            "A claim becomes a directory of an EFS file system, because ECS deletes EBS volumes with their tasks.",
            "PersistentVolumeClaim は EFS ファイルシステムのディレクトリになります。ECS は EBS ボリュームをタスクと共に削除するためです。"),
    VOLUME_ENDS_WITH_TASK(
            WARNING,
            APPROXIMATE,
            "ECS deletes the volume when its task ends, and with it the data.",
            "ECS はタスクの終了時にボリュームを削除し、データも失われます。"),
    ARN_UNKNOWN(
            ERROR,
            APPROXIMATE,
            "ECS wants an identifier that the manifest does not hold.",
            "ECS に必要な識別子がマニフェストにありません。"),

    // Mounts.
    UNKNOWN_VOLUME(
            ERROR,
            UNTRANSLATABLE,
            "A mount point names a volume that the task does not declare.",
            "タスクが宣言していないボリュームを指すマウントポイントです。"),
    DUPLICATE_MOUNT(
            ERROR,
            UNTRANSLATABLE,
            "Two volumes are mounted at one path; the first is written.",
            "同じパスに二つのボリュームがマウントされています。最初のものを書きました。"),
    PATH_ADJUSTED(INFO, APPROXIMATE, "The path is written in another form.", "パスを別の形で書きました。"),
    VOLUMES_FROM_COPIED(
            INFO,
            APPROXIMATE,
            "The mounts taken from another container are written out.",
            "別のコンテナから引き継ぐマウントを展開して書きました。"),
    VOLUMES_FROM_INVALID(
            ERROR,
            UNTRANSLATABLE,
            "The container to take volumes from does not exist, or takes them from this one.",
            "ボリュームの引き継ぎ元のコンテナが存在しないか、循環しています。"),
    IMAGE_VOLUMES(
            WARNING,
            UNTRANSLATABLE,
            "Volumes that an image declares are not shared between containers of a Pod.",
            "イメージが宣言するボリュームは Pod のコンテナ間で共有されません。"),
    MOUNT_OPTION(WARNING, UNTRANSLATABLE, "An emptyDir takes no such mount option.", "emptyDir では指定できないマウントオプションです。"),
    SUB_PATH(
            ERROR,
            APPROXIMATE,
            "ECS mounts whole volumes, not directories of them.",
            "ECS はボリュームの一部のディレクトリだけをマウントできません。"),
    FILES_WRITTEN_AT_START(
            INFO,
            APPROXIMATE,
            "An init container writes the files of a ConfigMap or Secret into a volume, from its variables.",
            "ConfigMap や Secret のファイルは、init コンテナが変数からボリュームに書き込みます。"),
    VOLUME_WITHOUT_FORM(
            ERROR,
            UNTRANSLATABLE,
            "ECS has no volume of this kind; nothing is mounted.",
            "ECS に対応するボリュームがないため、何もマウントされません。"),

    // Linux parameters and security.
    DEVICE_ACCESS(
            ERROR,
            APPROXIMATE,
            "A container that is not privileged can open a device only through a device plugin.",
            "特権のないコンテナは、デバイスプラグインなしではデバイスを開けません。"),
    DEVICE_PERMISSIONS(WARNING, UNTRANSLATABLE, "A Pod cannot limit how a device is used.", "Pod ではデバイスの使い方を制限できません。"),
    INIT_PROCESS(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes runs no init process in a container.",
            "Kubernetes はコンテナ内で init プロセスを実行しません。"),
    SWAP(WARNING, UNTRANSLATABLE, "Swap is configured on nodes, not for a container.", "スワップはコンテナではなくノードで設定します。"),
    SWAPPINESS_IGNORED(INFO, UNTRANSLATABLE, "Without swap there is no swappiness.", "スワップがないため swappiness は無視されます。"),
    USER_NAME(
            WARNING,
            UNTRANSLATABLE,
            "A Pod takes user ids, not names; the image's own user runs the container.",
            "Pod にはユーザー名ではなく ID を指定します。コンテナはイメージのユーザーで動きます。"),
    GROUP_NAME(
            WARNING,
            APPROXIMATE,
            "A Pod takes group ids, not names; the group is left out.",
            "Pod にはグループ名ではなく ID を指定します。グループは省きました。"),
    USER_AS_NUMBER(INFO, APPROXIMATE, "The user is written as the number it stands for.", "ユーザーを対応する番号で書きました。"),
    SECURITY_CONFLICT(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes refuses this setting beside another one.",
            "Kubernetes が他の設定との併用を拒否するため、書き出しません。"),
    SECURITY_OPTION(WARNING, UNTRANSLATABLE, "The security option has no counterpart.", "対応するもののないセキュリティオプションです。"),
    SECURITY_OPTION_REWRITTEN(
            INFO,
            APPROXIMATE,
            "The security option is written in another form or order.",
            "セキュリティオプションを別の形または順序で書きました。"),
    APPARMOR_PROFILE(
            WARNING, EXACT, "Nodes must have loaded the AppArmor profile.", "ノードに AppArmor プロファイルを読み込んでおく必要があります。"),
    CREDENTIAL_SPEC(
            WARNING,
            APPROXIMATE,
            "A credential spec must exist as an object of the cluster.",
            "資格情報スペックをクラスターのオブジェクトとして用意する必要があります。"),
    CREDENTIAL_SPEC_LINUX(
            ERROR,
            UNTRANSLATABLE,
            "Kubernetes gives gMSA credentials to Windows containers only.",
            "Kubernetes の gMSA は Windows コンテナだけで使えます。"),
    UNSAFE_SYSCTL(
            ERROR,
            EXACT,
            "Nodes refuse a Pod with this sysctl unless their kubelet allows it.",
            "kubelet で許可しない限り、この sysctl を使う Pod はノードに拒否されます。"),
    SYSCTL_REFUSED(ERROR, UNTRANSLATABLE, "A Pod cannot set this sysctl.", "Pod では設定できない sysctl です。"),
    ULIMIT(
            WARNING,
            UNTRANSLATABLE,
            "A Pod cannot set resource limits of processes.",
            "Pod ではプロセスのリソース制限（ulimit）を設定できません。"),

    // The way back.
    FARGATE_SIZE(
            INFO,
            EXACT,
            "Fargate has certain sizes; the smallest that holds is chosen.",
            "Fargate のサイズのうち、収まる最小のものを選びました。"),
    FARGATE_CANNOT_RUN(
            ERROR,
            UNTRANSLATABLE,
            "The workload needs something that no Fargate task has.",
            "Fargate のタスクにはないものを必要とするワークロードです。"),
    SAME_IN_ANOTHER_PLACE(
            INFO,
            APPROXIMATE,
            "It means the same in ECS, in another place; that is what would come back.",
            "ECS では別の場所に同じ意味で書きます。逆変換ではその形になります。"),
    SIDECAR_SERVES(
            INFO,
            APPROXIMATE,
            "A sidecar that opens ports, where nobody else does, is an ordinary container that starts first.",
            "他に誰もポートを開かない場合、ポートを開くサイドカーは先に起動する通常のコンテナになります。"),
    FARGATE_SIZE_RAISED(
            INFO,
            APPROXIMATE,
            "The Pod's own size is none of Fargate's; the next larger one is taken.",
            "Pod 自身のサイズは Fargate にないため、次に大きいものにしました。"),
    FARGATE_ADDS_UP(
            INFO,
            APPROXIMATE,
            "ECS adds up all containers of a task, also those that run one after another.",
            "ECS は順に実行されるコンテナも含めて、タスクの全コンテナを合計します。"),
    CAPABILITIES_ENUMERATED(
            INFO,
            APPROXIMATE,
            "Fargate adds no capability; it leaves a container those that are not dropped.",
            "Fargate はケーパビリティを追加しません。除かないものが残ります。"),
    MEMORY_ASSUMED(
            WARNING,
            APPROXIMATE,
            "An instance takes no container that says nothing about its memory.",
            "メモリの指定がないコンテナはインスタンスに配置できません。"),
    FARGATE_REFUSES(
            WARNING,
            UNTRANSLATABLE,
            "Fargate has no machine of one's own to do this with.",
            "専用のマシンがない Fargate ではできません。"),
    NO_ECS_COUNTERPART(
            WARNING, UNTRANSLATABLE, "ECS has nothing that corresponds to this field.", "ECS に対応するものがありません。"),

    // The way back: what leads to tasks.
    ENTRANCE_CLASS(
            INFO,
            APPROXIMATE,
            "A load balancer takes the place of the controller that reads the class.",
            "クラスを読むコントローラーの代わりにロードバランサーが働きます。"),
    INGRESS_SHARED(
            INFO, EXACT, "Ingresses of one class share one load balancer.", "同じクラスの Ingress は一つのロードバランサーを共有します。"),
    INGRESS_PATH(
            INFO,
            APPROXIMATE,
            "The type of the path leaves open what it matches; it is read as a prefix.",
            "パスの種類では一致範囲が決まらないため、前方一致として読みます。"),
    INGRESS_ANNOTATION(
            WARNING,
            UNTRANSLATABLE,
            "A load balancer of AWS does not do what the annotation asks for.",
            "アノテーションの求める動作は AWS のロードバランサーにありません。"),
    BACKEND_MISSING(
            WARNING,
            UNTRANSLATABLE,
            "Nothing in the input stands behind a rule; its requests are answered 503.",
            "ルールの転送先が入力にないため、503 を返します。"),
    CERTIFICATE_ASKED(
            WARNING,
            APPROXIMATE,
            "A listener takes its certificate from AWS Certificate Manager; its ARN is asked for.",
            "リスナーの証明書は AWS Certificate Manager から取るため、その ARN を入力とします。"),
    SIGN_IN_CLIENT(
            WARNING,
            APPROXIMATE,
            "The client of a sign-in is asked for; its secret is never copied.",
            "サインインのクライアントは入力とします。シークレットは決して写しません。"),
    SHIFTED_RULES(
            WARNING,
            EXACT,
            "ECS shifts the traffic of one rule of each target group.",
            "ECS がトラフィックを移すのは、ターゲットグループごとに一つのルールだけです。"),
    GRPC_WITHOUT_TLS(
            ERROR,
            EXACT,
            "An application load balancer forwards gRPC only from an HTTPS listener.",
            "Application Load Balancer は HTTPS リスナーからのみ gRPC を転送します。"),
    ROUTE_MATCH(
            WARNING,
            APPROXIMATE,
            "A listener rule says this part of a route in another way.",
            "ルートのこの部分はリスナールールでは別の形になります。"),
    ROUTE_FILTER(
            WARNING,
            UNTRANSLATABLE,
            "A load balancer does not do what the route or Gateway asks for.",
            "ルートや Gateway の求める動作はロードバランサーにありません。"),
    TARGET_CHECK_FORM(WARNING, UNTRANSLATABLE, "A load balancer cannot ask in this way.", "ロードバランサーはこの方法で確認できません。"),
    TARGET_CHECK_ASSUMED(
            WARNING,
            EXACT,
            "Nothing says what a load balancer may ask; any answer counts as healthy.",
            "ロードバランサーが確認すべきものが不明なため、どの応答も正常とみなします。"),
    TARGET_CHECK_BOUNDS(
            INFO,
            APPROXIMATE,
            "The number is outside what the load balancer accepts; the nearest is written.",
            "ロードバランサーの範囲外の数なので、最も近い値を書きます。"),
    TARGET_GROUPS_MANY(
            ERROR, EXACT, "A service registers with five target groups at most.", "一つのサービスが登録できるターゲットグループは五つまでです。"),
    SERVICE_FIELD(
            WARNING,
            UNTRANSLATABLE,
            "What the Service asks of nodes and addresses has no counterpart.",
            "Service がノードやアドレスに求めるものに対応がありません。"),

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
    ENVIRONMENT_INLINED(
            INFO,
            APPROXIMATE,
            "A variable from elsewhere is written with its present value; later changes there have no effect.",
            "他から取る変数を現在の値で書きました。後の変更は反映されません。"),
    REFERENCE_NOT_EXPANDED(
            WARNING,
            UNTRANSLATABLE,
            "ECS expands no references, and the value is known only when the container runs.",
            "ECS は参照を展開せず、値は実行時にしか分かりません。"),
    REFERENCE_IN_SCRIPT(
            INFO,
            APPROXIMATE,
            "ECS expands no references; the shell that runs the script puts the value in.",
            "ECS は参照を展開しません。スクリプトを実行するシェルが値を入れます。"),
    DYNAMIC_REFERENCE(
            INFO,
            APPROXIMATE,
            "CloudFormation reads a value from a secret or parameter when it deploys; the Pod takes it from an object.",
            "CloudFormation がデプロイ時に読み取る値を、Pod ではオブジェクトから取ります。"),
    OPTIONAL_SOURCE(
            INFO,
            UNTRANSLATABLE,
            "An optional ConfigMap or Secret is not in the input; what it would give is left out.",
            "省略可能な ConfigMap または Secret が入力にないため、その内容を省きました。"),
    SECRET_TO_FILL(
            WARNING,
            APPROXIMATE,
            "A secret is created in Secrets Manager without a value; tasks start when somebody has filled it.",
            "Secrets Manager に値なしのシークレットを作ります。値が入るまでタスクは起動しません。"),
    SECRET_ARN_UNKNOWN(
            WARNING,
            APPROXIMATE,
            "ECS wants the ARN of a secret that the input only names; it is asked for.",
            "ECS にはシークレットの ARN が必要ですが、入力には名前しかありません。パラメータとして指定します。"),
    SECRET_STORE_FOREIGN(
            WARNING,
            APPROXIMATE,
            "ECS reads secrets from Secrets Manager and Parameter Store only.",
            "ECS がシークレットを読めるのは Secrets Manager と Parameter Store だけです。"),
    SECRET_OF_CLUSTER(
            WARNING,
            UNTRANSLATABLE,
            "The Secret is for the cluster itself: there is nothing like it in ECS.",
            "クラスタ自身のための Secret です。ECS に対応するものはありません。"),
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
            "A pull Secret is for a registry that no image of the pod comes from.",
            "Pod のどのイメージも、このプル用 Secret のレジストリのものではありません。"),

    // Logs.
    LOGS_TO_STDOUT(
            INFO,
            APPROXIMATE,
            "The log driver is not needed: the container's output is kept by its node.",
            "ログドライバーは不要です。出力はノードが保持し、kubectl logs で読めます。"),
    LOGS_TO_CLOUDWATCH(
            INFO,
            EXACT,
            "What containers print goes to CloudWatch Logs: without a log driver ECS keeps nothing of it on Fargate.",
            "コンテナの出力は CloudWatch Logs に送られます。ログドライバーがなければ Fargate では出力が残りません。"),
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
    FIRELENS_BUFFER(
            INFO, UNTRANSLATABLE, "The log driver's own buffer has no counterpart.", "ログドライバー自身のバッファに対応するものはありません。"),
    FIRELENS_OUTPUT(WARNING, UNTRANSLATABLE, "The options name no output plugin.", "出力プラグインの名前がオプションにありません。"),
    FIRELENS_METADATA(
            WARNING,
            APPROXIMATE,
            "Only ECS knows the metadata that the option asks for.",
            "このオプションが使うメタデータは ECS でしか得られません。"),
    FIRELENS_CONFIGURATION(
            WARNING,
            APPROXIMATE,
            "ECS generates a log router's configuration; the mounted file is left out.",
            "ログルーターの設定は ECS が生成します。マウントされたファイルは省きました。"),
    FIRELENS_FILE(
            WARNING, UNTRANSLATABLE, "The log router's file in S3 is not fetched.", "S3 にあるログルーターの設定ファイルは取得しません。"),

    // Workloads.
    SCHEDULE_UNKNOWN(
            WARNING,
            EXACT,
            "A CronJob was asked for and no schedule is known; it is suspended.",
            "スケジュールが不明なため、CronJob は停止状態で書き出します。"),

    // What surrounds task definitions: references between the inputs.
    DANGLING_REFERENCE(
            WARNING, UNTRANSLATABLE, "A reference leads to something that is not among the inputs.", "参照先が入力の中にありません。"),
    RESOURCE_UNUSED(
            WARNING,
            UNTRANSLATABLE,
            "Nothing in the input uses this resource; nothing is written for it.",
            "入力の中にこのリソースを使うものがないため、何も書きません。"),
    TASK_DEFINITION_MISSING(
            ERROR,
            UNTRANSLATABLE,
            "The task definition is not among the inputs; the workload has a placeholder in its place.",
            "タスク定義が入力にないため、ワークロードには仮の値を書きます。"),
    TASK_DEFINITION_ASSUMED(
            WARNING,
            APPROXIMATE,
            "Which task definition is run is not said clearly; the one in the input is taken.",
            "どのタスク定義を実行するかが明らかでないため、入力にあるものを使います。"),
    OTHER_REVISION(
            WARNING,
            APPROXIMATE,
            "Another revision of the task definition is run than the one in the input.",
            "入力にあるものとは別のリビジョンのタスク定義が実行されます。"),

    // Services and clusters.
    DAEMON_COUNT(INFO, UNTRANSLATABLE, "A DAEMON service has no count.", "DAEMON サービスに数はありません。"),
    DAEMON_ON_INSTANCES(
            WARNING,
            EXACT,
            "Fargate runs no daemons; the service is written for container instances.",
            "Fargate ではデーモンは動きません。コンテナインスタンス用に書きます。"),
    POD_AS_SERVICE(
            INFO,
            EXACT,
            "A Pod that starts its containers again is kept running by a service of one task.",
            "コンテナを再起動する Pod は、タスク一つのサービスで動かし続けます。"),
    STABLE_IDENTITY(WARNING, APPROXIMATE, "Tasks have neither stable names nor an order.", "タスクには固定の名前も順序もありません。"),
    TAGS_PROPAGATED(
            INFO,
            APPROXIMATE,
            "How ECS tags the tasks of a service is written as labels of the Pod template.",
            "タスクへのタグ付けは Pod テンプレートのラベルとして書きます。"),
    MANAGED_TAGS(
            INFO,
            UNTRANSLATABLE,
            "Nothing in Kubernetes sets AWS tags on Pods.",
            "Kubernetes が Pod に AWS タグを付けることはありません。"),
    EXECUTE_COMMAND(
            INFO,
            APPROXIMATE,
            "kubectl exec takes the place of ECS Exec and needs no preparation.",
            "ECS Exec の代わりに kubectl exec を使います。準備は不要です。"),
    SERVICE_ROLE(
            INFO,
            UNTRANSLATABLE,
            "The role with which ECS registers tasks at a load balancer has no counterpart.",
            "ECS がロードバランサーへタスクを登録するためのロールに対応するものはありません。"),
    CLUSTER_CONFIGURATION(
            INFO,
            UNTRANSLATABLE,
            "A setting of the ECS cluster is a matter of the Kubernetes cluster itself.",
            "ECS クラスターの設定は Kubernetes クラスター自体の設定に当たります。"),
    SERVICE_INACTIVE(
            WARNING,
            APPROXIMATE,
            "The service is being deleted or was deleted; it is written as if it were active.",
            "サービスは削除中または削除済みです。有効なものとして書き出します。"),
    SERVICE_UNNAMED(
            INFO,
            EXACT,
            "The service has no name; the workload is called after the family.",
            "サービス名がないため、ファミリー名を使います。"),
    NAMESPACE_CHOSEN(
            INFO,
            APPROXIMATE,
            "The namespace was chosen by an option; the cluster's name is not written.",
            "名前空間がオプションで指定されたため、クラスター名は書きません。"),
    STAYS_IN_AWS(
            INFO,
            UNTRANSLATABLE,
            "A resource that tasks use stays where it is; its own settings are not written.",
            "タスクが使うリソースは AWS に残ります。リソース自体の設定は書きません。"),
    SERVICE_REPEATED(
            WARNING,
            UNTRANSLATABLE,
            "A service is in the input twice; the last one counts.",
            "サービスが二度あります。最後のものを使います。"),
    // Schedules and tasks run by hand.
    SCHEDULE_START(
            INFO,
            EXACT,
            "AWS counts the interval from when the schedule was made; a time of day is written.",
            "AWS は作成時点から間隔を数えます。ここでは時刻を決めて書きます。"),
    SCHEDULE_NEAREST(
            WARNING,
            APPROXIMATE,
            "The interval divides neither the hour nor the day; the nearest schedule is written.",
            "間隔が時間や日を割り切らないため、最も近いスケジュールを書きます。"),
    SCHEDULE_SUPERSET(
            WARNING,
            APPROXIMATE,
            "Five fields cannot say when; the nearest schedule that includes it is written suspended.",
            "五つのフィールドでは表せないため、それを含むスケジュールを停止状態で書きます。"),
    SCHEDULE_ONCE(
            WARNING,
            APPROXIMATE,
            "A CronJob has no date to run once at; it is written suspended.",
            "CronJob に一度だけの日時はないため、停止状態で書きます。"),
    SCHEDULE_SUSPENDED(
            INFO,
            APPROXIMATE,
            "The CronJob is suspended because its schedule would start it at other times.",
            "スケジュールでは別の時刻にも起動するため、CronJob を停止状態にしました。"),
    SCHEDULE_INVALID(
            ERROR,
            UNTRANSLATABLE,
            "When to start cannot be read; what is written does not start by itself.",
            "開始時刻を読み取れないため、自動では開始しない状態で書きます。"),
    SCHEDULE_DAYS(
            WARNING,
            APPROXIMATE,
            "A schedule on days of the month and of the week becomes two.",
            "日と曜日の両方を指定したスケジュールは二つに分けます。"),
    SCHEDULE_AGE(
            INFO,
            APPROXIMATE,
            "EventBridge tries to start a task for one minute to one day.",
            "EventBridge がタスクの開始を試みるのは一分から一日の間です。"),
    SCHEDULE_CONCURRENCY(
            WARNING,
            UNTRANSLATABLE,
            "EventBridge starts a task whether or not the last one still runs.",
            "EventBridge は前のタスクが実行中でも次を開始します。"),
    JOB_PARALLELISM(
            WARNING, APPROXIMATE, "run-task starts all tasks at once, ten at most.", "run-task は最大十個のタスクをすべて同時に開始します。"),
    JOB_INDEX(
            WARNING,
            APPROXIMATE,
            "Tasks of one request do not know which of them they are.",
            "一つのリクエストから始まるタスクは自分の番号を知りません。"),
    JOB_RETRIES(
            WARNING,
            UNTRANSLATABLE,
            "ECS starts a task once; one that fails is not started again.",
            "ECS はタスクを一度だけ開始します。失敗しても再実行しません。"),
    JOB_SUSPENDED(WARNING, UNTRANSLATABLE, "A Job that waits has no counterpart.", "待機中の Job に対応するものはありません。"),
    JOB_SETTING(
            INFO,
            UNTRANSLATABLE,
            "How a Job keeps its Pods has no counterpart in a task.",
            "Job による Pod の管理方法に対応するものはタスクにありません。"),
    TASK_DEADLINE(WARNING, UNTRANSLATABLE, "Nothing ends a task after a time.", "時間が過ぎてもタスクを終わらせるものはありません。"),
    SCHEDULE_PERIOD(WARNING, UNTRANSLATABLE, "A CronJob has no first and no last day.", "CronJob に開始日と終了日はありません。"),
    SCHEDULE_WINDOW(
            INFO,
            APPROXIMATE,
            "Tasks start at the beginning of the flexible time window.",
            "タスクはフレキシブルタイムウィンドウの最初に開始します。"),
    SCHEDULE_SETTING(
            INFO,
            UNTRANSLATABLE,
            "How EventBridge delivers to its target has no counterpart in a CronJob.",
            "EventBridge の配信設定に対応するものは CronJob にありません。"),
    EVENT_PATTERN(
            WARNING,
            UNTRANSLATABLE,
            "A CronJob cannot wait for events; it is written suspended, to make Jobs from.",
            "CronJob はイベントを待てません。Job の元として停止状態で書きます。"),
    EVENT_INPUT(
            WARNING,
            UNTRANSLATABLE,
            "What the target is given is made from an event, or cannot be read.",
            "ターゲットへの入力がイベントから作られるか、読み取れません。"),
    EVENT_TARGET(
            INFO,
            UNTRANSLATABLE,
            "What the rule or schedule starts is no ECS task.",
            "ルールやスケジュールが開始するのは ECS タスクではありません。"),
    EVENT_TARGETS_UNKNOWN(
            WARNING,
            UNTRANSLATABLE,
            "What the rule starts is not in the input; nothing is written for it.",
            "ルールのターゲットが入力にないため、何も書きません。"),
    TASK_GROUP(INFO, APPROXIMATE, "A note on the task is kept in an annotation.", "タスクに付けられた記録は注釈に残します。"),
    TASK_COUNT(
            WARNING,
            APPROXIMATE,
            "So many tasks cannot run side by side as ECS runs them.",
            "ECS と同じようには、この数のタスクを並べて実行できません。"),
    TASK_OF_OTHERS(
            INFO,
            UNTRANSLATABLE,
            "The task was started by a service or a schedule, which is what is translated.",
            "サービスやスケジュールが開始したタスクです。変換するのはその開始元です。"),
    TASK_STATE(
            INFO, UNTRANSLATABLE, "What a task has become is not part of what to run.", "タスクの経過や状態は、実行内容の定義ではありません。"),
    OVERRIDE_APPLIED(INFO, APPROXIMATE, "Overrides are written into the pod template.", "上書きは Pod テンプレートに書き込みます。"),
    TASK_AGAIN(
            INFO,
            APPROXIMATE,
            "A task that was started becomes a Job that starts it anew.",
            "開始済みのタスクは、あらためて開始する Job になります。"),
    OVERRIDE_REPLACES(
            INFO, APPROXIMATE, "What runs the task definition overrides this value.", "タスク定義を実行する側がこの値を上書きします。"),
    OVERRIDE_REPEATS(INFO, EXACT, "The override says what the task definition says.", "上書きの値がタスク定義と同じです。"),
    OVERRIDE_CONTAINER(
            WARNING,
            UNTRANSLATABLE,
            "The override is for something that the task definition does not have.",
            "タスク定義にないものへの上書きです。"),
    // Load balancers.
    LOAD_BALANCER_ADDRESS(
            WARNING,
            UNTRANSLATABLE,
            "The new load balancer has another address; DNS records must be pointed at it.",
            "新しいロードバランサーは別のアドレスになります。DNS レコードの変更が必要です。"),
    LOAD_BALANCER_NAME(
            INFO,
            UNTRANSLATABLE,
            "The new load balancer does not take the name of the old one.",
            "新しいロードバランサーは元の名前を引き継ぎません。"),
    LOAD_BALANCER_SETTING(
            WARNING,
            UNTRANSLATABLE,
            "A setting of the load balancer is a matter of the cluster; it is not written.",
            "ロードバランサーの設定はクラスター側の設定に当たるため、書きません。"),
    LOAD_BALANCER_REFERENCE(
            WARNING,
            APPROXIMATE,
            "What the load balancer refers to has no id yet; it is not named.",
            "ロードバランサーの参照先の ID が未定のため、名前を書きません。"),
    LOAD_BALANCER_GROUP(
            INFO,
            APPROXIMATE,
            "The controller makes a security group that lets in the same callers.",
            "コントローラーが同じ送信元を許可するセキュリティグループを作ります。"),
    LOAD_BALANCER_OPEN(
            WARNING,
            APPROXIMATE,
            "The load balancer may be open to more callers than before.",
            "ロードバランサーが以前より広く公開される可能性があります。"),
    LOAD_BALANCER_TAG(INFO, UNTRANSLATABLE, "The tag has no place in the annotations.", "アノテーションに書けないタグです。"),
    LOAD_BALANCER_SPLIT(
            WARNING,
            APPROXIMATE,
            "One network load balancer becomes several, one for each workload.",
            "一つの NLB がワークロードごとに分かれます。"),
    LOAD_BALANCER_CLASSIC(
            WARNING,
            APPROXIMATE,
            "A Classic Load Balancer becomes a network load balancer; its listeners are not known.",
            "Classic Load Balancer は NLB になります。リスナーは不明です。"),
    LOAD_BALANCER_GATEWAY(
            ERROR,
            UNTRANSLATABLE,
            "Kubernetes has nothing like a Gateway Load Balancer.",
            "Gateway Load Balancer に当たるものは Kubernetes にありません。"),
    LISTENER_CERTIFICATE(
            WARNING,
            APPROXIMATE,
            "The certificate is not carried; it must be given to the cluster.",
            "証明書は引き継がれません。クラスターに用意する必要があります。"),
    LISTENER_TLS(
            ERROR,
            UNTRANSLATABLE,
            "Without the AWS controller a Service ends no TLS.",
            "AWS のコントローラーがなければ Service は TLS を終端しません。"),
    LISTENER_PORT(WARNING, APPROXIMATE, "The port of the listener cannot be kept.", "リスナーのポートを維持できません。"),
    LISTENER_LEFT_OUT(
            WARNING,
            UNTRANSLATABLE,
            "A plain Ingress has no second set of rules for another port; the listener is left out.",
            "通常の Ingress は別ポート用のルールを持てないため、リスナーを省きました。"),
    LISTENER_REDIRECT(
            INFO,
            APPROXIMATE,
            "Ingress controllers redirect to HTTPS by themselves.",
            "HTTPS へのリダイレクトは Ingress コントローラーが行います。"),
    LISTENER_NOT_FOUND(
            INFO,
            APPROXIMATE,
            "Where no rule matches, the controller answers 404 by itself.",
            "一致するルールがなければ、コントローラーが 404 を返します。"),
    LISTENER_SETTING(
            WARNING,
            UNTRANSLATABLE,
            "A setting of the listener is a matter of the cluster; it is not written.",
            "リスナーの設定はクラスター側の設定に当たるため、書きません。"),
    LISTENER_CLIENT_SECRET(
            WARNING,
            APPROXIMATE,
            "Client id and secret belong into a Secret, which is written without values.",
            "クライアント ID とシークレットは、値なしで書かれた Secret に入れます。"),
    LISTENER_FORWARD(
            INFO, APPROXIMATE, "A part of the forward says nothing that is not said elsewhere.", "転送設定の冗長な部分です。"),
    LISTENER_INFERRED(
            INFO, EXACT, "What a listener or rule leaves out is told by what stands beside it.", "省かれた値を周囲の記述から補いました。"),
    LISTENER_RULE_ORDER(
            INFO, APPROXIMATE, "A number in the order of rules or actions is kept as a place.", "順序の番号は並び順として残ります。"),
    LISTENER_RULE_LEFT_OUT(
            ERROR,
            UNTRANSLATABLE,
            "The target form cannot say the rule, and it is left out rather than widened.",
            "出力形式で表せないルールです。範囲を広げずに省きました。"),
    LISTENER_RULE_SHADOWED(
            INFO, APPROXIMATE, "An earlier rule takes every request of this one.", "前のルールがこのルールのリクエストをすべて受け取ります。"),
    LISTENER_PATH(
            INFO,
            APPROXIMATE,
            "A path with everything below it also takes the path itself.",
            "配下を表すパスは、そのパス自体にも一致します。"),
    LISTENER_PATH_NARROWED(
            WARNING, APPROXIMATE, "A path prefix only matches whole path elements.", "パスのプレフィックスは要素単位で一致します。"),
    LISTENER_HOST(INFO, APPROXIMATE, "A wildcard in a host stands for one label.", "ホストのワイルドカードは一つのラベルを表します。"),
    LISTENER_REGEX(INFO, APPROXIMATE, "The path pattern is written as a regular expression.", "パスパターンを正規表現で書きました。"),
    LISTENER_WEIGHTS(WARNING, APPROXIMATE, "The shares of a forward are not kept.", "転送の重みは維持されません。"),
    INGRESS_CLASS(
            INFO,
            EXACT,
            "The Ingress names no class and is left to the default one.",
            "Ingress はクラスを指定せず、既定のクラスに任せます。"),
    GATEWAY_CLASS(INFO, EXACT, "The Gateway names a class that the cluster must have.", "Gateway が指定するクラスがクラスターに必要です。"),
    TARGET_GROUP_EMPTY(
            ERROR,
            UNTRANSLATABLE,
            "No service registers with the target group that requests are forwarded to.",
            "転送先のターゲットグループに登録するサービスがありません。"),
    TARGET_GROUP_OUTSIDE(
            WARNING,
            APPROXIMATE,
            "Requests are forwarded to a target group outside the cluster.",
            "クラスター外のターゲットグループに転送します。"),
    TARGET_GROUP_UNREACHED(
            WARNING,
            APPROXIMATE,
            "No listener of the input forwards to the target group.",
            "入力のどのリスナーもこのターゲットグループに転送しません。"),
    TARGET_GROUP_ALTERNATE(
            WARNING,
            UNTRANSLATABLE,
            "A second target group for blue/green deployments has no pods of its own.",
            "ブルー／グリーン用の第二ターゲットグループには専用の Pod がありません。"),
    TARGET_GROUP_PREVIEW(
            INFO,
            APPROXIMATE,
            "The preview Service of a Rollout stands for the second target group of a blue/green deployment.",
            "Rollout のプレビュー用 Service がブルー／グリーンの第二ターゲットグループに当たります。"),
    TARGET_GROUP_NAME(
            INFO,
            UNTRANSLATABLE,
            "The target group is a Service with the name of its workload.",
            "ターゲットグループはワークロード名の Service になります。"),
    TARGET_GROUP_PORT(
            INFO,
            UNTRANSLATABLE,
            "ECS does not use the port of the target group itself.",
            "ターゲットグループ自体のポートは ECS では使われません。"),
    TARGET_GROUP_SETTING(
            WARNING,
            UNTRANSLATABLE,
            "A setting of the target group has no place in the output.",
            "ターゲットグループの設定に対応する場所がありません。"),
    TARGET_GROUP_DRAINING(
            INFO,
            APPROXIMATE,
            "The containers wait for as long as the target group drains.",
            "ターゲットグループの登録解除を待ってからコンテナを停止します。"),
    TARGET_TYPE(
            INFO,
            APPROXIMATE,
            "Pods are targets by their address instead of their instance.",
            "インスタンスではなく Pod のアドレスをターゲットにします。"),
    TARGET_HEALTH_FORM(
            WARNING, APPROXIMATE, "A probe cannot check what the target group checks.", "プローブはターゲットグループと同じ検査を行えません。"),
    TARGET_HEALTH_CODES(
            INFO, APPROXIMATE, "The kubelet takes other status codes for healthy.", "kubelet が正常とみなすステータスコードは異なります。"),
    TARGET_HEALTH_LIVENESS(
            INFO,
            APPROXIMATE,
            "The health check of the container decides about restarts, not that of the target group.",
            "再起動を決めるのはターゲットグループではなくコンテナのヘルスチェックです。"),
    TARGET_HEALTH_SECOND(
            WARNING,
            APPROXIMATE,
            "A container has one readiness probe, though two target groups check it.",
            "二つのターゲットグループが検査しても、readinessProbe は一つです。"),
    GRACE_PERIOD(INFO, UNTRANSLATABLE, "No probe needs the grace period.", "猶予期間を必要とするプローブがありません。"),
    // Networks and discovery.
    // Deployments, scaling, placement.
    PERCENT_ROUNDED(
            INFO,
            APPROXIMATE,
            "ECS and Kubernetes round a percentage of tasks differently.",
            "割合から数を求めるときの端数の扱いが ECS と Kubernetes で異なります。"),
    PERCENT_UNUSED(INFO, UNTRANSLATABLE, "The percentage has no effect here.", "この割合はここでは効果がありません。"),
    ROLLING_UPDATE_STUCK(
            WARNING,
            APPROXIMATE,
            "The percentages let no task be replaced; one more or one less is allowed.",
            "割合の指定ではタスクを置き換えられません。一つだけ増減を許します。"),
    CIRCUIT_BREAKER(
            INFO,
            APPROXIMATE,
            "A deadline for progress takes the place of a count of failed tasks.",
            "失敗タスク数の代わりに、進捗の期限を書きます。"),
    ROLLBACK(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes does not take back an update that has failed.",
            "Kubernetes は失敗した更新を元に戻しません。"),
    DEPLOYMENT_ALARMS(
            WARNING,
            UNTRANSLATABLE,
            "Kubernetes does not watch CloudWatch alarms during an update.",
            "Kubernetes は更新中に CloudWatch アラームを監視しません。"),
    DEPLOYMENT_STRATEGY(
            WARNING,
            APPROXIMATE,
            "A Deployment replaces its Pods; it does not move traffic.",
            "Deployment は Pod を置き換えるだけで、トラフィックの切り替えはしません。"),
    DEPLOYMENT_GROUP(
            WARNING,
            APPROXIMATE,
            "Another controller decides how a deployment proceeds; what it knows is not in the input.",
            "デプロイの進め方は別のコントローラーが決めます。その設定は入力にありません。"),
    DEPLOYMENT_STEPS_UNUSED(
            INFO, UNTRANSLATABLE, "The steps belong to another deployment strategy.", "このステップは別のデプロイ戦略のものです。"),
    BAKE_TIME(
            WARNING,
            UNTRANSLATABLE,
            "Nothing waits between the steps or at the end of this update.",
            "この更新では途中にも最後にも待ち時間はありません。"),
    LIFECYCLE_HOOK(WARNING, UNTRANSLATABLE, "Nothing calls the hooks of a deployment.", "デプロイのフックは呼び出されません。"),
    ROLLOUT_SERVICE(
            WARNING,
            APPROXIMATE,
            "A Service beside the active one leads to old and new Pods.",
            "アクティブでない Service は新旧両方の Pod に届きます。"),
    TRAFFIC_BY_PODS(
            INFO, APPROXIMATE, "The number of new and old Pods decides about the traffic.", "トラフィックは新旧の Pod の数で分かれます。"),
    WEIGHT_ROUNDED(INFO, APPROXIMATE, "A weight is rounded to a whole percentage.", "重みを整数の割合に丸めます。"),
    DEPLOYMENT_GUARD_OFF(INFO, UNTRANSLATABLE, "What guards deployments is switched off.", "デプロイの監視は無効になっています。"),
    REPLICA_UPDATE(
            INFO,
            APPROXIMATE,
            "A number of Pods is written as the percentage by which ECS comes to the same number.",
            "Pod の数を、ECS で同じ数になる割合で書きます。"),
    RECREATE(
            INFO,
            APPROXIMATE,
            "ECS stops the old tasks first too, but a new one may start while they are still stopping.",
            "ECS でも古いタスクを先に止めますが、停止中に新しいタスクが始まることがあります。"),
    DAEMON_UPDATE(
            WARNING,
            APPROXIMATE,
            "Only a percentage says how many daemons may be replaced at a time.",
            "同時に置き換えるデーモンの数は割合でしか指定できません。"),
    UPDATE_WAITS(
            WARNING,
            UNTRANSLATABLE,
            "ECS replaces all tasks as soon as the service is updated.",
            "ECS はサービスの更新と同時にすべてのタスクを置き換えます。"),
    READY_TIME(
            INFO,
            UNTRANSLATABLE,
            "ECS counts a task as soon as it is running and healthy.",
            "ECS はタスクが起動し正常になった時点で数に入れます。"),
    REVISION_HISTORY(
            INFO,
            UNTRANSLATABLE,
            "All revisions of a task definition stay until they are deregistered.",
            "タスク定義のリビジョンは登録解除するまですべて残ります。"),
    ROLLOUT_STEPS(
            WARNING,
            APPROXIMATE,
            "ECS moves the traffic once, or in equal steps.",
            "ECS のトラフィック移行は一度に、または等しい段階で行われます。"),
    DISRUPTION_BUDGET(
            INFO,
            APPROXIMATE,
            "When instances are drained, ECS keeps the minimumHealthyPercent of the service.",
            "インスタンスのドレイン中、ECS はサービスの minimumHealthyPercent を保ちます。"),
    PLACEMENT_STRATEGY(
            INFO,
            UNTRANSLATABLE,
            "A Pod cannot ask the scheduler for this way of choosing nodes.",
            "このノードの選び方を Pod から指定することはできません。"),
    SPREAD_LABEL(
            WARNING,
            EXACT,
            "Pods are spread by a label that nodes do not carry by themselves.",
            "ノードに自動では付かないラベルで Pod を分散させます。"),
    ZONE_REBALANCING(
            INFO,
            APPROXIMATE,
            "Zones count when a Pod is placed; nothing moves it afterwards.",
            "ゾーンは配置時にだけ考慮され、その後の移動はありません。"),
    CAPACITY_PROVIDER(
            WARNING,
            APPROXIMATE,
            "A scheduler prefers nodes; it does not count out how many Pods go where.",
            "スケジューラーはノードを優先するだけで、配分の数は決めません。"),
    PLATFORM_VERSION(INFO, UNTRANSLATABLE, "Nodes have no platform version.", "ノードにプラットフォームバージョンはありません。"),
    CLUSTER_CAPACITY(
            INFO,
            UNTRANSLATABLE,
            "Where a cluster's machines come from is a matter of the Kubernetes cluster.",
            "クラスターのマシンの調達は Kubernetes クラスター側の設定です。"),
    INSTANCE_ATTRIBUTE(
            WARNING,
            EXACT,
            "No task is placed until a container instance has this attribute.",
            "この属性を持つコンテナインスタンスができるまでタスクは配置されません。"),
    FARGATE_PLACES(
            INFO,
            APPROXIMATE,
            "ECS places tasks like this by itself; Fargate gives every task a machine of its own.",
            "ECS が自動でこのように配置します。Fargate では各タスクに専用のマシンがあります。"),
    SPOT_CAPACITY(
            WARNING,
            APPROXIMATE,
            "Capacity of Spot is asked for by a capacity provider.",
            "スポット容量はキャパシティプロバイダーで指定します。"),
    SPREAD_BEST_EFFORT(
            INFO,
            APPROXIMATE,
            "A placement strategy spreads tasks as well as it can; it never keeps one from starting.",
            "配置戦略はできる範囲で分散させるだけで、起動を妨げません。"),
    TOLERATION(
            INFO,
            UNTRANSLATABLE,
            "Container instances have no taints; there is nothing to tolerate.",
            "コンテナインスタンスに taint はなく、許容するものがありません。"),
    SCHEDULING(
            WARNING,
            UNTRANSLATABLE,
            "ECS has one scheduler, and no task goes before another.",
            "ECS のスケジューラーは一つで、タスクに優先順位はありません。"),
    LAUNCH_VOLUME_UNKNOWN(
            WARNING,
            UNTRANSLATABLE,
            "The task definition has no such volume to configure at launch.",
            "起動時に設定できるその名前のボリュームはタスク定義にありません。"),
    LAUNCH_VOLUME_CLASS(
            WARNING,
            UNTRANSLATABLE,
            "The cluster's default StorageClass decides about the volume.",
            "ボリュームの種類はクラスターの既定の StorageClass で決まります。"),
    LAUNCH_VOLUME_SETTING(
            INFO,
            UNTRANSLATABLE,
            "A setting of the volume has no place in a StorageClass.",
            "StorageClass に書けないボリュームの設定です。"),
    LAUNCH_VOLUME_SNAPSHOT(
            WARNING,
            APPROXIMATE,
            "The volume is filled from a snapshot, which needs the snapshot controller.",
            "スナップショットから作るボリュームには、スナップショットコントローラーが必要です。"),
    SCALED_COUNT(INFO, APPROXIMATE, "A scaler decides about the number of Pods or tasks.", "Pod やタスクの数はスケーラーが決めます。"),
    SCALING_NOT_WRITTEN(
            WARNING, UNTRANSLATABLE, "Nothing that could be written scales the service.", "このサービスをスケールする設定は書けません。"),
    SCALING_NEEDS_KEDA(
            WARNING,
            UNTRANSLATABLE,
            "A HorizontalPodAutoscaler knows neither CloudWatch nor times; KEDA does.",
            "HorizontalPodAutoscaler は CloudWatch も時刻も扱えません。KEDA なら扱えます。"),
    SCALING_METRIC(
            WARNING,
            UNTRANSLATABLE,
            "No scaler of Kubernetes can follow this policy.",
            "このポリシーに従えるスケーラーは Kubernetes にありません。"),
    SCALING_STEPS(
            WARNING,
            APPROXIMATE,
            "A scaler keeps a metric at a value; it has neither steps nor alarms.",
            "スケーラーはメトリクスを一定に保ちます。段階もアラームもありません。"),
    SCALING_ROUNDED(INFO, APPROXIMATE, "A target is rounded or simplified.", "目標値を丸めました。"),
    SCALING_BALANCER(
            WARNING,
            APPROXIMATE,
            "The metric belongs to the load balancer of ECS; in Kubernetes another one takes its place.",
            "このメトリクスは ECS のロードバランサーのものです。Kubernetes では別のものになります。"),
    SCALING_REQUEST(
            WARNING, EXACT, "Without a request the scaler cannot work out a utilization.", "リクエストがないと使用率を計算できません。"),
    SCALING_TO_ZERO(INFO, APPROXIMATE, "This scaler cannot go to zero Pods.", "このスケーラーは Pod をゼロにできません。"),
    SCALING_SCHEDULE(
            WARNING,
            UNTRANSLATABLE,
            "A time of the scheduled action has no form in a trigger.",
            "スケジュールされたアクションの時刻をトリガーで表せません。"),
    SCALING_SCHEDULE_LIMIT(
            INFO, APPROXIMATE, "A scaler has the same limits at all times.", "スケーラーの上限と下限は時刻によって変えられません。"),
    SCALING_SUSPENDED(INFO, UNTRANSLATABLE, "The scaling is suspended.", "スケーリングは停止中です。"),
    SCALING_ACCESS(WARNING, EXACT, "The scaler needs access to CloudWatch.", "スケーラーに CloudWatch へのアクセス権が必要です。"),
    SCALING_ROLE(
            INFO,
            UNTRANSLATABLE,
            "What a scalable target says to AWS alone is not written.",
            "スケーラブルターゲットの AWS 専用の値は書きません。"),
    COOLDOWN(
            INFO,
            APPROXIMATE,
            "A cooldown and the window over which a scaler looks back take each other's place.",
            "クールダウンと、スケーラーが振り返る期間は、互いの代わりになります。"),
    SCALING_SHARE(
            INFO,
            APPROXIMATE,
            "Kubernetes measures use against requests, ECS against what the task reserves.",
            "Kubernetes はリクエストに対する使用率、ECS はタスクの予約量に対する使用率を測ります。"),
    SCALING_PER_TASK(
            WARNING,
            APPROXIMATE,
            "The metric is divided by the number of tasks, which needs Container Insights.",
            "メトリクスをタスク数で割ります。Container Insights が必要です。"),
    SCALER_METRIC(
            WARNING,
            UNTRANSLATABLE,
            "Application Auto Scaling follows what is in CloudWatch, and nothing else.",
            "Application Auto Scaling が従えるのは CloudWatch にあるメトリクスだけです。"),
    SCALER_PACE(
            INFO,
            UNTRANSLATABLE,
            "Target tracking decides itself how many tasks it adds and takes away.",
            "増減するタスクの数はターゲット追跡が自分で決めます。"),
    SCALER_SETTING(
            INFO,
            UNTRANSLATABLE,
            "How a scaler works has no counterpart in Application Auto Scaling.",
            "スケーラーの動作設定に対応するものは Application Auto Scaling にありません。"),
    SCALER_REPEATED(
            WARNING,
            UNTRANSLATABLE,
            "A service has one scalable target; another scaler is left out.",
            "サービスのスケーラブルターゲットは一つだけのため、もう一つのスケーラーは省きます。"),
    SCALER_WITHOUT_COUNTERPART(
            WARNING, UNTRANSLATABLE, "Nothing in ECS scales this, or in this way.", "ECS にはこの対象や方法でのスケーリングがありません。"),
    // Networks: how tasks are reached and what they may reach.
    SUBNETS(INFO, UNTRANSLATABLE, "A Pod is in its node's network.", "Pod はノードのネットワークに入ります。"),
    PUBLIC_ADDRESS(INFO, UNTRANSLATABLE, "A Pod has no public address.", "Pod はパブリック IP を持ちません。"),
    NODE_PORT(
            INFO,
            APPROXIMATE,
            "A port of every node takes the place of a port of the instances with a task.",
            "タスクのあるインスタンスのポートの代わりに、すべてのノードのポートを開きます。"),
    CLUSTER_EMPTY(
            INFO,
            APPROXIMATE,
            "A cluster is written in which nothing of the input runs.",
            "入力のどのワークロードも実行されないクラスターを書き出します。"),
    NODE_PORT_UNUSED(
            INFO,
            UNTRANSLATABLE,
            "A load balancer in AWS leads to tasks, not to ports of machines.",
            "AWS のロードバランサーはマシンのポートではなくタスクに直接つながります。"),
    NODE_PORT_CLOSED(
            WARNING,
            UNTRANSLATABLE,
            "Tasks have addresses of their own; no port is open on machines.",
            "タスクは自分のアドレスを持ち、マシンのポートは開きません。"),
    POLICY_PEER(
            WARNING,
            APPROXIMATE,
            "A part of a NetworkPolicy cannot be said by a security group.",
            "NetworkPolicy の一部はセキュリティグループでは表せません。"),
    SERVICE_NAME(
            WARNING,
            APPROXIMATE,
            "The name of a Service is not known everywhere in ECS where it was in the cluster.",
            "Service の名前は、クラスター内で使えた場所のすべてで ECS でも使えるとは限りません。"),
    HEADLESS_PORT(
            INFO,
            APPROXIMATE,
            "The name of a headless Service leads to the containers' own ports.",
            "ヘッドレス Service の名前は、コンテナー自身のポートに直接つながります。"),
    SERVICE_DISCOVERY(
            INFO,
            APPROXIMATE,
            "A headless Service takes the place of the Cloud Map service; its full DNS name differs.",
            "Cloud Map サービスの代わりにヘッドレス Service を書きます。完全な DNS 名は変わります。"),
    SERVICE_DISCOVERY_NAMESPACE(
            WARNING,
            APPROXIMATE,
            "Names of the Cloud Map namespace end differently in the cluster.",
            "Cloud Map 名前空間の名前は、クラスター内では末尾が異なります。"),
    FORMER_DNS_NAME(
            WARNING,
            EXACT,
            "An environment variable holds a DNS name that is another in the cluster.",
            "環境変数に、クラスター内では変わる DNS 名が含まれています。"),
    DNS_NAME_CHANGED(
            WARNING,
            APPROXIMATE,
            "The name that clients say cannot be a Service's.",
            "クライアントが使う名前は Service の名前にできません。"),
    EXTERNAL_NAME(
            INFO,
            APPROXIMATE,
            "A Service of type ExternalName leads to the host.",
            "ExternalName 型の Service がそのホストを指します。"),
    CLOUD_MAP_INSTANCE(
            WARNING,
            UNTRANSLATABLE,
            "Nothing is written for an instance that was registered by hand.",
            "手動で登録されたインスタンスは書き出しません。"),
    CLOUD_MAP_TASK(INFO, UNTRANSLATABLE, "The instance is a running task.", "このインスタンスは実行中のタスクです。"),
    SERVICE_CONNECT(
            INFO,
            UNTRANSLATABLE,
            "Services do what this part of Service Connect is for.",
            "Service Connect のこの設定の役割は Service が果たします。"),
    SERVICE_CONNECT_PROXY(WARNING, UNTRANSLATABLE, "No proxy runs beside the containers.", "コンテナの隣でプロキシは動きません。"),
    PORT_NAME_UNKNOWN(
            ERROR,
            UNTRANSLATABLE,
            "No port mapping of the task definition has the name.",
            "タスク定義にその名前のポートマッピングがありません。"),
    VPC_LATTICE(WARNING, APPROXIMATE, "The Pods are not registered with VPC Lattice.", "Pod は VPC Lattice に登録されません。"),
    SECURITY_GROUP(
            INFO,
            APPROXIMATE,
            "A NetworkPolicy allows what the security group allows.",
            "セキュリティグループの許可を NetworkPolicy として書きます。"),
    SECURITY_GROUP_RULE(
            WARNING, UNTRANSLATABLE, "A NetworkPolicy cannot express the rule.", "NetworkPolicy では表せないルールです。"),
    SECURITY_GROUP_DNS(
            INFO, EXACT, "DNS is allowed besides what the security group allows.", "セキュリティグループの許可に加えて DNS を許可します。"),
    SECURITY_GROUP_BALANCER(
            WARNING,
            APPROXIMATE,
            "The addresses of a load balancer are not known; its port is open to everybody.",
            "ロードバランサーのアドレスが不明なため、ポートを全体に開きます。"),
    SECURITY_GROUP_BALANCER_SUBNETS(
            INFO,
            APPROXIMATE,
            "The subnets of a load balancer take the place of its security group.",
            "ロードバランサーのセキュリティグループの代わりに、そのサブネットを書きます。"),
    SECURITY_GROUP_UNCARRIED(
            WARNING,
            UNTRANSLATABLE,
            "Nothing in the input carries the security group at the other end.",
            "相手側のセキュリティグループを持つものが入力にありません。"),
    SECURITY_GROUP_INCOMPLETE(
            WARNING,
            UNTRANSLATABLE,
            "Another security group of the workload is not in the input; no NetworkPolicy is written.",
            "ワークロードの別のセキュリティグループが入力にないため、NetworkPolicy を書きません。"),
    SECURITY_GROUP_POLICY(
            INFO, APPROXIMATE, "The Pods carry the security groups themselves.", "Pod がセキュリティグループそのものを持ちます。"),
    SECURITY_GROUP_ID(
            WARNING, APPROXIMATE, "The id of the security group is not known yet.", "セキュリティグループの ID がまだ分かりません。"),
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
