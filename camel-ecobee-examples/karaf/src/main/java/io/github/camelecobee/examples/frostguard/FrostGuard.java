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
