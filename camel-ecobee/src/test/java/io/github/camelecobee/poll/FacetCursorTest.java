/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelecobee.change.Facets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FacetCursorTest {
    private static final Instant NOW = Instant.parse("2025-01-14T16:46:03Z");

    private static Facets facets(Map<String, Object> values, String... parts) {
        return new Facets(Set.of(parts), new TreeMap<>(values));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        FacetCursor cursor = FacetCursor
                .begin(NOW, facets(Map.of("events/hold", Map.of("heat", Map.of("fahrenheit", 68.5))), "events"))
                .with(List.of("events/vacation/Skiing"), Map.of("events/vacation/Skiing", "yes"), NOW)
                .withRevisions("true:1:2:3:4");

        assertThat(FacetCursor.parse(cursor.toString(), "thermostat 1")).isEqualTo(cursor);
    }

    @Test
    void whatIsUnderWayIsReadAgainAndGoneOnceTheCursorHasMoved() {
        Map<String, Object> after = Map.of("mode/hvac", "off");
        FacetCursor cursor
                = FacetCursor.begin(NOW, facets(Map.of("mode/hvac", "heat", "events/hold", "away"), "events", "mode"));
        FacetCursor marked = cursor.marked(List.of("mode/hvac", "events/hold"), after, NOW.plusMillis(7));

        FacetCursor read = FacetCursor.parse(marked.toString(), "thermostat 1");

        assertThat(read).isEqualTo(marked);
        assertThat(read.markedAt()).isEqualTo(NOW.plusMillis(7));
        assertThat(read.withMarks(read.facets())).isEqualTo(after);
        assertThat(read.with(List.of("mode/hvac"), after, NOW).marks()).containsOnlyKeys("events/hold");
        assertThat(read.with(List.of("mode/hvac", "events/hold"), after, NOW).toString()).doesNotContain("underWay");
    }

    @Test
    void aCursorFromBeforeThereWereMarksIsRead() {
        assertThat(FacetCursor.parse("{\"format\":\"facets1\",\"revisions\":\"\",\"since\":1,\"parts\":[\"mode\"],"
                                     + "\"facets\":{\"mode/hvac\":\"off\"},\"moved\":{}}",
                "thermostat 1").marks()).isEmpty();
    }

    @Test
    void aPartThatEcobeeDidNotSendStaysAsItWas() {
        FacetCursor cursor
                = FacetCursor.begin(NOW, facets(Map.of("events/hold", "away", "mode/hvac", "heat"), "events", "mode"));

        assertThat(cursor.after(facets(Map.of("mode/hvac", "off"), "mode")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("events/hold", "away", "mode/hvac", "off"));
    }

    @Test
    void aPartThatIsWantedSinceIsTakenNoteOfAndOneThatIsNotIsForgotten() {
        FacetCursor cursor = FacetCursor.begin(NOW, facets(Map.of("events/hold", "away"), "events"));

        FacetCursor adapted = cursor.adapted(Set.of("mode"), facets(Map.of("mode/hvac", "off"), "mode"));

        assertThat(adapted.facets()).isEqualTo(Map.of("mode/hvac", "off"));
        assertThat(adapted.parts()).containsExactly("mode");
    }

    @Test
    void aChangeHasOneIdHoweverLateAndAnotherWhenItHappensAgain() {
        Map<String, Object> off = Map.of("mode/hvac", "off");
        FacetCursor heat = FacetCursor.begin(NOW, facets(Map.of("mode/hvac", "heat"), "mode"));
        String id = heat.changeId("1", List.of("mode/hvac"), "mode", off);

        assertThat(heat.withRevisions("true:1:2:3:4").changeId("1", List.of("mode/hvac"), "mode", off)).isEqualTo(id);
        assertThat(heat.changeId("2", List.of("mode/hvac"), "mode", off)).isNotEqualTo(id);
        // Within one second.
        FacetCursor again = heat.with(List.of("mode/hvac"), off, NOW).with(List.of("mode/hvac"), heat.facets(), NOW);
        assertThat(again.facets()).isEqualTo(heat.facets());
        assertThat(again.changeId("1", List.of("mode/hvac"), "mode", off)).isNotEqualTo(id);
    }

    @Test
    void whatIsGoneForLongIsForgotten() {
        FacetCursor cursor = FacetCursor.begin(NOW, facets(Map.of("alerts/a1", true), "alerts"))
                .with(List.of("alerts/a1"), Map.of(), NOW);
        assertThat(cursor.moved()).containsKey("alerts/a1");

        FacetCursor later = cursor.with(List.of("alerts/a2"), Map.of("alerts/a2", true), NOW.plusSeconds(500L * 86_400));

        assertThat(later.moved()).containsOnlyKeys("alerts/a2");
    }

    @Test
    void aCursorOfAnotherFeedIsRefusedWithWhatToDo() {
        for (String text : List.of("true:250114163012:250114150001:250114164530:250114164500", "{}",
                "{\"format\":\"facets1\"}")) {
            assertThatThrownBy(() -> FacetCursor.parse(text, "thermostat 1")).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("thermostat 1").hasMessageContaining("cursorName");
        }
    }
}
