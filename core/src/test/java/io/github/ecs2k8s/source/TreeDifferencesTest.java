package io.github.ecs2k8s.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.finding.Findings;
import org.junit.jupiter.api.Test;

class TreeDifferencesTest {

    private static MappingNode json(String text) {
        return (MappingNode) Documents.parse(new SourceFile("t.json", text.replace('\'', '"')), new Findings())
                .get(0);
    }

    private static final MappingNode WANTED = json(
            "{'cpu': '512', 'list': [1, 2], 'c': [{'name': 'a/b', 'image': 'x', 'log': {'d': 'e'}}, {'name': 'z'}]}");
    private static final MappingNode GIVEN =
            json("{'c': [{'name': 'a/b', 'image': 'y'}, {'name': 'z', 'new': true}], 'list': [2, 1]}");

    @Test
    void what_was_lost_comes_back() {
        TreeDifferences residues = TreeDifferences.between(WANTED, GIVEN);
        assertThat(TreeDifferences.same(residues.restore(GIVEN), WANTED)).isTrue();
        assertThat(TreeDifferences.between(WANTED, WANTED).isEmpty()).isTrue();
    }

    @Test
    void it_can_be_written_down_and_read_again() {
        TreeDifferences residues =
                TreeDifferences.of(TreeDifferences.between(WANTED, GIVEN).tree());
        assertThat(TreeDifferences.same(residues.restore(GIVEN), WANTED)).isTrue();
    }

    @Test
    void an_edit_on_the_other_side_wins() {
        MappingNode edited = json(
                "{'cpu': '1024', 'c': [{'name': 'a/b', 'image': 'edited'}, {'name': 'z', 'new': true}], 'list': [2, 1]}");
        MappingNode restored = TreeDifferences.between(WANTED, GIVEN).restore(edited);
        assertThat(TreeDifferences.same(
                        restored,
                        json(
                                "{'cpu': '1024', 'list': [1, 2], 'c': [{'name': 'a/b', 'image': 'edited', 'log': {'d': 'e'}},"
                                        + " {'name': 'z'}]}")))
                .isTrue();
    }

    @Test
    void what_is_gone_on_the_other_side_stays_gone() {
        MappingNode removed = json("{'c': [{'name': 'z', 'new': true}], 'list': [2, 1]}");
        MappingNode restored = TreeDifferences.between(WANTED, GIVEN).restore(removed);
        assertThat(TreeDifferences.same(restored, json("{'cpu': '512', 'list': [1, 2], 'c': [{'name': 'z'}]}")))
                .isTrue();
    }
}
