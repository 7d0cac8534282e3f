package io.github.ecs2k8s.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.KubernetesTranslation;
import io.github.ecs2k8s.Translator;
import io.github.ecs2k8s.options.TranslationOptions;
import io.github.ecs2k8s.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One task definition of 6 KB and three containers, from text to text, on one warm thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class Warm {
    private final Translator translator = new Translator(TranslationOptions.DEFAULT);
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    private String text = "";
    private List<HasMetadata> objects = List.of();

    /** Reads the input and makes the objects that {@link #floor} prints. */
    @Setup
    public void read() throws IOException {
        try (InputStream in = Objects.requireNonNull(Warm.class.getResourceAsStream("shop.json"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        objects = List.copyOf(translate().kubernetes().objects());
    }

    /** A translation: reading, translating with findings, printing. */
    @Benchmark
    public String translation() {
        return translate().yaml();
    }

    /** Parsing the same text and printing the same objects with Jackson as it comes, and nothing between. */
    @Benchmark
    public String floor() throws IOException {
        StringBuilder stream = new StringBuilder().append(json.readTree(text).size());
        for (HasMetadata object : objects) {
            stream.append(yaml.writeValueAsString(object));
        }
        return stream.toString();
    }

    private KubernetesTranslation translate() {
        return translator.toKubernetes(List.of(new SourceFile("shop.json", text)));
    }
}
