package io.github.ecs2k8s.internal.rooms.scaling;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a scaler looks at. */
sealed interface Trigger {

    /** What only KEDA can look at. */
    default boolean needsKeda() {
        return true;
    }

    /** The trigger as a ScaledObject spells it. */
    Map<String, Object> inScaledObject();

    /** Average use of a resource, as percentage of what the Pods request. */
    record Utilization(String resource, int percent) implements Trigger {
        @Override
        public boolean needsKeda() {
            return false;
        }

        @Override
        public Map<String, Object> inScaledObject() {
            Map<String, Object> trigger = new LinkedHashMap<>();
            trigger.put("type", resource);
            trigger.put("metricType", "Utilization");
            trigger.put("metadata", Map.of("value", String.valueOf(percent)));
            return trigger;
        }
    }

    /**
     * A metric in CloudWatch (https://keda.sh/docs/latest/scalers/aws-cloudwatch/).
     *
     * @param perPod whether the metric is a total that the Pods share; otherwise it is an average that falls as Pods come
     */
    record CloudWatch(Map<String, String> metadata, boolean perPod) implements Trigger {
        @Override
        public Map<String, Object> inScaledObject() {
            Map<String, Object> trigger = new LinkedHashMap<>();
            trigger.put("type", "aws-cloudwatch");
            trigger.put("metricType", perPod ? "AverageValue" : "Value");
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put("name", ScaledObjects.AUTHENTICATION);
            trigger.put("metadata", metadata);
            trigger.put("authenticationRef", reference);
            return trigger;
        }
    }

    /** A number of Pods between two times (https://keda.sh/docs/latest/scalers/cron/). */
    record Cron(String timezone, String start, String end, int pods) implements Trigger {
        @Override
        public Map<String, Object> inScaledObject() {
            Map<String, Object> metadata = new LinkedHashMap<>();
            metadata.put("timezone", timezone);
            metadata.put("start", start);
            metadata.put("end", end);
            metadata.put("desiredReplicas", String.valueOf(pods));
            Map<String, Object> trigger = new LinkedHashMap<>();
            trigger.put("type", "cron");
            trigger.put("metadata", metadata);
            return trigger;
        }
    }
}
