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

import javax.sql.DataSource;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.JdbcGrantStore;
import io.github.camelecobee.cursor.JdbcCursorRepository;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Keeps grants and cursors in the application's database, for those who ask for it. A {@link GrantStore} of the
 * application's own counts before it, and so does a bean {@code ecobeeCursorRepository}.
 */
@AutoConfiguration(before = EcobeeComponentAutoConfiguration.class)
@ConditionalOnHierarchicalProperties({ "camel.component", "camel.component.ecobee" })
@EnableConfigurationProperties(EcobeeJdbcProperties.class)
public class EcobeeJdbcAutoConfiguration {
    private static final String GRANTS = "camel.ecobee.jdbc.grants";
    private static final String CURSORS = "camel.ecobee.jdbc.cursors";
    private static final String REPOSITORY = "ecobeeCursorRepository";

    /** Spring creates it. */
    public EcobeeJdbcAutoConfiguration() {
    }

    /** The component finds it by its type. */
    @Bean
    @ConditionalOnProperty(GRANTS)
    @ConditionalOnMissingBean(GrantStore.class)
    GrantStore ecobeeGrantStore(ObjectProvider<DataSource> dataSources, EcobeeJdbcProperties properties) {
        return new JdbcGrantStore(dataSource(dataSources, GRANTS), properties.createTables());
    }

    @Bean
    @ConditionalOnProperty(CURSORS)
    @ConditionalOnMissingBean(name = REPOSITORY)
    JdbcCursorRepository ecobeeCursorRepository(ObjectProvider<DataSource> dataSources, EcobeeJdbcProperties properties) {
        return new JdbcCursorRepository(dataSource(dataSources, CURSORS), properties.createTables());
    }

    @Lazy
    @Bean
    @ConditionalOnProperty(CURSORS)
    ComponentCustomizer ecobeeCursorCustomizer(ApplicationContext application) {
        return new EcobeeCustomizer(application, EcobeeCustomizer.AFTER_OPTIONS, component -> cursors(application, component));
    }

    @SuppressWarnings("unchecked")
    private static void cursors(ApplicationContext application, EcobeeComponent component) {
        if (component.getConfiguration().getCursorRepository() == null) {
            component.getConfiguration().setCursorRepository(application.getBean(REPOSITORY, StateRepository.class));
        }
    }

    private static DataSource dataSource(ObjectProvider<DataSource> dataSources, String property) {
        DataSource dataSource = dataSources.getIfUnique();
        if (dataSource == null) {
            long found = dataSources.stream().count();
            throw new IllegalStateException(
                    property + " is true, and the application has " + (found == 0 ? "no" : String.valueOf(found))
                                            + " DataSource" + (found > 1 ? "s, none of them primary" : ""));
        }
        return dataSource;
    }
}
