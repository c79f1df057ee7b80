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
package io.github.camelecobee.examples.frostguard;

import io.github.camelecobee.EcobeeComponent;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.karaf.core.OsgiCamelContextPublisher;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleContext;

/** The Camel context of the bundle: Blueprint starts it with the bundle, and stops it with the bundle. */
public final class FrostGuard {
    private final OsgiDefaultCamelContext camel;

    /**
     * Creates it; nothing runs yet.
     *
     * @param  bundle    of this example
     * @param  ecobee    with the options that ConfigAdmin gave
     * @param  routes    what to run
     * @throws Exception if Camel does not take the routes
     */
    public FrostGuard(BundleContext bundle, EcobeeComponent ecobee, RouteBuilder routes) throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        camel.getCamelContextExtension().setName(bundle.getBundle().getSymbolicName());
        camel.getManagementStrategy().addEventNotifier(new OsgiCamelContextPublisher(bundle));
        camel.addComponent("ecobee", ecobee);
        camel.addRoutes(routes);
    }

    /** Starts the routes; waits neither for ecobee nor for a PIN. */
    public void start() {
        camel.start();
    }

    /** Stops the routes, and takes everything away that was opened for them. */
    public void stop() {
        camel.stop();
    }
}
