package io.github.ecs2k8s.room;

import io.github.ecs2k8s.glossary.Term;
import java.util.List;

/**
 * A room: one glossary entry, what it owns on both sides, and the two directions. Implementations are stateless; they
 * never call each other and never read what another owns.
 *
 * <p>An owned leaf without a finding was carried exactly; with a finding, as the finding says. From this follow the
 * report of a run, {@code docs/coverage.md}, {@code ecs2k8s explain} and the tests that nothing gets lost.
 */
public interface Correspondence {

    /** The glossary entry it speaks for. */
    Term term();

    /** Every leaf of the ECS model it owns; each leaf of the model is owned by exactly one room. */
    List<OwnedField> ecs();

    /** Every leaf of the Kubernetes model it owns, with its destination in ECS. */
    List<OwnedField> kubernetes();
}
