package io.github.ecs2k8s.internal.rooms.secret;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.ecs.SecretReference;
import io.github.ecs2k8s.ecs.SecretReferenceBuilder;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.SecretDescription;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes Secrets → what ECS takes their keys from: what an annotation, an ExternalSecret or a SecretProviderClass names;
 * for a Secret of the input a Secrets Manager secret to create; for any other one whose ARN is asked for.
 */
public final class SecretOrigins {
    /** Before the name of a SecretProviderClass whose objects are meant as the files they are mounted as. */
    public static final String MOUNTED = "SecretProviderClass/";

    private static final List<String> KINDS = List.of("Secret", "ExternalSecret", "SecretProviderClass");

    private SecretOrigins() {}

    /** Where the keys of a Secret come from that a pod names. */
    public static SecretOrigin of(String secret, TaskToEcs context) {
        if (secret.startsWith(MOUNTED)) {
            LocatedObject mounted = context.lookUp("SecretProviderClass", secret.substring(MOUNTED.length()));
            SecretOrigin files = mounted == null ? null : ProviderClassReader.files(mounted, context);
            return files == null ? new Unknown(secret, context) : files;
        }
        for (String kind : KINDS) {
            LocatedObject annotated = context.lookUp(kind, secret);
            if (annotated != null && SecretSources.source(annotated.object()) != null) {
                context.use(annotated.object());
                return new Annotated(annotated.object());
            }
        }
        SecretOrigin external = ExternalSecretReader.of(secret, context);
        if (external == null) {
            external = ProviderClassReader.ofSecret(secret, context);
        }
        if (external != null) {
            return external;
        }
        LocatedObject sealed = context.lookUp("SealedSecret", secret);
        LocatedObject plain = sealed == null ? context.lookUp("Secret", secret) : sealed;
        return plain == null ? new Unknown(secret, context) : new SecretsToFill(plain, context);
    }

    /** A reference to a secret of the input, {@code ${DbSecret}}, under the name the secret has there; others as they are. */
    public static SecretReference named(SecretReference reference, TaskToKubernetes context) {
        if (!reference.isUnresolved()) {
            return reference;
        }
        Resource<SecretDescription> found =
                context.bundle().resources().find(SecretDescription.class, reference.source(), context.node());
        String name = found == null ? null : found.value().name();
        return name == null || name.contains("${")
                ? reference
                : SecretReferenceBuilder.builder()
                        .service(reference.service())
                        .source(reference.source())
                        .name(name)
                        .region(reference.region())
                        .jsonKey(reference.jsonKey())
                        .versionStage(reference.versionStage())
                        .versionId(reference.versionId())
                        .build();
    }

    /** The id of the parameter that asks for the ARN of a secret, as a reference. */
    static String arnOf(String secret, TaskToEcs context) {
        return arnOf(secret, RemoteSecret.Home.HERE, context);
    }

    /** The same of a secret of another region or account, which is another secret. */
    static String arnOf(String secret, RemoteSecret.Home home, TaskToEcs context) {
        String name = home.account() == null ? secret : secret + home.words();
        String arn = "arn " + secret + home.words();
        return "${" + context.all().shared(arn, () -> context.all().logicalId(name, suffix(name, "Arn"))) + "}";
    }

    /** {@code SecretArn}, without the word that the name ends with already. */
    static String suffix(String name, String end) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith("secret") ? end : "Secret" + end;
    }

    /** An object that this program wrote, with what it stands for. */
    private record Annotated(HasMetadata object) implements SecretOrigin {

        @Override
        public List<String> keys() {
            return SecretSources.keys(object);
        }

        @Override
        public boolean keepsName() {
            return true;
        }

        @Override
        public @Nullable String valueFrom(String key, Remark remark) {
            String valueFrom = SecretSources.valueFrom(object, key);
            if (valueFrom == null) {
                sayMissing(object, key, remark);
            }
            return valueFrom;
        }

        @Override
        public @Nullable String whole(Remark remark) {
            return SecretSources.source(object);
        }
    }

    /** Says that a Secret of the input lacks a key, which would keep the container from starting in a cluster, too. */
    static void sayMissing(HasMetadata object, String key, SecretOrigin.Remark remark) {
        remark.say(
                FindingCode.INVALID_VALUE,
                object.getKind() + " " + object.getMetadata().getName() + " has no key " + key
                        + "; the variable is left out",
                "add the key, or leave the variable out");
    }

    /** A Secret that somebody else makes in the cluster. */
    private record Unknown(String secret, TaskToEcs context) implements SecretOrigin {

        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public boolean keepsName() {
            return true;
        }

        @Override
        public String valueFrom(String key, Remark remark) {
            return whole(remark) + ":" + key + "::";
        }

        @Override
        public String whole(Remark remark) {
            String arn = arnOf(secret, context);
            remark.say(
                    FindingCode.SECRET_ARN_UNKNOWN,
                    "Secret " + secret + " is not in the input; " + arn
                            + " asks for the ARN of a Secrets Manager secret with its keys",
                    "create it: aws secretsmanager create-secret --name " + Shell.word(secret)
                            + " --secret-string '{\"KEY\":\"…\"}'");
            return arn;
        }
    }

    /** Whether a Secret of this type serves the cluster itself. */
    static boolean isOfCluster(Secret secret) {
        String type = secret.getType() == null ? "" : secret.getType();
        return type.equals("kubernetes.io/service-account-token")
                || type.equals("bootstrap.kubernetes.io/token")
                || type.equals("helm.sh/release.v1");
    }
}
