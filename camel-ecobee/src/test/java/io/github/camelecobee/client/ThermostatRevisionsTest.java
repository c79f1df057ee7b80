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
package io.github.camelecobee.client;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines of revisionList, get-thermostat-summary.shtml. */
class ThermostatRevisionsTest {
    private static final String LINE = "311019854581:Upstairs:true:250114163012:250114150001:250114164530:250114164500";

    @Test
    void aLineHasIdentifierNameConnectedAndFourRevisions() {
        assertThat(ThermostatRevisions.parse(LINE)).contains(new ThermostatRevisions(
                "311019854581", "Upstairs", true, "250114163012", "250114150001", "250114164530", "250114164500"));
    }

    @Test
    void aThermostatThatWasNeverNamedHasAnEmptyName() {
        assertThat(ThermostatRevisions.parse("311019854999::false:250102081500:250102081500:250110220115:250110220000"))
                .get().extracting(ThermostatRevisions::name, ThermostatRevisions::connected).containsExactly("", false);
    }

    @ParameterizedTest
    @Tag("field-68")
    @ValueSource(strings = {
            "Attic: East", "a:true:b", "::", "Chambre d'été 21°", "true:1:2:3", "Wohnzimmer:false", "日本:語" })
    void namesMayHoldColonsAndAnyLetters(String name) {
        assertThat(ThermostatRevisions.parse("311019854581:" + name + ":true:1:2:3:4")).contains(
                new ThermostatRevisions("311019854581", name, true, "1", "2", "3", "4"));
    }

    @Test
    void fieldsThatEcobeeMayAppendLaterAreLeftAlone() {
        assertThat(ThermostatRevisions.parse(LINE + ":250114164501:more")).get()
                .extracting(ThermostatRevisions::interval).isEqualTo("250114164500");
    }

    @Test
    void theSixFieldsOf2013HaveNoIntervalRevision() {
        assertThat(ThermostatRevisions.parse("318324702718:Home:true:130101000000:130101000001:130101000002")).get()
                .extracting(ThermostatRevisions::runtime, ThermostatRevisions::interval)
                .containsExactly("130101000002", "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "311019854581", "311019854581:Upstairs", ":Upstairs:true:1:2:3:4", "id:name:maybe:1:2:3:4" })
    void otherFormsAreNoThermostat(String line) {
        assertThat(ThermostatRevisions.parse(line)).isEmpty();
    }

    @Test
    void onlyTheRevisionsThatMatterMakeItMove() {
        ThermostatRevisions before = ThermostatRevisions.parse(LINE).orElseThrow();
        ThermostatRevisions alerted = ThermostatRevisions.parse(LINE.replace("250114150001", "250114165000")).orElseThrow();

        assertThat(alerted.movedSince(before.cursor(), Set.of(Revision.THERMOSTAT, Revision.RUNTIME))).isFalse();
        assertThat(alerted.movedSince(before.cursor(), Set.of(Revision.ALERTS))).isTrue();
        assertThat(before.movedSince(before.cursor(), EnumSet.allOf(Revision.class))).isFalse();
    }

    @Test
    void revisionsAreComparedForEqualityAndNeverForOrder() {
        ThermostatRevisions now = ThermostatRevisions.parse(LINE).orElseThrow();
        String later = now.cursor().replace("250114163012", "260114163012");

        assertThat(now.movedSince(later, Set.of(Revision.THERMOSTAT))).isTrue();
    }

    @Test
    void goingOfflineIsAMove() {
        ThermostatRevisions online = ThermostatRevisions.parse(LINE).orElseThrow();
        ThermostatRevisions offline = ThermostatRevisions.parse(LINE.replace(":true:", ":false:")).orElseThrow();

        assertThat(offline.movedSince(online.cursor(), Set.of())).isTrue();
    }

    @Test
    void aCursorOfAnotherVersionCountsAsMoved() {
        assertThat(ThermostatRevisions.parse(LINE).orElseThrow().movedSince("something else", Set.of())).isTrue();
    }
}
