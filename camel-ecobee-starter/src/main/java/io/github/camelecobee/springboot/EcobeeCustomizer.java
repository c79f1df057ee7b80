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

import java.util.function.Consumer;

import io.github.camelecobee.EcobeeComponent;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.context.ApplicationContext;

/** Sets up each ecobee component of a context, unless the customizers of components are switched off. */
final class EcobeeCustomizer implements ComponentCustomizer {
    /** Order of those that fill in what no option has set. */
    static final int AFTER_OPTIONS = 100;

    private final ApplicationContext application;
    private final int order;
    private final Consumer<EcobeeComponent> task;

    EcobeeCustomizer(ApplicationContext application, int order, Consumer<EcobeeComponent> task) {
        this.application = application;
        this.order = order;
        this.task = task;
    }

    @Override
    public void configure(String name, Component component) {
        task.accept((EcobeeComponent) component);
    }

    @Override
    public boolean isEnabled(String name, Component component) {
        return component instanceof EcobeeComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        application, "camel.component.customizer", "camel.component.ecobee.customizer");
    }

    @Override
    public int getOrder() {
        return order;
    }
}
