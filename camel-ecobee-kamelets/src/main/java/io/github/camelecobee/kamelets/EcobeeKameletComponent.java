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
package io.github.camelecobee.kamelets;

import java.util.Map;

import io.github.camelecobee.EcobeeComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Kamelets of ecobee use instead of the component: it takes the credentials of one Kamelet, so that they are
 * in no URI, and makes endpoints with the component that all Kamelets of the same credentials share. They then have one
 * authorization, one PIN to enter, and one share of what ecobee allows. Without an API key that is the component
 * {@code ecobee} of the application.
 */
public final class EcobeeKameletComponent extends DefaultComponent {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeKameletComponent.class);
    private static final String APPLICATIONS_OWN = "ecobee";

    private @Nullable String apiKey;
    private @Nullable String scope;
    private @Nullable String grantFile;
    private @Nullable String baseUrl;

    /** Creates one for a Kamelet that says nothing yet. */
    public EcobeeKameletComponent() {
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Connection connection = new Connection(apiKey, scope, grantFile, baseUrl);
        connection.check();
        Endpoint endpoint = shared(connection).createEndpoint(uri, Map.copyOf(parameters));
        parameters.clear();
        return endpoint;
    }

    private EcobeeComponent shared(Connection connection) {
        CamelContext context = getCamelContext();
        if (connection.apiKey() == null) {
            return context.getComponent(APPLICATIONS_OWN, EcobeeComponent.class);
        }
        if (context.hasComponent(APPLICATIONS_OWN) instanceof EcobeeComponent own && connection.isOf(own)) {
            return own;
        }
        String name = connection.componentName();
        if (context.hasComponent(name) == null) {
            try {
                context.addComponent(name, connection.newComponent());
            } catch (IllegalArgumentException e) {
                LOG.debug("Another Kamelet was faster to make {}", name, e);
            }
        }
        return context.getComponent(name, EcobeeComponent.class);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * See the property of this name.
     *
     * @param apiKey API key of the application, a secret; {@code null} or nothing for none
     */
    public void setApiKey(@Nullable String apiKey) {
        this.apiKey = given(apiKey);
    }

    /**
     * See the property of this name.
     *
     * @param scope what to ask the user for; {@code null} or nothing for none
     */
    public void setScope(@Nullable String scope) {
        this.scope = given(scope);
    }

    /**
     * See the property of this name.
     *
     * @param grantFile file in which grants are kept; {@code null} or nothing for none
     */
    public void setGrantFile(@Nullable String grantFile) {
        this.grantFile = given(grantFile);
    }

    /**
     * See the property of this name.
     *
     * @param baseUrl where ecobee is; {@code null} or nothing for none
     */
    public void setBaseUrl(@Nullable String baseUrl) {
        this.baseUrl = given(baseUrl);
    }
}
