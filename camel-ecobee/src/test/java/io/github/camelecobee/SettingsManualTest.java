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
package io.github.camelecobee;

import java.util.List;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of the pages on settings and program do what the pages say. */
@Tag("camel-xml-io-dsl")
class SettingsManualTest extends EcobeeTestSupport {
    @BeforeEach
    void theRoutesOfThePagesRun() throws Exception {
        authorize();
        camel.addRoutes(new DocumentedSettings());
        for (String page : List.of("docs/settings.adoc", "docs/program.adoc")) {
            load(page + ".xml", one(page, "xml").replace("<route ", "<route xmlns=\"http://camel.apache.org/schema/spring\" "));
            load(page + ".yaml", one(page, "yaml"));
        }
        camel.start();
    }

    @Test
    void settingsAreSet() {
        run("heat");
        assertThat(thermostat().getSettings().getHvacMode()).isEqualTo("heat");
        run("winter");
        assertThat(thermostat().getName()).isEqualTo("Attic");
        assertThat(thermostat().getSettings().getHumidity()).isEqualTo("36");
        assertThat(thermostat().getSettings().getHeatRangeLow()).isEqualTo(600);
        run("fan");
        assertThat(thermostat().getSettings().getFanMinOnTime()).isEqualTo(20);
        run("circulation");
        assertThat(thermostat().getSettings().getFanMinOnTime()).isEqualTo(15);
        assertThat(thermostat().getSettings().getVent()).isEqualTo("auto");
    }

    @Test
    void programsAreChanged() {
        run("warmer");
        assertThat(climate("Home").getHeatTemp()).isEqualTo(700);
        assertThat(climate("Home").getSensors()).extracting(ClimateSensor::getId).containsExactly("rs:100:1", "ei:0:1");
        run("party");
        assertThat(climate("Party").getHeatTemp()).isEqualTo(680);
        run("night");
        assertThat(climate("Night").getHeatTemp()).isEqualTo(630);
        assertThat(climate("Night").getClimateRef()).isEqualTo("sleep");
    }

    private void run(String route) {
        camel.createProducerTemplate().sendBody("direct:" + route, "");
    }

    private Thermostat thermostat() {
        return ecobee.thermostat(UPSTAIRS).snapshot();
    }

    private Climate climate(String name) {
        return thermostat().getProgram().getClimates().stream().filter(each -> name.equals(each.getName())).findFirst()
                .orElseThrow();
    }

    private static String one(String page, String language) throws Exception {
        List<String> snippets = Manual.snippets(page, language);
        assertThat(snippets).as(page).hasSize(1);
        return snippets.get(0);
    }

    private void load(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name.replaceAll(".*/|\\.adoc", ""), text));
    }
}
