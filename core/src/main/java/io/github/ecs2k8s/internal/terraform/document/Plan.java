package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.ecs.resource.TerraformAddress;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.internal.terraform.aws.ProviderTypes;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code terraform show -json PLAN} → what there will be after apply. What the plan deletes is not in it any more; data
 * sources that were read while planning stand in the state before
 * (https://developer.hashicorp.com/terraform/internals/json-format#plan-representation).
 */
final class Plan {
    private final MappingNode document;
    private final Findings findings;
    private final StateValues values;
    private final PlanConfiguration configuration;

    Plan(MappingNode document, SourceFile file, Findings findings) {
        this.document = document;
        this.findings = findings;
        this.values = new StateValues(file, findings, ClearTexts.of(document));
        this.configuration = new PlanConfiguration(document);
    }

    List<TerraformResource> resources() {
        Map<String, MappingNode> changes = changes();
        List<TerraformResource> planned = new ArrayList<>();
        for (TerraformResource resource : values.of(Json.object(document, "planned_values"))) {
            MappingNode change = changes.get(resource.address());
            if (change == null || stays(Json.texts(change, "actions"))) {
                planned.add(resource);
            }
        }
        planned.addAll(dataSources(planned));
        TerraformResource region = region();
        if (region != null) {
            planned.add(region);
        }
        List<String> instances =
                planned.stream().map(TerraformResource::address).toList();
        UnknownReferences references = new UnknownReferences(new PlanReferences(configuration, instances), findings);
        List<TerraformResource> resources = new ArrayList<>();
        for (TerraformResource resource : planned) {
            resources.add(filled(resource, changes.get(resource.address()), references));
        }
        return resources;
    }

    /** A change by the address of its resource; one of a deposed object is no change of the resource itself. */
    private Map<String, MappingNode> changes() {
        Map<String, MappingNode> changes = new HashMap<>();
        for (MappingNode change : Json.objects(document, "resource_changes")) {
            MappingNode what = Json.object(change, "change");
            if (what != null && !change.has("deposed")) {
                changes.put(Json.required(change, "address"), what);
            }
        }
        return changes;
    }

    private static boolean stays(List<String> actions) {
        return !actions.equals(List.of("delete")) && !actions.equals(List.of("forget"));
    }

    private List<TerraformResource> dataSources(List<TerraformResource> planned) {
        Set<String> known = new HashSet<>();
        planned.forEach(resource -> known.add(resource.address()));
        return values.of(Json.object(Json.object(document, "prior_state"), "values")).stream()
                .filter(resource -> resource.data() && known.add(resource.address()))
                .toList();
    }

    /** The provider's region, as the data source that tells it; null where the plan does not say. */
    private @Nullable TerraformResource region() {
        MappingNode provider =
                Json.object(Json.object(Json.object(document, "configuration"), "provider_config"), "aws");
        MappingNode expression = Json.object(Json.object(provider, "expressions"), "region");
        Node value = expression == null ? null : expression.get("constant_value");
        for (String reference : PlanConfiguration.references(expression)) {
            MappingNode variable = reference.startsWith("var.")
                    ? Json.object(Json.object(document, "variables"), reference.substring("var.".length()))
                    : null;
            value = variable == null ? value : variable.get("value");
        }
        if (!(value instanceof ScalarNode)) {
            return null;
        }
        MappingNode.Entry entry = new MappingNode.Entry("region", value.location(), value);
        MappingNode values = new MappingNode(value.location(), value.pointer(), null, List.of(entry));
        return new TerraformResource("data.aws_region.provider", true, "aws_region", "provider", values);
    }

    private TerraformResource filled(
            TerraformResource resource, @Nullable MappingNode change, UnknownReferences references) {
        if (change == null || !change.has("after_unknown") || !ProviderTypes.isNeeded(resource.type())) {
            return resource;
        }
        TerraformAddress address = TerraformAddress.parse(resource.address());
        MappingNode filled = new UnknownValues(references, address, configuration.resource(address))
                .fill(resource.values(), change.get("after_unknown"));
        return new TerraformResource(resource.address(), resource.data(), resource.type(), resource.name(), filled);
    }
}
