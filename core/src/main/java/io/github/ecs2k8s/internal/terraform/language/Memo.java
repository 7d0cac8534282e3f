package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.source.BrokenInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Computes each named value once, when somebody asks for it, and finds those that refer to themselves. */
final class Memo {
    private final Map<String, Object> results = new HashMap<>();
    private final List<String> open = new ArrayList<>();

    /**
     * The value of a name.
     *
     * @param address what it is called in all of the configuration
     * @throws BrokenInputException when the value is needed to compute itself
     */
    Value get(String address, SourceLocation place, Supplier<Value> computation) {
        Object known = results.get(address);
        if (known instanceof EvaluationException failed) {
            throw failed;
        }
        return known instanceof Value value ? value : compute(address, place, computation);
    }

    private Value compute(String address, SourceLocation place, Supplier<Value> computation) {
        int earlier = open.indexOf(address);
        if (earlier >= 0) {
            String circle = String.join(" → ", open.subList(earlier, open.size())) + " → " + address;
            throw new BrokenInputException(place, address + " refers to itself: " + circle, "break the circle");
        }
        open.add(address);
        try {
            Value value = computation.get();
            results.put(address, value);
            return value;
        } catch (EvaluationException e) {
            results.put(address, e);
            throw e;
        } finally {
            open.remove(open.size() - 1);
        }
    }
}
