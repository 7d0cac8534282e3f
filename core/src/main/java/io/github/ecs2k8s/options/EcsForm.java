package io.github.ecs2k8s.options;

import java.util.Locale;

/** A form in which ECS is written. */
public enum EcsForm {
    /** Inputs of AWS CLI commands ({@code --cli-input-json}), in the order to run them. */
    API,
    /** One CloudFormation template. */
    CLOUDFORMATION;

    /** The extension of files in this form, with its dot. */
    public String extension() {
        return this == API ? ".json" : ".yaml";
    }

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
