package vn.nhipcho.dashboards.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapTest {
    @Test
    void theMapHasTheCommunesOfTheReferenceDataAndNoOthers() throws IOException {
        JsonNode map;
        try (InputStream in = MapTest.class.getResourceAsStream("/grafana/maps/hau-giang-communes-2025.geojson")) {
            map = new ObjectMapper().readTree(in);
        }
        List<String> ids = new ArrayList<>();
        map.path("features").forEach(feature -> {
            assertThat(feature.path("id").isTextual())
                    .as("maps join by a textual id")
                    .isTrue();
            ids.add(feature.path("id").asText());
            feature.at("/geometry/coordinates")
                    .forEach(ring ->
                            assertThat(ring.get(0)).as("a ring is closed").isEqualTo(ring.get(ring.size() - 1)));
        });

        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(communes());
    }

    // level,code,name,parent_code,valid_from,valid_to,successor_code,old_district_codes
    private static List<String> communes() throws IOException {
        try (InputStream in = MapTest.class.getResourceAsStream("/reference/admin_units.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(unit -> unit[0].equals("commune") && unit[5].isEmpty() && !unit[7].isEmpty())
                    .map(unit -> unit[1])
                    .toList();
        }
    }
}
