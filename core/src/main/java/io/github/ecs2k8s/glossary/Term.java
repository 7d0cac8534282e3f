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
    WORKLOAD(
            "service or task run on its own",
            "サービスまたは単独のタスク",
            "workload",
            "ワークロード",
            "A task definition alone does not say what runs it: --kind chooses, and a Deployment of one Pod is the default.",
            "タスク定義だけでは何が実行するか分かりません。--kind で選びます。既定は Pod 一つの Deployment です。"),
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
    ENVIRONMENT(
            "environment variable",
            "環境変数",
            "env",
            "env",
            "Order is kept; $(X) is escaped because only Kubernetes expands it; of a name given twice the last counts.",
            "順序は保たれます。$(X) は Kubernetes だけが展開するためエスケープします。同じ名前は最後のものが有効です。"),
    ENVIRONMENT_FILE(
            "environment file",
            "環境ファイル",
            "envFrom with a ConfigMap",
            "envFrom と ConfigMap",
            "Filled when the file lies beside the input; otherwise the Pod waits for a ConfigMap somebody has to create.",
            "ファイルが入力の隣にあれば中身を書きます。なければ、ConfigMap が作られるまで Pod は待ちます。"),
    SECRET(
            "secret",
            "シークレット",
            "secretKeyRef and Secret",
            "secretKeyRef と Secret",
            "One Secret per Secrets Manager secret or parameter, keys named and values never written; add-ons fetch them.",
            "Secrets Manager のシークレットやパラメータごとに一つの Secret です。キーだけを示し、値は書きません。アドオンが取得できます。"),
    REGISTRY_CREDENTIALS(
            "repository credentials",
            "リポジトリの認証情報",
            "imagePullSecrets",
            "imagePullSecrets",
            "A Secret of type kubernetes.io/dockerconfigjson; it belongs to the Pod, not to one container.",
            "kubernetes.io/dockerconfigjson 型の Secret です。コンテナではなく Pod に属します。"),
    LOGGING(
            "log configuration",
            "ログ設定",
            "standard output",
            "標準出力",
            "Kubernetes has no log drivers: the node keeps a container's output, and an agent on each node may ship it.",
            "Kubernetes にログドライバーはありません。出力はノードが保持し、必要ならノードごとのエージェントが転送します。"),
    FIRELENS(
            "FireLens",
            "FireLens",
            "log router sidecar with a ConfigMap",
            "ログルーターのサイドカーと ConfigMap",
            "The router is kept with the configuration ECS would generate; no log driver feeds it.",
            "ルーターは ECS が生成する設定とともに残りますが、出力を届けるログドライバーはありません。"),
    CPU_AND_MEMORY(
            "CPU and memory",
            "CPU とメモリ",
            "requests and limits",
            "リクエストとリミット",
            "Container cpu is a share, so only a request; memory is a limit, memoryReservation a request; the task's size is request and limit of the whole Pod.",
            "コンテナの cpu は配分なのでリクエストのみ、memory はリミット、memoryReservation はリクエストです。タスクのサイズは Pod 全体のリクエストとリミットです。"),
    EPHEMERAL_STORAGE(
            "ephemeral storage",
            "エフェメラルストレージ",
            "ephemeral-storage request",
            "ephemeral-storage リクエスト",
            "The task's scratch space is reserved by one container's request; no limit, because Kubernetes evicts where ECS only runs out of space.",
            "タスクの一時領域を一つのコンテナのリクエストで確保します。ECS では容量不足になるだけですが、Kubernetes のリミットは Pod を退去させるため書きません。"),
    ACCELERATOR(
            "GPU and accelerator",
            "GPU とアクセラレーター",
            "extended resource limit",
            "拡張リソースのリミット",
            "GPUs are counted as nvidia.com/gpu, Neuron devices as aws.amazon.com/neuron; the node's device plugin offers them.",
            "GPU は nvidia.com/gpu、Neuron デバイスは aws.amazon.com/neuron として数え、デバイスプラグインが提供します。"),
    PORT_MAPPING(
            "port mapping",
            "ポートマッピング",
            "container port",
            "コンテナポート",
            "Containers of a Pod share one address, as in awsvpc; a host port of bridge mode needs a Service.",
            "awsvpc と同じく Pod のコンテナはアドレスを共有します。bridge のホストポートには Service が必要です。"),
    HEALTH_CHECK(
            "container health check",
            "コンテナのヘルスチェック",
            "startup, liveness and readiness probe",
            "startup・liveness・readiness プローブ",
            "An unhealthy essential container costs the task: livenessProbe; the start period is a startupProbe that covers it; the readinessProbe keeps traffic away.",
            "異常な必須コンテナはタスクの置き換えにつながるため livenessProbe、開始期間は startupProbe、トラフィックの制御は readinessProbe になります。"),
    DEPENDENCY(
            "container dependency",
            "コンテナの依存関係",
            "init container and native sidecar",
            "init コンテナとネイティブサイドカー",
            "Who must have ended before others (COMPLETE, SUCCESS) is an init container, who must run (START, HEALTHY) a native sidecar.",
            "先に終了すべきもの（COMPLETE、SUCCESS）は init コンテナ、先に動くべきもの（START、HEALTHY）はネイティブサイドカーです。"),
    ESSENTIAL_CONTAINER(
            "essential container",
            "必須コンテナ",
            "container",
            "コンテナ",
            "A task stops with an essential container and is replaced; Kubernetes restarts each container on its own.",
            "必須コンテナが停止するとタスクごと置き換えられます。Kubernetes はコンテナを個別に再起動します。"),
    RESTART_POLICY(
            "container restart policy",
            "コンテナの再起動ポリシー",
            "restart policy of the Pod",
            "Pod の再起動ポリシー",
            "ECS restarts a container in place only when asked; Kubernetes always does, except in Jobs.",
            "ECS は指定時のみその場で再起動します。Kubernetes は Job を除き常に再起動します。"),
    STOP_TIMEOUT(
            "stop timeout",
            "停止タイムアウト",
            "termination grace period",
            "終了猶予期間",
            "A Pod has one grace period for all containers: the longest. Both sides wait 30 seconds by default.",
            "Pod の猶予期間はすべてのコンテナに共通で、最長のものです。既定はどちらも 30 秒です。"),
    CONTAINER_HOOK(
            "nothing beside a container's command",
            "コンテナのコマンド以外に対応なし",
            "lifecycle hook",
            "ライフサイクルフック",
            "ECS runs no hooks; it lets go of a task's connections before it stops it, with the image's stop signal.",
            "ECS にフックはありません。接続を切り離してから、イメージの停止シグナルでタスクを止めます。"),
    EXTRA_HOSTS(
            "extra hosts",
            "追加ホスト",
            "host aliases",
            "ホストエイリアス",
            "Entries of the hosts file; ECS keeps them per container, Kubernetes per Pod and grouped by address.",
            "hosts ファイルのエントリーです。ECS はコンテナごと、Kubernetes は Pod ごとにアドレスでまとめて持ちます。"),
    DNS_SETTINGS(
            "DNS servers and search domains",
            "DNS サーバーと検索ドメイン",
            "DNS config and policy",
            "DNS 設定とポリシー",
            "With servers of its own a Pod no longer asks the cluster's DNS (policy None); search domains alone are added.",
            "サーバーを指定した Pod はクラスターの DNS を使いません（ポリシー None）。検索ドメインだけなら追加されます。"),
    HOSTNAME(
            "container hostname",
            "コンテナのホスト名",
            "Pod hostname",
            "Pod のホスト名",
            "All containers of a Pod have the Pod's one name, which must be a DNS label.",
            "Pod のコンテナはすべて同じ名前を持ちます。DNS ラベルでなければなりません。"),
    LINK(
            "link",
            "リンク",
            "localhost and a host alias",
            "localhost とホストエイリアス",
            "Containers of a Pod share localhost; the link's name becomes an alias of 127.0.0.1.",
            "Pod のコンテナは localhost を共有します。リンク名は 127.0.0.1 の別名になります。"),
    NETWORK_MODE(
            "network mode",
            "ネットワークモード",
            "Pod network",
            "Pod ネットワーク",
            "awsvpc is what every Pod has; host is hostNetwork with the cluster's DNS kept; none is a policy that denies all.",
            "awsvpc はすべての Pod と同じです。host は hostNetwork、none はすべてを拒否するポリシーになります。"),
    PROCESS_NAMESPACE(
            "PID and IPC mode",
            "PID モードと IPC モード",
            "shared and host namespaces",
            "共有・ホスト名前空間",
            "pidMode task is shareProcessNamespace; ipcMode task is what a Pod does already.",
            "pidMode task は shareProcessNamespace です。ipcMode task は Pod の標準の動作です。"),
    PLACEMENT_CONSTRAINT(
            "placement constraint",
            "配置制約",
            "node affinity",
            "ノードアフィニティ",
            "The cluster query becomes required node affinity; attributes of container instances are labels of nodes.",
            "クラスタークエリは必須のノードアフィニティになります。コンテナインスタンスの属性はノードのラベルです。"),
    RUNTIME_PLATFORM(
            "runtime platform",
            "ランタイムプラットフォーム",
            "node selector for OS and architecture",
            "OS とアーキテクチャのノードセレクター",
            "X86_64 is amd64; a Windows family is the node's Windows build.",
            "X86_64 は amd64、Windows ファミリーはノードの Windows ビルドです。"),
    LAUNCH_TYPE(
            "launch type compatibility",
            "起動タイプの互換性",
            "nodes and Fargate profiles of the cluster",
            "クラスターのノードと Fargate プロファイル",
            "A Pod does not say what it runs on; on EKS a Fargate profile selects it by namespace and labels.",
            "Pod は実行場所を指定しません。EKS では Fargate プロファイルが名前空間とラベルで選びます。"),
    REGISTRATION(
            "task definition registration",
            "タスク定義の登録情報",
            "source annotation",
            "出所のアノテーション",
            "The ARN says where a workload came from; status, dates and registrar are the service's own notes.",
            "ARN はワークロードの出所を示します。状態、日時、登録者はサービス側の記録です。"),
    TASK_ROLE(
            "task role",
            "タスクロール",
            "service account",
            "サービスアカウント",
            "One service account per role, shared by all tasks with that role; a task without one gets no token.",
            "ロールごとに一つのサービスアカウントを共有します。ロールのないタスクにはトークンを渡しません。"),
    EXECUTION_ROLE(
            "task execution role",
            "タスク実行ロール",
            "permissions of the node",
            "ノードの権限",
            "The kubelet pulls images with the node's role; it is not a permission of the Pod.",
            "kubelet はノードのロールでイメージを取得します。Pod の権限ではありません。"),
    PROXY(
            "proxy configuration",
            "プロキシ設定",
            "service mesh",
            "サービスメッシュ",
            "App Mesh redirects a task's traffic; in Kubernetes a mesh injects its own proxy.",
            "App Mesh はタスクの通信を転送します。Kubernetes ではメッシュが自分のプロキシを挿入します。"),
    FAULT_INJECTION(
            "fault injection",
            "障害注入",
            "chaos tooling",
            "カオスエンジニアリングのツール",
            "Faults are injected from outside the Pod, by AWS FIS or a chaos operator.",
            "障害は AWS FIS やカオスオペレーターが Pod の外から注入します。"),
    VERSION_CONSISTENCY(
            "version consistency",
            "バージョンの整合性",
            "image pull policy",
            "イメージのプルポリシー",
            "disabled means that every start resolves the tag anew, which is the pull policy Always.",
            "disabled は起動のたびにタグを解決することを意味し、プルポリシー Always に当たります。"),
    TAG(
            "tag",
            "タグ",
            "label",
            "ラベル",
            "A tag whose key and value are valid is a label of the workload and its Pods, any other is kept as JSON.",
            "キーと値が有効なタグはワークロードと Pod のラベルになり、他は JSON で残します。"),
    DOCKER_LABEL(
            "docker label",
            "Docker ラベル",
            "Pod label",
            "Pod のラベル",
            "Labels of a container are labels of the whole Pod; what is no valid label is kept per container as JSON.",
            "コンテナのラベルは Pod 全体のラベルになります。無効なものはコンテナごとに JSON で残します。"),
    POD_ANNOTATION(
            "nothing in a task definition",
            "タスク定義に対応なし",
            "annotation of the Pod",
            "Pod のアノテーション",
            "Controllers in the cluster read annotations; in ECS something else has to do what they do.",
            "アノテーションはクラスターのコントローラーが読みます。ECS では別の手段が必要です。"),
    HOST_VOLUME(
            "host volume",
            "ホストボリューム",
            "hostPath and emptyDir",
            "hostPath と emptyDir",
            "A volume with a source path is a hostPath, one without is an emptyDir; both stay on their machine.",
            "sourcePath があれば hostPath、なければ emptyDir です。どちらもそのマシンに留まります。"),
    DOCKER_VOLUME(
            "Docker volume",
            "Docker ボリューム",
            "claim or emptyDir",
            "PersistentVolumeClaim または emptyDir",
            "Shared volumes are claims under the volume's own name; NFS options become a PersistentVolume.",
            "共有ボリュームはボリューム名の PersistentVolumeClaim、NFS のオプションは PersistentVolume になります。"),
    EFS_VOLUME(
            "EFS volume",
            "EFS ボリューム",
            "PersistentVolume of the EFS driver",
            "EFS ドライバーの PersistentVolume",
            "ECS encrypts in transit when told to, the driver unless told not to; the choice is always written.",
            "ECS は指定時だけ転送中の暗号化を行い、ドライバーは既定で行います。選択は常に書き出します。"),
    S3_FILES_VOLUME(
            "S3 Files volume",
            "S3 Files ボリューム",
            "PersistentVolume of the EFS driver",
            "EFS ドライバーの PersistentVolume",
            "The EFS driver mounts S3 Files from version 3 on, by ids; the ARNs stand in annotations.",
            "EFS ドライバーのバージョン 3 以降が ID でマウントします。ARN は注釈に残します。"),
    FSX_WINDOWS_VOLUME(
            "FSx for Windows File Server volume",
            "FSx for Windows File Server ボリューム",
            "PersistentVolume of the SMB driver",
            "SMB ドライバーの PersistentVolume",
            "ECS finds the share by the file system's id; the driver wants its DNS name and a Secret.",
            "ECS はファイルシステムの ID で共有を探します。ドライバーには DNS 名と Secret が必要です。"),
    LAUNCH_VOLUME(
            "volume configured at launch",
            "起動時に設定されるボリューム",
            "generic ephemeral volume",
            "汎用エフェメラルボリューム",
            "An EBS volume that lives as long as the task; its size stands in the service or in run-task.",
            "タスクと同じ寿命の EBS ボリュームです。サイズはサービスまたは run-task にあります。"),
    MOUNT_POINT(
            "mount points and volumes from",
            "マウントポイントと volumesFrom",
            "volume mounts",
            "volumeMounts",
            "volumesFrom copies the other container's mounts; volumes that only its image declares stay behind.",
            "volumesFrom は他コンテナのマウントの写しになります。イメージだけが宣言するボリュームは含まれません。"),
    TMPFS(
            "tmpfs",
            "tmpfs",
            "emptyDir in memory",
            "メモリ上の emptyDir",
            "One container's tmpfs is a memory emptyDir with a size limit; mount options other than ro have no form.",
            "コンテナの tmpfs はサイズ制限付きのメモリ emptyDir です。ro 以外のマウントオプションは表せません。"),
    SHARED_MEMORY(
            "shared memory size",
            "共有メモリサイズ",
            "emptyDir in memory at /dev/shm",
            "/dev/shm のメモリ emptyDir",
            "Without it a container has 64 MiB on both sides.",
            "指定がなければ、どちらも 64 MiB です。"),
    DEVICE(
            "device",
            "デバイス",
            "hostPath of a device",
            "デバイスの hostPath",
            "The node of the device is mounted; opening it takes a privileged container or a device plugin.",
            "デバイスノードをマウントします。開くには特権コンテナかデバイスプラグインが必要です。"),
    CAPABILITIES(
            "kernel capabilities",
            "カーネルケーパビリティ",
            "capabilities",
            "capabilities",
            "Added to and dropped from the same defaults, by the same names without CAP_.",
            "同じ既定値に対して、CAP_ なしの同じ名前で追加・削除します。"),
    INIT_PROCESS(
            "init process",
            "init プロセス",
            "nothing in a container",
            "コンテナ内に対応なし",
            "Kubernetes runs none; put tini into the image, or share the Pod's process namespace.",
            "Kubernetes にはありません。イメージに tini を入れるか、プロセス名前空間を共有します。"),
    SWAP(
            "swap",
            "スワップ",
            "kubelet configuration",
            "kubelet の設定",
            "Swap belongs to the node, and is off unless its kubelet says otherwise.",
            "スワップはノードの設定で、kubelet で有効にしない限り無効です。"),
    USER(
            "user",
            "ユーザー",
            "runAsUser and runAsGroup",
            "runAsUser と runAsGroup",
            "Numbers carry over; names mean what the image's files say and are not guessed.",
            "番号はそのままです。名前の意味はイメージのファイルで決まるため、推測しません。"),
    SECURITY_OPTION(
            "privileged, read-only root and security options",
            "特権、読み取り専用ルート、セキュリティオプション",
            "security context",
            "securityContext",
            "no-new-privileges is allowPrivilegeEscalation: false, apparmor and label have fields of their own.",
            "no-new-privileges は allowPrivilegeEscalation: false、apparmor と label には専用のフィールドがあります。"),
    CREDENTIAL_SPEC(
            "credential spec",
            "資格情報スペック",
            "gMSA credential spec",
            "gMSA 資格情報スペック",
            "ECS reads the file from S3 or Parameter Store, Kubernetes from a GMSACredentialSpec object.",
            "ECS は S3 やパラメータストアのファイルを、Kubernetes は GMSACredentialSpec オブジェクトを読みます。"),
    SYSTEM_CONTROL(
            "system control",
            "システムコントロール",
            "sysctl of the pod",
            "Pod の sysctl",
            "Set once for the whole Pod; nodes refuse most of them unless their kubelet allows them.",
            "Pod 全体で一度だけ設定します。多くは kubelet の許可がなければ拒否されます。"),
    ULIMIT(
            "ulimit",
            "ulimit",
            "container runtime's default",
            "コンテナランタイムの既定値",
            "A Pod cannot set it; set it in the entrypoint or in the node's container runtime.",
            "Pod では設定できません。エントリーポイントかノードのコンテナランタイムで設定します。"),
    SERVICE(
            "service",
            "サービス",
            "Deployment or DaemonSet",
            "Deployment または DaemonSet",
            "A service of its own name becomes a workload of that name: REPLICA a Deployment, DAEMON a DaemonSet.",
            "サービスは同じ名前のワークロードになります。REPLICA は Deployment、DAEMON は DaemonSet です。"),
    SERVICE_TAG(
            "service tag",
            "サービスのタグ",
            "label of the workload",
            "ワークロードのラベル",
            "A service's tags are labels of the workload; its Pods carry them only where the service propagates its tags.",
            "サービスのタグはワークロードのラベルです。Pod に付くのはサービスがタグを伝播する場合だけです。"),
    EXECUTE_COMMAND(
            "execute command",
            "ECS Exec",
            "kubectl exec",
            "kubectl exec",
            "kubectl exec needs no preparation in the Pod; who may use it is a matter of roles.",
            "kubectl exec に Pod 側の準備は不要です。誰が使えるかはロールで決まります。"),
    SERVICE_RECORD(
            "service record",
            "サービスの記録",
            "nothing",
            "対応なし",
            "What describe-services tells about the past and present of a service is not part of its definition.",
            "describe-services が示す経過や現状は、サービスの定義ではありません。"),
    SCHEDULE(
            "EventBridge rule, schedule",
            "EventBridge のルール、スケジュール",
            "CronJob",
            "CronJob",
            "Six fields become five, in the schedule's time zone; what five cannot say is written suspended.",
            "六つのフィールドは、タイムゾーン付きの五つになります。表せないものは停止状態で書きます。"),
    ONE_OFF_TASK(
            "task run on its own",
            "単独で実行するタスク",
            "Job",
            "Job",
            "A task that run-task starts becomes a Job that is never tried again; its count is the Job's.",
            "run-task で開始するタスクは、再試行しない Job になります。"),
    TASK_OVERRIDE(
            "task override",
            "タスクの上書き",
            "part of the Pod template",
            "Pod テンプレートの一部",
            "What starts a task may override its definition; the Pod template has the result.",
            "開始時にタスク定義を上書きできます。Pod テンプレートはその結果です。"),
    CLUSTER(
            "cluster",
            "クラスター",
            "Namespace",
            "Namespace",
            "A cluster that has a name of its own becomes a Namespace around its services; the default cluster needs none.",
            "名前のあるクラスターは、そのサービスを囲む Namespace になります。default クラスターには不要です。"),
    LIMIT_RANGE(
            "sizes of containers that say none",
            "サイズ指定のないコンテナの大きさ",
            "LimitRange",
            "LimitRange",
            "Its defaults are put into containers as the API server would; bounds and quotas have no counterpart in ECS.",
            "既定値は API サーバーと同様にコンテナへ補います。上限・下限やクォータに対応するものは ECS にありません。"),
    CLUSTER_PERMISSION(
            "permissions on the ECS API",
            "ECS API の権限",
            "Role and RoleBinding",
            "Role と RoleBinding",
            "What a Role allows is asked of a cluster's API; the finding names the permissions on ECS that are nearest.",
            "Role が許可するのはクラスタの API です。最も近い ECS の権限を指摘で示します。"),
    SUPPORTING_RESOURCE(
            "file system, secret, log group",
            "ファイルシステム、シークレット、ロググループ",
            "stays in AWS",
            "AWS に残る",
            "What tasks use stays where it is: manifests refer to it, and its own settings are not theirs.",
            "タスクが使うリソースはそのまま AWS に残り、マニフェストはそれを参照するだけです。"),
    DEPLOYMENT_CONFIGURATION(
            "deployment percentages",
            "デプロイの割合",
            "rolling update",
            "ローリングアップデート",
            "Always written, because the defaults differ; ECS rounds the maximum down, Kubernetes rounds maxSurge up.",
            "既定値が異なるため常に書きます。ECS は最大値を切り捨て、Kubernetes は maxSurge を切り上げます。"),
    CIRCUIT_BREAKER(
            "deployment circuit breaker",
            "デプロイサーキットブレーカー",
            "progressDeadlineSeconds",
            "progressDeadlineSeconds",
            "Kubernetes marks a stalled rollout as failed and leaves it; only Argo Rollouts takes it back.",
            "Kubernetes は止まったロールアウトを失敗とするだけです。元に戻すのは Argo Rollouts だけです。"),
    DEPLOYMENT_CONTROLLER(
            "deployment controller and strategy",
            "デプロイコントローラーと戦略",
            "Deployment or Rollout",
            "Deployment または Rollout",
            "Blue/green, canary and linear deployments need Argo Rollouts; a Deployment only replaces Pod by Pod.",
            "ブルー/グリーン、カナリア、リニアには Argo Rollouts が必要です。Deployment は Pod を順に置き換えるだけです。"),
    TARGET_GROUP(
            "target group",
            "ターゲットグループ",
            "Service",
            "Service",
            "The containers behind a load balancer are a Service; the port that counts is the container's.",
            "ロードバランサーの背後のコンテナは Service になり、使うポートはコンテナのものです。"),
    TARGET_GROUP_HEALTH_CHECK(
            "health check of a target group",
            "ターゲットグループのヘルスチェック",
            "readiness probe",
            "readinessProbe",
            "It decides who gets requests, and ECS also replaces who fails it: readiness, and liveness after a grace period.",
            "リクエストの可否を決め、失敗したタスクは ECS が置き換えます。readinessProbe と、猶予期間後の livenessProbe です。"),
    LISTENER(
            "listener",
            "リスナー",
            "ports and certificates of an Ingress, listener of a Gateway",
            "Ingress のポートと証明書、Gateway のリスナー",
            "Listeners with the same rules share one Ingress; one that only redirects is an annotation.",
            "同じルールのリスナーは一つの Ingress になり、リダイレクトだけのリスナーはアノテーションになります。"),
    LISTENER_RULE(
            "listener rule",
            "リスナールール",
            "rule of an Ingress or of an HTTPRoute",
            "Ingress や HTTPRoute のルール",
            "ELB takes the first rule that matches, an Ingress the longest path: the output keeps who gets which request.",
            "ELB は最初に一致したルール、Ingress は最長のパスを選びます。どのリクエストがどこへ行くかは変わりません。"),
    LOAD_BALANCER(
            "load balancer",
            "ロードバランサー",
            "Ingress, Gateway or Service of type LoadBalancer",
            "Ingress、Gateway、または LoadBalancer 型の Service",
            "One that routes by rules is an Ingress or a Gateway, one that passes ports on is a Service.",
            "ルールで振り分けるものは Ingress か Gateway、ポートを渡すものは Service になります。"),
    PLACEMENT_STRATEGY(
            "placement strategy",
            "配置戦略",
            "topology spread constraint",
            "トポロジー分散制約",
            "Spreading is a wish in both; packing tasks together is a matter of the scheduler, not of the Pod.",
            "分散はどちらでも努力目標です。詰め込みは Pod ではなくスケジューラーの設定です。"),
    CAPACITY_PROVIDER(
            "capacity provider strategy",
            "キャパシティプロバイダー戦略",
            "preferred node affinity",
            "優先ノードアフィニティ",
            "ECS counts tasks by base and weight, a scheduler only prefers; Fargate on EKS has no Spot.",
            "ECS はベースと重みで数を決めますが、スケジューラーは優先するだけです。EKS の Fargate に Spot はありません。"),
    SCALING(
            "service auto scaling",
            "サービスのオートスケーリング",
            "HorizontalPodAutoscaler or ScaledObject",
            "HorizontalPodAutoscaler または ScaledObject",
            "One scaler for each workload, whose count is left out; more than CPU and memory needs KEDA.",
            "スケーラーはワークロードごとに一つで、レプリカ数は書きません。CPU とメモリ以外には KEDA が必要です。"),
    NETWORK_CONFIGURATION(
            "subnets and public address",
            "サブネットとパブリック IP",
            "the node's network",
            "ノードのネットワーク",
            "A Pod has an address from its node's network, never a public one; subnets are chosen with the nodes.",
            "Pod のアドレスはノードのネットワークから割り当てられ、パブリックにはなりません。サブネットはノードで選びます。"),
    NODE_PORT(
            "static host port",
            "静的ホストポート",
            "Service of type NodePort",
            "NodePort 型の Service",
            "Every node opens the port, and its number is from 30000 to 32767.",
            "すべてのノードがポートを開き、番号は 30000 から 32767 までです。"),
    SERVICE_DISCOVERY(
            "service registry in Cloud Map",
            "Cloud Map のサービスレジストリ",
            "headless Service or ExternalName",
            "ヘッドレス Service または ExternalName",
            "The registered name stays; what stands after its first dot is the Namespace and .svc.cluster.local.",
            "登録名はそのままです。最初のドット以降は Namespace と .svc.cluster.local になります。"),
    SERVICE_CONNECT(
            "Service Connect",
            "Service Connect",
            "Service of the alias",
            "エイリアス名の Service",
            "Clients say the same name and port; timeouts, retries and TLS of the proxy need a service mesh.",
            "クライアントは同じ名前とポートを使えます。プロキシのタイムアウトや TLS にはサービスメッシュが必要です。"),
    VPC_LATTICE(
            "VPC Lattice target group",
            "VPC Lattice のターゲットグループ",
            "route of the AWS Gateway API Controller",
            "AWS Gateway API Controller のルート",
            "A Service is written; the route from VPC Lattice to it is the controller's.",
            "Service を書きます。VPC Lattice からの経路はコントローラーが作ります。"),
    SECURITY_GROUP(
            "security group",
            "セキュリティグループ",
            "NetworkPolicy",
            "NetworkPolicy",
            "Several add up on both sides; a group at the other end becomes the Pods that carry it.",
            "どちらの側でも複数の許可は合算されます。相手のグループは、それを持つ Pod になります。"),
    OBJECT_METADATA(
            "names and tags",
            "名前とタグ",
            "metadata of objects",
            "オブジェクトのメタデータ",
            "Objects find each other by name and label; what else stands in the metadata of a Service or a route is a cluster's own matter.",
            "オブジェクトは名前とラベルで互いを見つけます。Service やルートのメタデータにあるそれ以外のものは、クラスター内だけの事柄です。"),
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
