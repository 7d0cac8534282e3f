package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.options.TemplateValues;

/**
 * What everything in one configuration is computed with.
 *
 * @param files the files of modules
 * @param known what the user knows of the account
 * @param memo the values computed so far
 */
record Workshop(ModuleFiles files, TemplateValues known, Notices notices, Evaluator evaluator, Memo memo) {

    Workshop(ModuleFiles files, TemplateValues known, Notices notices, Evaluator evaluator) {
        this(files, known, notices, evaluator, new Memo());
    }
}
