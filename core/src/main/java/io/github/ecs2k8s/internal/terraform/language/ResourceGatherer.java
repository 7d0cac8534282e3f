package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.internal.terraform.TerraformResource;
import io.github.ecs2k8s.internal.terraform.syntax.Body;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Pointer;
import java.util.List;
import java.util.function.Predicate;

/** Module instances → their resources with values. */
final class ResourceGatherer {
    private final Predicate<String> types;
    private final Workshop workshop;

    ResourceGatherer(Predicate<String> types, Workshop workshop) {
        this.types = types;
        this.workshop = workshop;
    }

    void gather(ModuleInstance module, List<TerraformResource> resources) {
        module.module().resources().forEach((name, block) -> {
            try {
                for (Instances.Instance instance :
                        module.resources().instances(block, name).all()) {
                    resources.add(resource(module.resources().object(block, name, instance)));
                }
            } catch (EvaluationException e) {
                workshop.notices().failed(e, Pointer.ROOT.child(module.prefix() + name));
            }
        });
        for (ModuleInstance called : module.calls().all()) {
            gather(called, resources);
        }
    }

    private TerraformResource resource(ResourceObject object) {
        Body.Block block = object.block();
        MappingNode values = types.test(object.type())
                ? new ResourceTree(object, workshop).values()
                : new MappingNode(block.location(), Pointer.ROOT.child(object.address()), null, List.of());
        return new TerraformResource(object.address(), object.isData(), object.type(), block.label(1), values);
    }
}
