package io.github.ecs2k8s.ecs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What references mean among many resources. */
class ResourcesTest {
    private static final String BLUE = "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/aaaa";
    private static final String GREEN = "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/bbbb";
    private static final String RULE = "arn:aws:events:eu-west-1:1:rule/nightly";

    @Test
    void findsByArnAndByName() {
        Resource<String> rule = resource(ResourceKind.EVENT_RULE, null, "a.json", "Arn", RULE, "Name", "nightly");
        Resource<String> named = resource(ResourceKind.EVENT_RULE, null, "a.json", "Name", "hourly");
        Resources resources = new Resources(List.of(rule, named));

        assertThat(find(resources, RULE, "b.json")).isSameAs(rule);
        assertThat(find(resources, "nightly", "b.json")).isSameAs(rule);
        assertThat(find(resources, "arn:aws:events:eu-west-1:1:rule/hourly", "b.json"))
                .isSameAs(named);
        assertThat(find(resources, "weekly", "b.json")).isNull();
    }

    @Test
    void findsTheLastOfSeveral() {
        Resource<String> first = resource(ResourceKind.EVENT_RULE, null, "a.json", "Name", "nightly");
        Resource<String> last = resource(ResourceKind.EVENT_RULE, null, "b.json", "Name", "nightly");

        assertThat(find(new Resources(List.of(first, last)), "nightly", "a.json"))
                .isSameAs(last);
    }

    @Test
    void tellsTargetGroupsOfOneNameApartByTheIdInTheirArn() {
        Resource<String> blue =
                resource(ResourceKind.TARGET_GROUP, null, "a.json", "TargetGroupArn", BLUE, "TargetGroupName", "web");
        Resource<String> onlyNamed = resource(ResourceKind.TARGET_GROUP, null, "a.json", "TargetGroupName", "web");

        assertThat(find(new Resources(List.of(blue)), GREEN, "a.json")).isNull();
        assertThat(find(new Resources(List.of(onlyNamed)), GREEN, "a.json")).isSameAs(onlyNamed);
        assertThat(find(new Resources(List.of(onlyNamed, blue)), "web", "a.json"))
                .isSameAs(blue);
    }

    @Test
    void findsByLogicalIdInTheSameTemplateFirst() {
        Resource<String> mine = resource(ResourceKind.CLUSTER, "Main", "mine.yaml");
        Resource<String> other = resource(ResourceKind.CLUSTER, "Main", "other.yaml");
        Resources resources = new Resources(List.of(mine, other));

        assertThat(find(resources, "${Main}", "mine.yaml")).isSameAs(mine);
        assertThat(find(resources, "${Main.Arn}", "other.yaml")).isSameAs(other);
        assertThat(find(resources, "${Main}", "third.yaml")).isNull();
        assertThat(find(resources, "${Mai}", "mine.yaml")).isNull();
        assertThat(find(resources, "${MainArn}", "mine.yaml")).isNull();
    }

    @Test
    void findsTheOnlyOneOfAnotherTemplate() {
        Resource<String> main = resource(ResourceKind.CLUSTER, "Main", "other.yaml");

        assertThat(find(new Resources(List.of(main)), "${Main.Arn}", "third.yaml"))
                .isSameAs(main);
    }

    @Test
    void findsANameThatIsAParameterByTheSameParameter() {
        Resource<String> open = resource(ResourceKind.CLUSTER, "Main", "a.yaml", "clusterName", "${Stage.Name}");

        assertThat(find(new Resources(List.of(open)), "${Stage.Name}", "a.yaml"))
                .isSameAs(open);
        assertThat(find(new Resources(List.of(open)), "${Stage.Other}", "a.yaml"))
                .isNull();
    }

    private static @Nullable Resource<String> find(Resources resources, String reference, String file) {
        return resources.find(String.class, reference, node(file));
    }

    private static Resource<String> resource(
            ResourceKind kind, @Nullable String logicalId, String file, String... members) {
        return new Resource<>(kind, kind.name(), node(file, members), logicalId);
    }

    private static MappingNode node(String file, String... members) {
        SourceLocation place = new SourceLocation(file, 1, 1);
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i < members.length; i += 2) {
            ScalarNode value = new ScalarNode(place, Pointer.ROOT, null, ScalarNode.Kind.STRING, members[i + 1]);
            entries.add(new MappingNode.Entry(members[i], place, value));
        }
        return new MappingNode(place, Pointer.ROOT, null, entries);
    }
}
