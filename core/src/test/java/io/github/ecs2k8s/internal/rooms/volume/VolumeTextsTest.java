package io.github.ecs2k8s.internal.rooms.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts in which volumes hide what they are: handles, shares, mount options, paths. */
class VolumeTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fs-1",
                "fs-1:/",
                "fs-1:/a/b",
                "fs-1::fsap-1",
                "fs-1:/a:fsap-1",
            })
    void a_handle_is_read_as_it_is_written(String handle) {
        assertThat(EfsHandle.parse(handle).text()).isEqualTo(handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fs-1:", "fs-1::"})
    void empty_parts_of_a_handle_mean_nothing(String handle) {
        assertThat(EfsHandle.parse(handle)).isEqualTo(EfsHandle.of("fs-1", "/", null));
    }

    @ParameterizedTest
    @CsvSource({
        "//fs-1.corp.example.com/share/a, fs-1, corp.example.com, share\\a",
        "\\\\fs-1\\share, fs-1, , share",
        "//fs-1, fs-1, , ''",
    })
    void a_share_is_read_with_slashes_of_either_kind(String source, String id, String domain, String directory) {
        SmbShare share = SmbShare.parse(source);
        assertThat(share.fileSystem()).isEqualTo(id);
        assertThat(share.domain()).isEqualTo(domain);
        assertThat(share.rootDirectory()).isEqualTo(directory);
    }

    @ParameterizedTest
    @CsvSource({"size=100m, 100Mi", "'uid=1,size=2G', 2Gi", "size=64k, 64Ki", "size=1048576, 1048576"})
    void the_sizes_of_a_tmpfs_are_binary(String options, String quantity) {
        assertThat(memory(options).size()).isEqualTo(new Quantity(quantity));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=", "size=50%", "uid=1000", "size=m"})
    void a_size_nobody_can_tell_is_none(String options) {
        assertThat(memory(options).size()).isNull();
    }

    private static DriverOptions memory(String options) {
        Map<String, String> opts = new LinkedHashMap<>();
        opts.put("type", "tmpfs");
        opts.put("o", options);
        DriverOptions read = DriverOptions.of(opts);
        assertThat(read).isNotNull();
        return read;
    }

    @Test
    void driver_options_of_a_network_mount_come_back_as_they_were() {
        DriverOptions nfs = DriverOptions.nfs("10.0.0.1", "/export", List.of("ro", "nfsvers=4.1"));
        assertThat(nfs.isNfs()).isTrue();
        assertThat(DriverOptions.of(nfs.driverOpts())).isEqualTo(nfs);
    }

    @Test
    void an_option_of_another_driver_is_not_guessed_at() {
        assertThat(DriverOptions.of(Map.of("volumetype", "gp3"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/data/, /data", "/, /", "data, /data", "C:\\data\\, C:\\data", "D:/x, D:/x"})
    void two_spellings_of_one_place_are_one_place(String path, String place) {
        assertThat(new RequestedMount("volume", path, false).place()).isEqualTo(place);
    }
}
