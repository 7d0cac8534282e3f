package io.github.ecs2k8s.kubernetes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Hands out names that are unique among their kind: the containers of a Pod, the ConfigMaps of a bundle. Who comes first
 * keeps the plain name; who collides gets a suffix from the digest of its own original, not a number that would move
 * when something is added before it.
 */
public final class NameScope {
    private final int max;
    private final UnaryOperator<String> rule;
    private final Map<String, String> byOriginal = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A scope of DNS labels. */
    public NameScope() {
        this(Names.MAX_LABEL);
    }

    /**
     * A scope of names of another length.
     *
     * @param max the longest name allowed, for example {@link Names#MAX_PORT_NAME}
     */
    public NameScope(int max) {
        this(max, UnaryOperator.identity());
    }

    /**
     * A scope of DNS labels that are named by a rule.
     *
     * @param rule gives another name for a valid one; what it gives is made valid
     */
    public NameScope(UnaryOperator<String> rule) {
        this(Names.MAX_LABEL, name -> Names.dnsLabel(rule.apply(name)));
    }

    private NameScope(int max, UnaryOperator<String> rule) {
        this.max = max;
        this.rule = rule;
    }

    /**
     * The name of one thing in this scope; the same for the same original, different from every other original's.
     *
     * @param valid the name it would like, already valid
     * @param original what it is called in the source
     */
    public String unique(String valid, String original) {
        return unique(valid, original, max);
    }

    /** The same with another longest name than the scope's own. */
    public String unique(String valid, String original, int longest) {
        String known = byOriginal.get(original);
        if (known != null) {
            return known;
        }
        String wanted = rule.apply(valid);
        String name = wanted;
        String seed = original;
        while (!taken.add(name)) {
            name = Names.suffixed(wanted, seed, longest);
            seed = seed + '\n';
        }
        byOriginal.put(original, name);
        return name;
    }
}
