package io.github.ecs2k8s.ecs.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in a list the things of CloudFormation templates are that references mean: {@code ${Web}} and {@code ${Web.Arn}} by
 * the logical id {@code Web}, in the template that has it.
 */
public final class LogicalIdIndex {
    /** Nothing answers to a reference. */
    public static final int NONE = -1;

    private static final int SEVERAL = -2;

    private final Map<String, Integer> inFile = new HashMap<>();
    private final Map<String, Integer> anywhere = new HashMap<>();
    private int longest;

    /** Adds the thing at a place of the list. */
    public void add(String logicalId, String file, int place) {
        String id = "${" + logicalId;
        addText(id + "}", file, place);
        addText(id + ".", file, place);
        longest = Math.max(longest, id.length() + 1);
    }

    /**
     * Adds a name that is a parameter without a value: of it, and of the reference to it, all that is known is which
     * parameter it is.
     */
    void addText(String text, String file, int place) {
        inFile.put(inFile(file, text), place);
        anywhere.merge(text, place, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    /** The place of what a reference in a file means, the last one where there are several; {@link #NONE} for nothing. */
    public int find(String reference, String file) {
        int found = NONE;
        for (String text : texts(reference)) {
            found = Math.max(found, inFile.getOrDefault(inFile(file, text), NONE));
        }
        return found;
    }

    /** The place of the only thing of any file that a reference means; {@link #NONE} where there is none or are several. */
    public int findOnly(String reference) {
        int only = NONE;
        for (String text : texts(reference)) {
            int place = anywhere.getOrDefault(text, NONE);
            if (place == SEVERAL || place != NONE && only != NONE && place != only) {
                return NONE;
            }
            only = place == NONE ? only : place;
        }
        return only;
    }

    /** {@code ${Web.Arn}} itself, and {@code ${Web.}}, by which a thing with that logical id is found. */
    private List<String> texts(String reference) {
        List<String> texts = new ArrayList<>(List.of(reference));
        for (int dot = reference.indexOf('.'); dot >= 0 && dot < longest; dot = reference.indexOf('.', dot + 1)) {
            texts.add(reference.substring(0, dot + 1));
        }
        return texts;
    }

    private static String inFile(String file, String text) {
        return file + '\n' + text;
    }
}
