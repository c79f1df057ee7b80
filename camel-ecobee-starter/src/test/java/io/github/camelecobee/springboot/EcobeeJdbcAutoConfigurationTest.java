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
package io.github.camelecobee.springboot;

import java.util.UUID;

import javax.sql.DataSource;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.JdbcGrantStore;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.cursor.JdbcCursorRepository;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class EcobeeJdbcAutoConfigurationTest {
    private static final String GRANTS = "camel.ecobee.jdbc.grants=true";
    private static final String CURSORS = "camel.ecobee.jdbc.cursors=true";

    private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
            CamelAutoConfiguration.class, EcobeeComponentConverter.class, EcobeeComponentAutoConfiguration.class,
            EcobeeJdbcAutoConfiguration.class));
    private final ApplicationContextRunner withDatabase
            = application.withBean(DataSource.class, EcobeeJdbcAutoConfigurationTest::database);

    @Test
    void aDatabaseThatIsThereForSomethingElseIsLeftAlone() {
        withDatabase.run(context -> {
            assertThat(component(context.getBean(CamelContext.class)).getGrantStore()).isNull();
            assertThat(component(context.getBean(CamelContext.class)).getConfiguration().getCursorRepository()).isNull();
        });
    }

    @Test
    void grantsAreKeptInTheDatabaseOfThoseWhoAskForIt() {
        withDatabase.withPropertyValues(GRANTS).run(context -> {
            EcobeeComponent ecobee = component(context.getBean(CamelContext.class));
            assertThat(ecobee.getGrantStore()).isInstanceOf(JdbcGrantStore.class);
            assertThat(context.getBean(GrantStore.class).keys()).isEmpty();
            assertThat(ecobee.getConfiguration().getCursorRepository()).isNull();
        });
    }

    @Test
    void cursorsAreKeptInTheDatabaseOfThoseWhoAskForIt() {
        withDatabase.withPropertyValues(CURSORS).run(context -> {
            EcobeeComponent ecobee = component(context.getBean(CamelContext.class));
            assertThat(ecobee.getGrantStore()).isNull();
            assertThat(ecobee.getConfiguration().getCursorRepository()).isInstanceOf(JdbcCursorRepository.class);
            JdbcCursorRepository cursors = context.getBean(JdbcCursorRepository.class);
            cursors.setState("a", "1");
            assertThat(cursors.getState("a")).isEqualTo("1");
        });
    }

    @Test
    void tablesAreMadeOnlyIfTheyMayBe() {
        withDatabase.withPropertyValues(GRANTS, "camel.ecobee.jdbc.create-tables=false").run(
                context -> assertThat(context.getBean(GrantStore.class)).satisfies(store -> assertThat(
                        catchThrowable(store::keys)).hasMessageContaining("Run the script")));
    }

    @Test
    void theStoresOfTheApplicationCountFirst() {
        withDatabase.withPropertyValues(GRANTS, CURSORS).withBean(GrantStore.class, MemoryGrantStore::new)
                .withBean("ecobeeCursorRepository", StateRepository.class, MemoryStateRepository::new).run(context -> {
                    EcobeeComponent ecobee = component(context.getBean(CamelContext.class));
                    assertThat(ecobee.getGrantStore()).isInstanceOf(MemoryGrantStore.class);
                    assertThat(ecobee.getConfiguration().getCursorRepository()).isInstanceOf(MemoryStateRepository.class);
                });
        withDatabase.withPropertyValues(CURSORS, "camel.component.ecobee.cursor-repository=#bean:mine")
                .withBean("mine", StateRepository.class, MemoryStateRepository::new)
                .run(context -> assertThat(
                        component(context.getBean(CamelContext.class)).getConfiguration().getCursorRepository())
                        .isSameAs(context.getBean("mine")));
    }

    @Test
    void withoutADatabaseToTakeTheApplicationDoesNotStart() {
        application.withPropertyValues(GRANTS).run(context -> assertThat(context).getFailure().rootCause()
                .hasMessage("camel.ecobee.jdbc.grants is true, and the application has no DataSource"));
        withDatabase.withBean("other", DataSource.class, EcobeeJdbcAutoConfigurationTest::database)
                .withPropertyValues(CURSORS).run(context -> assertThat(context).getFailure().rootCause().hasMessage(
                        "camel.ecobee.jdbc.cursors is true, and the application has 2 DataSources, none of them primary"));
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static EcobeeComponent component(CamelContext camel) {
        return camel.getComponent("ecobee", EcobeeComponent.class);
    }
}
